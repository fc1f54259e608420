"""The two sides of the window, and how the left one folds away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from app.ui.panels.conversation_pane import ConversationPane
from app.ui.sidebar.sidebar import Sidebar
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import NARROW_WINDOW, SIDEBAR_WIDTH

_LINE = 1  # between the sides
_MUCH = 10_000  # the conversation takes what the sidebar leaves


class Sides(QSplitter):
    """Sidebar and conversation beside each other or, where the window is narrow, one at a time.

    Signals:
        sidebar_resized: the width that the person has given to the sidebar.
    """

    sidebar_resized = Signal(int)

    def __init__(self, theme: Theme, sidebar_width: int = 0, parent: QWidget | None = None) -> None:
        """Both are made where they stay: to move what is full of widgets takes as long as to make it."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.sidebar = Sidebar(theme, self)
        self.pane = ConversationPane(theme, self)
        self._sidebar_wanted = True
        self._was_narrow: bool | None = None
        self.setHandleWidth(_LINE)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setSizes([(sidebar_width or scaled(SIDEBAR_WIDTH)) - _LINE, _MUCH])
        self.splitterMoved.connect(lambda place, _index: self.sidebar_resized.emit(place + _LINE))

    def toggle(self) -> None:
        """Show or hide the sidebar, and put the focus on the side that is wanted now."""
        self._sidebar_wanted = not self.sidebar.isVisible()
        self._fold()
        if self._sidebar_wanted:
            self.sidebar.focus_rows()
        else:
            self.pane.composer.field.setFocus()

    def show_sidebar(self) -> None:
        """The sidebar is wanted, if it is not there already."""
        if not self.sidebar.isVisible():
            self.toggle()

    def show_pane(self) -> None:
        """A conversation is wanted: where the sidebar took its place, give it back."""
        if self._is_narrow:
            self._sidebar_wanted = False
            self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.reconsider()

    def reconsider(self) -> None:
        """See whether there is room for both, once the window or its text has another size."""
        if self._was_narrow != self._is_narrow:
            self._was_narrow = self._is_narrow
            self._sidebar_wanted = not self._is_narrow
            self._fold()

    @property
    def _is_narrow(self) -> bool:
        return self.width() < scaled(NARROW_WINDOW)

    def _fold(self) -> None:
        self.sidebar.setVisible(self._sidebar_wanted)
        self.pane.setVisible(not (self._sidebar_wanted and self._is_narrow))
        self.pane.header.sidebar_button.setVisible(not self._sidebar_wanted)
