"""Turns the core's event stream into one Qt signal."""

from PySide6.QtCore import QObject, Signal

from app.chat.event_stream import EventStream
from app.domain.events import Event


class EventRelay(QObject):
    """Relays events on the loop's thread, which is the window's, in the order of publishing.

    Signals:
        happened: an event, as an object of the closed union.
    """

    happened = Signal(object)

    def __init__(self, events: EventStream, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unsubscribe = events.subscribe(self._relay)

    def end(self) -> None:
        self._unsubscribe()

    def _relay(self, event: Event) -> None:
        self.happened.emit(event)
