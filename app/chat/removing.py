"""Deleting for ever, and having back what an undo can still bring back."""

from collections.abc import Iterable

from app.chat.answering import Answering
from app.chat.keeping import Keeping
from app.domain.conversation import Sharing
from app.domain.events import (
    BranchesChanged,
    ConversationRemoved,
    ConversationsMarked,
    FoldersChanged,
    UndoForgotten,
    ViewChanged,
)
from app.domain.ids import ConversationId, UndoId
from app.domain.undo import OF_THE_LIST, Undo
from app.store import conversations, removal, undo
from app.store.archive import Archive


class Removing:
    """Lives on the loop's thread."""

    def __init__(self, keeping: Keeping, answering: Answering) -> None:
        self._keeping = keeping
        self._parts = keeping.lasting
        self._answering = answering
        self._offered: set[UndoId] = set()

    async def sharing(self, conversation: ConversationId) -> list[Sharing]:
        """Return which other conversations hold items of this one, and how many: these would stay."""
        return await self._keeping.of(conversation).archive.study(removal.sharing, conversation)

    async def delete_for_ever(self, conversation: ConversationId) -> None:
        """Stop the reply, if one is under way, and remove the conversation. No undo brings it back.

        What has gone meanwhile, as the old trash does by itself, is passed over.
        """
        await self._answering.end(conversation)
        if await self._keeping.of(conversation).archive.write(removal.remove_present, conversation):
            self._parts.events.publish(ConversationRemoved(conversation))

    async def empty_trash(self) -> int:
        """Remove all that is in the trash. Return how many conversations that were.

        What is restored meanwhile stays.
        """
        trashed = await self._parts.archive.read(conversations.list_trash)
        return sum([await self._remove_trash(conversation.id) for conversation in trashed])

    async def _remove_trash(self, conversation: ConversationId) -> bool:
        """Remove what is in the trash. False if it is there no more: nothing happens to it then."""
        archive = self._parts.archive
        if await archive.read(removal.is_trash, conversation):
            await self._answering.end(conversation)
        if not await archive.write(removal.remove_trash, conversation):
            return False
        self._parts.events.publish(ConversationRemoved(conversation))
        return True

    async def undo(self, undo_id: UndoId) -> None:
        """Take an act back. Raises UndoOutdated, and changes nothing then; ReplyUnderWay too."""
        archive = await self._holder(undo_id)
        if await archive.read(undo.act_of, undo_id) in OF_THE_LIST:  # also while a reply is under way
            await self._take_back_in_list(archive, undo_id)
            return
        for conversation in await archive.read(undo.concerned, undo_id):
            self._answering.require_rest(conversation)
        for conversation in await archive.write(undo.play, undo_id, self._parts.now()):
            await self._tell(archive, conversation)

    @property
    def offered(self) -> frozenset[UndoId]:
        """What somebody can still have undone. What only another undo holds goes at the next rest."""
        return frozenset(self._offered)

    def hold(self, undos: Iterable[Undo]) -> None:
        """Keep what these can bring back, for as long as the person is offered that."""
        self._offered.update(each.id for each in undos)

    def let_go(self, undos: Iterable[Undo]) -> None:
        """Nobody can have these undone any more: what only they hold may leave the file."""
        self._offered.difference_update(each.id for each in undos)
        self._parts.events.publish(UndoForgotten())

    async def _take_back_in_list(self, archive: Archive, undo_id: UndoId) -> None:
        marked = await archive.write(undo.play, undo_id, self._parts.now())
        self._parts.events.publish(ConversationsMarked(marked))
        self._parts.events.publish(FoldersChanged())

    async def _holder(self, undo_id: UndoId) -> Archive:
        """Return the archive in which the act can be taken back or, where none is, the one on the disk."""
        for archive in self._keeping.archives:
            if await archive.read(undo.is_kept, undo_id):
                return archive
        return self._parts.archive

    async def _tell(self, archive: Archive, conversation: ConversationId) -> None:
        publish = self._parts.events.publish
        if not await archive.read(conversations.exists, conversation):
            publish(ConversationRemoved(conversation))
            return
        publish(BranchesChanged(conversation))
        publish(ViewChanged(conversation))
