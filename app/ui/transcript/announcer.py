"""Tells assistive tools what has changed in the transcript: the focus, the messages near it, an end."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from app.domain.item import Item, ItemState
from app.ui.transcript.accessible_transcript import AccessibleTranscript
from app.ui.transcript.history_view import HistoryView
from app.ui.transcript.row import notice_words
from app.ui.translation import tr


class Announcer(QObject):
    """Does nothing while no tool listens."""

    def __init__(self, view: HistoryView) -> None:
        super().__init__(view)
        self._view = view
        self._told: list[int] = []
        view.moved.connect(self._tell_messages)
        view.reply_ended.connect(self.tell_end)

    def tell_focus(self, number: int | None) -> None:
        """The keyboard has gone to another message."""
        whole = self._whole()
        if whole and number is not None:
            focus = QAccessibleEvent(whole.message(number), QAccessible.Event.Focus)
            QAccessible.updateAccessibility(focus)

    def tell_end(self, item: Item) -> None:
        """A reply has come to its end, one way or another."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, end_words(item)))

    def _tell_messages(self) -> None:
        whole = self._whole()
        numbers = whole.numbers() if whole else []
        if whole and numbers != self._told:
            self._told = numbers
            reorder = QAccessibleEvent(self._view, QAccessible.Event.ObjectReorder)
            QAccessible.updateAccessibility(reorder)

    def _whole(self) -> AccessibleTranscript | None:
        if not QAccessible.isActive():
            return None
        whole = QAccessible.queryAccessibleInterface(self._view)
        return whole if isinstance(whole, AccessibleTranscript) else None


def end_words(item: Item) -> str:
    """Return how a reply has ended, for who hears it."""
    match item.state:
        case ItemState.COMPLETE:
            return tr("The reply is complete.")
        case ItemState.STOPPED:
            return tr("The reply was stopped.")
        case _:
            return notice_words(item)
