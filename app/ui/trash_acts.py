"""What the person does for good: deletes for ever, forgets what is temporary, lets a conversation expire."""

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QObject

from app.chat.controller import ChatController
from app.domain.ids import ConversationId
from app.ui.dialogs.confirm_dialog import ConfirmDialog
from app.ui.dialogs.retention_dialog import RetentionDialog
from app.ui.errands import Errands
from app.ui.sharing_words import staying
from app.ui.sidebar.sidebar import Sidebar
from app.ui.sidebar.wishes import Chosen, Wish
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.wording import Words, in_own_language

_FORGET = Words(
    "Forget this conversation?",
    "It is temporary, so it has no trash and is in no backup. Nothing brings it back.",
    "Forget it",
)
_FORGET_ALL = Words(
    "Forget these conversations?",
    "They are temporary, so they have no trash and are in no backup. Nothing brings them back.",
    "Forget them",
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
        sidebar.wishes.many.connect(self._ask_about)
        sidebar.empty_wanted.connect(self._ask_to_empty)
        sidebar.wishes.retention.connect(self._open_retention)
        sidebar.wishes.forget.connect(self._ask_to_forget)

    def _ask_about(self, wish: Wish, rows: Chosen) -> None:
        if wish is Wish.REMOVE:
            self._errands.send(self._ask_with_sharing(rows))

    async def _ask_with_sharing(self, rows: Chosen) -> None:
        those = await self._controller.listing.ids(rows)
        if len(those) == 1:
            shared = staying(await self._removing.sharing(those[0]))
            told = f"{_for_ever()}\n\n{shared}" if shared else _for_ever()
        else:
            what = tr("{count} conversations will be deleted for ever.").format(count=len(those))
            told = f"{what} {_for_ever()}"
        words = Words(tr("Delete for ever?"), told, tr("Delete for ever"))
        self._ask(words, lambda: self._remove(those))

    async def _remove(self, those: list[ConversationId]) -> None:
        for each in those:
            await self._removing.delete_for_ever(each)

    def _ask_to_empty(self) -> None:
        count = self._sidebar.trash_model.conversations
        one = tr("The one conversation in it will be deleted for ever.")
        many = tr("All {count} conversations in it will be deleted for ever.").format(count=count)
        what = one if count == 1 else many
        words = Words(tr("Empty the trash?"), f"{what} {_for_ever()}", tr("Empty the trash"))
        self._ask(words, self._empty)

    def _open_retention(self, conversation: ConversationId) -> None:
        RetentionDialog(self._theme, self._controller, self._sidebar.window(), conversation).open()

    def _ask_to_forget(self, those: list[ConversationId]) -> None:
        words = _FORGET if len(those) == 1 else _FORGET_ALL
        self._ask(in_own_language(words), lambda: self._forget(those))

    async def _forget(self, those: list[ConversationId]) -> None:
        for each in those:
            await self._temporary.forget(each)

    async def _empty(self) -> None:
        await self._removing.empty_trash()

    def _ask(self, words: Words, deed: Callable[[], Coroutine[Any, Any, None]]) -> None:
        dialog = ConfirmDialog(self._theme, words, self._sidebar.window())
        dialog.accepted.connect(lambda: self._errands.send(deed()))
        dialog.open()


def _for_ever() -> str:
    return tr("Nothing brings it back, but backups keep what they hold until newer ones take their place.")
