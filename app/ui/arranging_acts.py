"""What the person does to keep order in the list: pins, folders, tags, the archived ones, what is unread."""

from collections.abc import Awaitable, Callable
from typing import assert_never

from PySide6.QtCore import QObject, Signal

from app.chat.controller import ChatController
from app.domain.errors import ConversationTemporary, InputError
from app.domain.events import Event, ReplyEnded
from app.domain.ids import ConversationId, FolderId
from app.domain.undo import Undo
from app.ui.conversation_acts import ConversationActs
from app.ui.dialogs.name_dialog import NameDialog
from app.ui.errands import Errands
from app.ui.sidebar.sidebar import Sidebar
from app.ui.sidebar.wishes import Chosen, Wish
from app.ui.taking_back import TakingBack
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.display_text import single_line
from app.ui.wording import words_for


class ArrangingActs(QObject):
    """Asks the core for what is wished in the lists. What changes more than what is read can be undone.

    Signals:
        unread_shown: the id of a conversation that is shown now, and was unread until now.
    """

    unread_shown = Signal(object)

    def __init__(
        self,
        theme: Theme,
        controller: ChatController,
        sidebar: Sidebar,
        errands: Errands,
        acts: ConversationActs,
        shown: Callable[[], ConversationId | None],
    ) -> None:
        super().__init__(acts)
        self._theme = theme
        self._controller = controller
        self._arranging = controller.arranging
        self._listing = controller.listing
        self._sidebar = sidebar
        self._errands = errands
        self._acts = acts
        self._shown = shown
        self._unseen: ConversationId | None = None
        self._typed = ""
        wishes = sidebar.wishes
        wishes.many.connect(lambda wish, rows: errands.send(self._do(wish, rows)))
        wishes.move.connect(lambda rows, folder: errands.send(self._move(rows, folder)))
        wishes.tag.connect(lambda rows, name, bears: errands.send(self._tag(rows, name, bears=bears)))
        wishes.new_folder.connect(self._ask_for_folder)
        wishes.new_tag.connect(self._ask_for_tag)
        wishes.folder_rename.connect(lambda folder, name: errands.send(self._rename(folder, name)))
        wishes.folder_removal.connect(lambda folder: errands.send(self._remove(folder)))
        wishes.typed.connect(self._look_for)

    def apply(self, event: Event) -> None:
        """A reply that has ended while another conversation was shown is yet to be read."""
        match event:
            case ReplyEnded(conversation_id) if conversation_id != self._shown():
                self._errands.send(self._arranging.mark_unread([conversation_id], unread=True))
            case _:
                pass

    def see(self) -> None:
        """What is shown now is read, as soon as it is known whether it was not."""
        self._unseen = self._shown()
        self.told()

    def told(self) -> None:
        """More is known of the rows than before."""
        row = self._sidebar.known.of(self._unseen)
        if row:
            self._unseen = None
            if row.is_unread:
                self.unread_shown.emit(row.conversation.id)
                self._errands.send(self._arranging.mark_unread([row.conversation.id], unread=False))

    async def _do(self, wish: Wish, rows: Chosen) -> None:
        if wish is Wish.TRASH:
            await self._delete(rows)
            return
        those = await self._lasting(rows)
        match wish:
            case Wish.PIN | Wish.UNPIN:
                undos = await self._arranging.pin(those, pinned=wish is Wish.PIN)
                self._offer(_pinned(len(those), pinned=wish is Wish.PIN), undos)
            case Wish.READ | Wish.UNREAD:
                await self._arranging.mark_unread(those, unread=wish is Wish.UNREAD)
            case Wish.ARCHIVE:
                self._offer(_archived(len(those)), await self._arranging.archive(those, archived=True))
            case Wish.UNARCHIVE:
                await self._arranging.archive(those, archived=False)
            case Wish.RESTORE:
                await self._arranging.restore(those)
            case Wish.REMOVE:
                pass  # asked about first, elsewhere
            case _:
                assert_never(wish)

    async def _delete(self, rows: Chosen) -> None:
        """Move what is kept to the trash. What is temporary has none, so that is asked about first."""
        if passing := await self._listing.rows(number for number in rows if number < 0):
            self._sidebar.wishes.forget.emit([row.conversation.id for row in passing])
        if lasting := tuple(number for number in rows if number > 0):
            await self._acts.delete(await self._listing.ids(lasting), lasting)

    async def _move(self, rows: Chosen, folder: FolderId | None) -> None:
        those = await self._lasting(rows)
        undos = await self._arranging.move(those, folder)
        self._offer(tr("Moved") if len(those) == 1 else tr("{count} moved").format(count=len(those)), undos)

    async def _tag(self, rows: Chosen, name: str, *, bears: bool) -> None:
        """Only those that it changes are changed back."""
        deeds = (self._arranging.add_tag, self._arranging.take_tag)
        deed, back = deeds if bears else reversed(deeds)
        changed = await deed(await self._lasting(rows), name)
        words = tr("Tag “{name}” added") if bears else tr("Tag “{name}” taken off")
        if changed:
            self._acts.offer(words.format(name=single_line(name)), lambda: _done(back(changed, name)))

    async def _lasting(self, rows: Chosen) -> list[ConversationId]:
        """Return what is kept of these. Raises ConversationTemporary where nothing is."""
        if rows and all(number < 0 for number in rows):
            raise ConversationTemporary("Temporary conversations have no place among the others.")
        return await self._listing.ids(rows)

    async def _rename(self, folder: FolderId, name: str) -> None:
        await self._arranging.rename_folder(folder, name)

    async def _remove(self, folder: FolderId) -> None:
        self._offer(tr("Folder removed"), [await self._arranging.remove_folder(folder)])

    def _offer(self, words: str, undos: list[Undo]) -> None:
        held = TakingBack(self._controller.removing, undos, self._errands.send)
        self._acts.offer(words, held.attempt, held=held)

    def _ask_for_folder(self, rows: Chosen) -> None:
        async def make(name: str) -> None:
            folder = await self._arranging.add_folder(name)
            await self._move(rows, folder.id)

        self._ask(tr("New folder"), tr("Make and move"), make)

    def _ask_for_tag(self, rows: Chosen) -> None:
        self._ask(tr("New tag"), tr("Add"), lambda name: self._tag(rows, name, bears=True))

    def _ask(self, title: str, deed: str, make: Callable[[str], Awaitable[None]]) -> None:
        dialog = NameDialog(self._theme, title, deed, self._sidebar.window())
        dialog.named.connect(lambda name: self._errands.send(_try(dialog, make(name))))
        dialog.open()

    def _look_for(self, letters: str) -> None:
        self._typed = letters
        self._errands.send(self._go_to(letters))

    async def _go_to(self, letters: str) -> None:
        numbers = await self._listing.beginning_with(letters)
        if letters == self._typed:
            self._sidebar.places.rows.go_to_one_of(numbers)


async def _try(dialog: NameDialog, making: Awaitable[None]) -> None:
    """Close the dialog once its name was taken. A refused one is told in it."""
    try:
        await making
    except InputError as error:
        dialog.refuse(words_for(error.fault).sentence)
    else:
        dialog.accept()


async def _done(doing: Awaitable[object]) -> None:
    await doing


def _pinned(count: int, *, pinned: bool) -> str:
    if count == 1:
        return tr("Pinned") if pinned else tr("Unpinned")
    return (tr("{count} pinned") if pinned else tr("{count} unpinned")).format(count=count)


def _archived(count: int) -> str:
    return tr("Archived") if count == 1 else tr("{count} archived").format(count=count)
