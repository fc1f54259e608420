"""The buttons of a message, in the row of its small print. There is one bar; it goes where it is wanted."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractAnimation, QEvent, QPropertyAnimation, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import RADIUS_SMALL, SMALL
from app.ui.transcript.deeds import IN_BAR, Deed, short_words
from app.ui.translation import tr
from app.ui.widgets.button import Button, Face

BAR_FACE = Face(ink="quiet", style=SMALL, height=24, padding=8, radius=RADIUS_SMALL)
_MORE_FACE = Face(ink="quiet", style=SMALL, height=24, padding=6, radius=RADIUS_SMALL)


class _BarButton(Button):
    """Tells when the keyboard's focus has gone elsewhere."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class ActionBar(QWidget):
    """As many buttons as there is room for, and one that opens the menu of everything.

    Signals:
        wanted: a deed was chosen.
        more_wanted: the menu is to be opened.
        left: the pointer or the keyboard's focus has gone elsewhere.
        given_up: Escape was pressed.
    """

    wanted = Signal(object)
    more_wanted = Signal()
    left = Signal()
    given_up = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._laid: tuple[tuple[Deed, ...], QSize] | None = None
        self._free = QRect()
        self.setAccessibleName(tr("Message actions"))
        self._buttons = {deed: _BarButton(theme, short_words(deed), BAR_FACE, parent=self) for deed in IN_BAR}
        for deed, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, chosen=deed: self.wanted.emit(chosen))
            button.left.connect(self.left)
        self.more = _BarButton(theme, tr("More"), _MORE_FACE, icon="ellipsis", icon_only=True, parent=self)
        self.more.clicked.connect(self.more_wanted)
        self.more.left.connect(self.left)
        self._effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(self._effect)
        self._fading = QPropertyAnimation(self._effect, b"opacity", self)
        self._fading.setStartValue(0.0)
        self._fading.setEndValue(1.0)
        self._fading.finished.connect(lambda: self._effect.setEnabled(False))
        self.hide()

    def lay_out(self, deeds: Sequence[Deed], free: QRect, *, anew: bool) -> None:
        """Offer these deeds in the free part of a row, at the side that is farther from the message's edge.

        `anew` says that the bar has come to another message: then it fades in.
        """
        if not anew and self._laid == (tuple(deeds), free.size()) and not self.isHidden():
            self.move(self.pos() + free.topLeft() - self._free.topLeft())  # the message was scrolled
            self._free = free
            return
        self._laid, self._free = (tuple(deeds), free.size()), free
        shown = self._fitting(deeds, free.width())
        place = next((at for at, button in enumerate(self.row) if button.hasFocus()), None)
        for deed, button in self._buttons.items():
            button.setVisible(deed in shown)
        if place is not None:  # the focus stays where it was, on what has come to be there
            self.row[min(place, len(self.row) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        row = [*(self._buttons[deed] for deed in shown), self.more]
        width = sum(button.sizeHint().width() for button in row)
        leftward = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = free.left() if leftward else free.right() + 1 - width
        self.setGeometry(left, free.center().y() + 1 - self._height // 2, width, self._height)
        self._place(row, leftward=leftward)
        if anew or self.isHidden():
            self._fade_in()
        self.raise_()

    def button_of(self, deed: Deed) -> Button:
        return self._buttons[deed]

    @property
    def row(self) -> list[Button]:
        """The buttons that are shown, in their order."""
        return [*(button for button in self._buttons.values() if not button.isHidden()), self.more]

    @property
    def has_focus(self) -> bool:
        return any(button.hasFocus() for button in self.row)

    def focus(self) -> None:
        """Give the keyboard's focus to the first button."""
        self.row[0].setFocus(Qt.FocusReason.TabFocusReason)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the buttons do not take: Escape leads back to the message."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    @property
    def _height(self) -> int:
        return scaled(BAR_FACE.height)

    def _fitting(self, deeds: Sequence[Deed], room: int) -> list[Deed]:
        left = room - self.more.sizeHint().width()
        shown: list[Deed] = []
        for deed in deeds:
            left -= self._buttons[deed].sizeHint().width()
            if left < 0:
                break
            shown.append(deed)
        return shown

    def _place(self, row: Sequence[Button], *, leftward: bool) -> None:
        left = 0
        for button in reversed(row) if leftward else row:
            width = button.sizeHint().width()
            button.setGeometry(left, 0, width, self._height)
            left += width

    def _fade_in(self) -> None:
        self._effect.setEnabled(True)
        self._effect.setOpacity(0.0)
        self.show()
        if self._fading.state() is QAbstractAnimation.State.Running:
            self._fading.stop()
        self._fading.setDuration(self._theme.motion_ms)
        self._fading.start()
