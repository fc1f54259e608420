"""A conversation and the panel beside it or, where there is no room for both, one in the other's place."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from app.ui.panels.panel_column import LEAST_WIDTH, USUAL_WIDTH, PanelColumn
from app.ui.theme.scale import scaled

_LINE = 1
_LEAST_BESIDE = 360  # of a conversation that can still be read


class PanelSplit(QSplitter):
    """Keeps the panel's width while the window grows and shrinks.

    Signals:
        width_chosen: the width that a person has given the panel.
    """

    width_chosen = Signal(int)

    def __init__(
        self,
        make_conversation: Callable[[QWidget], QWidget],
        make_column: Callable[[QWidget], PanelColumn],
        parent: QWidget | None = None,
    ) -> None:
        """Both are made where they stay, one behind the other, as the keyboard goes through them."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._conversation = make_conversation(self)
        self._column = make_column(self)
        self._width = USUAL_WIDTH
        self.setHandleWidth(_LINE)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.splitterMoved.connect(self._take_width)

    @property
    def covers(self) -> bool:
        """Whether the panel stands in the conversation's place."""
        return self._column.isVisibleTo(self) and self.width() < scaled(LEAST_WIDTH + _LEAST_BESIDE) + _LINE

    def set_width(self, width: int) -> None:
        """Give the panel the width that it had."""
        self._width = max(scaled(LEAST_WIDTH), width)
        self.place()

    def place(self) -> None:
        """Share the room out anew, as after the panel was opened or closed."""
        self._conversation.setVisible(not self.covers)
        self._column.setMinimumWidth(0 if self.covers else scaled(LEAST_WIDTH))
        if self._column.isVisibleTo(self) and not self.covers:
            beside = min(self._width, self.width() - _LINE - scaled(_LEAST_BESIDE))
            self.setSizes([self.width() - _LINE - beside, beside])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def _take_width(self) -> None:
        self._width = self.sizes()[1]
        self.width_chosen.emit(self._width)
