"""What the person does for good: deletes for ever, forgets what is temporary, lets a conversation expire."""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from PySide6.QtCore import QObject

from app.chat.controller import ChatController
from app.domain.conversation import Sharing
from app.domain.ids import ConversationId
from app.ui.dialogs.confirm_dialog import ConfirmDialog
from app.ui.dialogs.retention_dialog import RetentionDialog
from app.ui.errands import Errands
from app.ui.sidebar.sidebar import Sidebar
from app.ui.theme.theme import Theme
from app.ui.wording import Words

_FOR_EVER = "Nothing brings it back, but backups keep what they hold until newer ones take their place."

_FORGET = Words(
    "Forget this conversation?",
    "It is temporary, so it has no trash and is in no backup. Nothing brings it back.",
    "Forget it",
)


class TrashActs(QObject):
    """Asks first, and says what would stay because another conversation uses it."""

    def __init__(
        self, theme: Theme, controller: ChatController, sidebar: Sidebar, errands: Errands, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._controller = controller
        self._removing = controller.removing
        self._temporary = controller.temporary
        self._sidebar = sidebar
        self._errands = errands
        sidebar.trash.removal_wanted.connect(self._ask_about)
        sidebar.empty_wanted.connect(self._ask_to_empty)
        sidebar.list.retention_wanted.connect(self._open_retention)
        sidebar.list.forget_wanted.connect(self._ask_to_forget)

    def _ask_about(self, conversation: ConversationId) -> None:
        self._errands.send(self._ask_with_sharing(conversation))

    async def _ask_with_sharing(self, conversation: ConversationId) -> None:
        shared = await self._removing.sharing(conversation)
        words = Words("Delete for ever?", f"{_FOR_EVER}{_staying(shared)}", "Delete for ever")
        self._ask(words, lambda: self._removing.delete_for_ever(conversation))

    def _ask_to_empty(self) -> None:
        count = self._sidebar.trash_model.rowCount()
        what = "The one conversation" if count == 1 else f"All {count} conversations"
        words = Words(
            "Empty the trash?", f"{what} in it will be deleted for ever. {_FOR_EVER}", "Empty the trash"
        )
        self._ask(words, self._empty)

    def _open_retention(self, conversation: ConversationId) -> None:
        RetentionDialog(self._theme, self._controller, self._sidebar.window(), conversation).open()

    def _ask_to_forget(self, conversation: ConversationId) -> None:
        self._ask(_FORGET, lambda: self._temporary.forget(conversation))

    async def _empty(self) -> None:
        await self._removing.empty_trash()

    def _ask(self, words: Words, deed: Callable[[], Coroutine[Any, Any, None]]) -> None:
        dialog = ConfirmDialog(self._theme, words, self._sidebar.window())
        dialog.accepted.connect(lambda: self._errands.send(deed()))
        dialog.open()


def _staying(shared: Sequence[Sharing]) -> str:
    """Name the conversation that holds most of the same messages, and how many others there are."""
    if not shared:
        return ""
    most = max(shared, key=lambda each: each.items)
    others = f" and {len(shared) - 1} more" if len(shared) > 1 else ""
    stay = "1 message stays" if most.items == 1 else f"{most.items} messages stay"
    return f"\n\n{stay} because “{most.title}”{others} uses the same."
