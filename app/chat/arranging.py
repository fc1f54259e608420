"""How a person keeps order among conversations: pins, folders, tags, the archived ones and the trash.

Every act is on any number of them. Many are done in portions, so that nobody else waits long for the writer.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from app.chat.answering import Answering
from app.chat.keeping import Keeping
from app.domain.events import (
    ConversationRestored,
    ConversationsMarked,
    ConversationTrashed,
    FoldersChanged,
)
from app.domain.ids import ConversationId, FolderId, UndoId
from app.domain.library import Folder
from app.domain.undo import Undo
from app.store import conversations, folders, marks, tags
from app.store.driver import Connection

_PORTION = 200
Many = Sequence[ConversationId]
T = TypeVar("T")
Tagging = Callable[[Connection, Many, str, int], list[ConversationId]]
Deed = Callable[[Connection, Many, T, UndoId, int], Undo]
"""Changes rows in a way that can be taken back."""


class Arranging:
    """Lives on the loop's thread. Undos are played by `controller.removing`, the last one first.

    What is temporary has no place in any of these: it is left as it is.
    """

    def __init__(self, keeping: Keeping, answering: Answering) -> None:
        self._keeping = keeping
        self._parts = keeping.lasting
        self._write = keeping.lasting.archive.write
        self._answering = answering

    async def pin(self, those: Many, *, pinned: bool) -> list[Undo]:
        """Keep conversations at the top of the list, or no longer. What was archived comes back with it."""
        at = self._parts.now() if pinned else None
        return [await self._told(each, marks.pin, at) for each in self._portions(those)]

    async def archive(self, those: Many, *, archived: bool) -> list[Undo]:
        """Put conversations among the archived ones, or back into the list."""
        at = self._parts.now() if archived else None
        return [await self._told(each, marks.archive, at) for each in self._portions(those)]

    async def move(self, those: Many, folder: FolderId | None) -> list[Undo]:
        """Put conversations into a folder, or into none."""
        undos = [await self._told(each, folders.move, folder) for each in self._portions(those)]
        self._parts.events.publish(FoldersChanged())
        return undos

    async def mark_unread(self, those: Many, *, unread: bool) -> None:
        for portion in self._portions(those):
            if changed := await self._write(marks.mark_unread, portion, unread=unread):
                self._tell(changed)

    async def add_tag(self, those: Many, name: str) -> list[ConversationId]:
        """Let conversations bear one tag more. Returns those that did not bear it. Raises EmptyName."""
        return await self._tag(those, tags.add_tag, name)

    async def take_tag(self, those: Many, name: str) -> list[ConversationId]:
        """Let conversations bear a tag no longer. Returns those that did."""
        return await self._tag(those, tags.take_tag, name)

    async def trash(self, those: Many) -> None:
        """Stop the replies that are under way, and take conversations out of the list. Nothing is lost."""
        for portion in self._portions(those):
            for each in portion:
                await self._answering.end(each)
            for gone in await self._write(conversations.trash_all, portion, self._parts.now()):
                self._parts.events.publish(ConversationTrashed(gone))
        self._parts.events.publish(FoldersChanged())

    async def restore(self, those: Many) -> None:
        """Put conversations from the trash back to where they were."""
        for portion in self._portions(those):
            for back in await self._write(conversations.restore_all, portion, self._parts.now()):
                self._parts.events.publish(ConversationRestored(back))
        self._parts.events.publish(FoldersChanged())

    async def add_folder(self, name: str) -> Folder:
        """Make an empty folder. Raises EmptyName and NameTaken."""
        folder = FolderId(self._parts.ids.next())
        made = await self._write(folders.add_folder, folder, name, self._parts.now())
        self._parts.events.publish(FoldersChanged())
        return made

    async def rename_folder(self, folder: FolderId, name: str) -> Undo:
        """Give a folder another name. Raises EmptyName and NameTaken."""
        undo = await self._write(folders.rename_folder, folder, name, self._undo(), self._parts.now())
        self._parts.events.publish(FoldersChanged())
        return undo

    async def remove_folder(self, folder: FolderId) -> Undo:
        """Remove a folder. What was in it lies in none from now on."""
        within = await self._parts.archive.study(folders.within, folder)
        undo = await self._write(folders.remove_folder, folder, self._undo(), self._parts.now())
        self._tell(within)
        self._parts.events.publish(FoldersChanged())
        return undo

    async def _told(self, portion: Many, deed: Deed[T], to: T) -> Undo:
        undo = await self._write(deed, portion, to, self._undo(), self._parts.now())
        self._tell(portion)
        return undo

    async def _tag(self, those: Many, deed: Tagging, name: str) -> list[ConversationId]:
        changed: list[ConversationId] = []
        for portion in self._portions(those):
            changed += await self._write(deed, portion, name, self._parts.now())
            self._tell(portion)
        return changed

    def _portions(self, those: Many) -> Iterator[list[ConversationId]]:
        lasting = (each for each in those if not self._keeping.is_temporary(each))
        while portion := list(islice(lasting, _PORTION)):
            yield portion

    def _tell(self, those: Iterable[ConversationId]) -> None:
        self._parts.events.publish(ConversationsMarked(tuple(those)))

    def _undo(self) -> UndoId:
        return UndoId(self._parts.ids.next())
