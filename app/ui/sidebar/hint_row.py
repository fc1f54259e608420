"""Small buttons that add to what was typed, on as many lines as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from app.ui.sidebar.search_hints import Hint
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import GRID, RADIUS_SMALL, SMALL
from app.ui.translation import tr
from app.ui.widgets.button import Button, Face

_FACE = Face(ink="quiet", border="line", style=SMALL, height=24, padding=6, radius=RADIUS_SMALL)
_MARGIN = 2 * GRID


class HintRow(QWidget):
    """Hidden while there is nothing to add.

    Signals:
        taken: what the field is to hold now.
    """

    taken = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: list[Hint] = []
        self.buttons: list[Button] = []
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("Narrow the search"))
        theme.resized.connect(self._place)
        self.hide()

    def offer(self, hints: Sequence[Hint]) -> None:
        """Show these in place of those before."""
        if list(hints) == self._shown:
            return
        self._shown = list(hints)
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(hint) for hint in hints]
        self.setVisible(bool(hints))
        self.updateGeometry()
        self._place()

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return places[-1].bottom() + 1 + scaled(_MARGIN) if places else 0

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _button(self, hint: Hint) -> Button:
        button = Button(self._theme, hint.words, _FACE, parent=self)
        button.setAccessibleDescription(hint.meaning)
        button.setToolTip(hint.meaning)
        button.clicked.connect(lambda: self.taken.emit(hint.text))
        button.show()
        return button

    def _place(self) -> None:
        places = self._places(self.width())
        for button, place in zip(self.buttons, places, strict=True):
            button.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def _places(self, width: int) -> list[QRect]:
        """Return where each button belongs, line by line."""
        places: list[QRect] = []
        gap = scaled(GRID)
        at = QPoint(0, scaled(_MARGIN))
        for button in self.buttons:
            size = button.sizeHint()
            if at.x() and at.x() + size.width() > width:
                at = QPoint(0, at.y() + size.height() + gap)
            places.append(QRect(at, size))
            at += QPoint(size.width() + gap, 0)
        return places
