"""Says that a reply is ready while the person is elsewhere. Never a word of what is in it."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.chat.event_stream import EventStream
from app.domain.events import Event, ReplyEnded
from app.domain.ids import ConversationId
from app.domain.item import ItemState
from app.ui.desktop_notice import tell_desktop
from app.ui.event_relay import EventRelay
from app.ui.plain_keeper import PlainKeeper
from app.ui.translation import tr
from app.ui.widgets.display_text import single_line

_NAME = "reply"


class ReplyNotices(QObject):
    """`title_of` names a conversation; it is asked only where the person lets titles be shown."""

    def __init__(
        self,
        events: EventStream,
        plain: PlainKeeper,
        title_of: Callable[[ConversationId], str],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._plain = plain
        self._title_of = title_of
        self._window = window
        self._relay = EventRelay(events, self)
        self._relay.happened.connect(self._hear)

    def end(self) -> None:
        self._relay.end()

    def _hear(self, event: Event) -> None:
        if not isinstance(event, ReplyEnded) or event.item.state is ItemState.STOPPED:
            return
        if self._plain.settings.notifies and not self._window.isActiveWindow():
            whole = event.item.state is ItemState.COMPLETE
            words = tr("A reply is ready") if whole else tr("A reply has broken off")
            tell_desktop(self._window.window(), _NAME, words, self._title(event.conversation_id))

    def _title(self, conversation: ConversationId) -> str:
        return single_line(self._title_of(conversation)) if self._plain.settings.notifies_titles else ""
