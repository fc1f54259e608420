"""A widget that lies in a room which a message keeps for it, and goes where the message goes."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.ids import ItemId
from app.ui.transcript.transcript_view import TranscriptView


class LaidOver(QObject):
    """Takes up and gives back the room. The widget belongs to the viewport."""

    def __init__(self, view: TranscriptView, widget: QWidget, *, instead: bool) -> None:
        super().__init__(widget)
        self._view = view
        self._widget = widget
        self._instead = instead
        self.item: ItemId | None = None
        widget.setParent(view.viewport())
        widget.hide()
        view.moved.connect(self._follow)

    def lay_on(self, item: ItemId) -> None:
        """Lie in this message from now on, and in no other."""
        if item != self.item:
            self.take_away()
            self.item = item
        self.measure()

    def measure(self) -> None:
        """Keep as much room as the widget wants now."""
        if self.item:
            self._view.reserve(self.item, self._widget.sizeHint().height(), instead=self._instead)
            self._follow()

    def take_away(self) -> None:
        item, self.item = self.item, None
        self._widget.hide()
        if item:
            self._view.reserve(item, 0, instead=self._instead)

    def _follow(self) -> None:
        area = self._view.room_of(self.item) if self.item else None
        self._widget.setVisible(area is not None)
        if area:
            self._widget.setGeometry(area)
