"""The column beside a conversation: a title, a way to close it, the panel, and what can be undone."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.panels.panel import Panel
from app.ui.sidebar.offer_line import OfferLine
from app.ui.taking_back import TakingBack
from app.ui.theme.fonts import font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE, SEMIBOLD
from app.ui.translation import tr
from app.ui.widgets.button import TOOL, Button
from app.ui.widgets.notice import Notice

LEAST_WIDTH, USUAL_WIDTH = 304, 384
_TITLE_HEIGHT = 44


class PanelColumn(QWidget):
    """Hidden while there is no panel. Esc closes it, and Undo takes back what was done in it last.

    Signals:
        wanted: a PanelKind that is to be opened or, where it is open, closed.
        given_wanted: the id of a reply of which is to be shown what it was given.
        closed: the panel is to go.
    """

    wanted = Signal(object)
    given_wanted = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._take_back: Callable[[], object] | None = None
        self.panel: Panel | None = None
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setFont(font(INTERFACE, SEMIBOLD))
        self.close_button = Button(theme, tr("Close"), TOOL, icon="x", icon_only=True)
        self.trouble = Notice(theme)
        self.trouble.hide()
        self.undo_line = OfferLine(theme, "", tr("Undo"), tr("Takes back what was done last"))
        self._column = QVBoxLayout(self)
        self._arrange()
        self.close_button.clicked.connect(self.closed)
        self.undo_line.taken.connect(self.undo)
        self.undo_line.dismissed.connect(self._withdraw_undo)
        self.hide()

    def hold(self, panel: Panel) -> None:
        """Show this panel, in place of any other."""
        self.let_go()
        self.panel = panel
        panel.titled.connect(self._say_title)
        panel.undo_offered.connect(self._offer_undo)
        panel.complained.connect(self._complain)
        self._column.insertWidget(1, panel, 1)
        self.show()

    def let_go(self) -> None:
        """Put the panel away. What was done in it stays done."""
        if self.panel:
            self.panel.end()
            self._column.removeWidget(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
        self._withdraw_undo()
        self._complain("")

    def undo(self) -> None:
        """Take back what was done last, if that is still offered."""
        if take_back := self._take_back:
            self._take_back = None
            self._withdraw_undo()
            take_back()

    def sizeHint(self) -> QSize:
        return QSize(USUAL_WIDTH, 600)

    def event(self, event: QEvent) -> bool:
        """Esc and Undo are the panel's own while it has the focus, not the window's."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._means(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif self._take_back and event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("side"))
        painter.end()

    def _arrange(self) -> None:
        heading = QHBoxLayout()
        heading.setContentsMargins(16, 6, 8, 6)
        heading.setSpacing(4)
        heading.addWidget(self.title, 1)
        heading.addWidget(self.close_button)
        told = QVBoxLayout()
        told.setContentsMargins(16, 0, 16, 8)
        told.addWidget(self.trouble)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(heading)
        self._column.addLayout(told)
        self._column.addWidget(self.undo_line)

    def _means(self, event: QKeyEvent) -> bool:
        is_undo = self._take_back is not None and event.matches(QKeySequence.StandardKey.Undo)
        return event.key() == Qt.Key.Key_Escape or is_undo

    def _say_title(self, title: str) -> None:
        self.title.setText(title)
        self.setAccessibleName(title)

    def _offer_undo(self, done: str, take_back: Callable[[], object]) -> None:
        self._let_go_of_undo()
        self._take_back = take_back
        self.undo_line.words.setText(done)
        self.undo_line.setAccessibleName(done)
        self.undo_line.show()
        self._complain("")

    def _let_go_of_undo(self) -> None:
        if isinstance(self._take_back, TakingBack):
            self._take_back.let_go()
        self._take_back = None

    def _withdraw_undo(self) -> None:
        had_focus = self.undo_line.has_focus
        self._let_go_of_undo()
        self.undo_line.hide()
        if had_focus and self.panel:
            self.panel.first.setFocus()

    def _complain(self, sentence: str) -> None:
        if sentence:
            self.trouble.say(sentence, "bad")
        self.trouble.setVisible(bool(sentence))
