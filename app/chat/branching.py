"""What a person can do with the branches of a conversation. Whatever lets one go can be undone."""

from collections.abc import Mapping
from dataclasses import replace

from app.chat.answering import Answering
from app.chat.keeping import Keeping
from app.domain.branch import Branch, Pruning, Range
from app.domain.branch_map import BranchMap
from app.domain.conversation import Found, HistoryPage, Versions
from app.domain.events import BranchesChanged, ConversationCreated, FoldersChanged, ViewChanged
from app.domain.ids import BranchId, ConversationId, IdSource, ItemId, UndoId
from app.domain.item import Item
from app.domain.naming import one_line
from app.domain.undo import Act, Undo
from app.store import branches, history, pruning, versions
from app.store.archive import Archive
from app.store.branch_map import drawn_map, openings

_PAGE = 100
_NEAR = 4  # as many as a reply may begin with before its text


class Branching:
    """Lives on the loop's thread. While a reply grows, its conversation keeps to the branch it grows on."""

    def __init__(self, keeping: Keeping, answering: Answering) -> None:
        self._keeping = keeping
        self._parts = keeping.lasting
        self._answering = answering

    async def all(self, conversation: ConversationId) -> list[Branch]:
        """Return a conversation's branches in the order of their making."""
        return await self._archive(conversation).study(branches.list_branches, conversation)

    async def map(self, conversation: ConversationId) -> BranchMap:
        """Return the map of a conversation's branches."""
        return await self._archive(conversation).study(drawn_map, conversation)

    async def openings(
        self, conversation: ConversationId, stretches: tuple[Range, ...]
    ) -> dict[tuple[int, int], Item]:
        """Return how stretches of the map begin, by run and first depth."""
        return await self._archive(conversation).study(openings, conversation, stretches)

    async def versions(
        self, conversation: ConversationId, first: int, last: int
    ) -> dict[int, tuple[ItemId, ...]]:
        """Return all versions at the depths of the shown branch that have more than one."""
        return await self._archive(conversation).read(versions.versions_between, conversation, first, last)

    async def versions_at(self, conversation: ConversationId, depth: int) -> Mapping[ItemId, Versions]:
        """Return the versions of what stands at a depth of the shown branch, and just before it."""
        page = await self._archive(conversation).read(history.page, conversation, depth + 1, _NEAR)
        return page.versions

    async def page_after(self, conversation: ConversationId, after: int) -> HistoryPage:
        """Return the items that come next behind depth `after`."""
        return await self._archive(conversation).read(history.page_after, conversation, after, _PAGE)

    async def page_around(self, conversation: ConversationId, item: ItemId) -> Found:
        """Return a page with `item` in its middle, of a branch that holds it."""
        return await self._archive(conversation).read(history.page_around, conversation, item, _PAGE)

    async def fork_at(self, conversation: ConversationId, item: ItemId) -> BranchId:
        """Go on from `item` on a branch of its own, which is shown. Raises ReplyUnderWay."""
        self._answering.require_rest(conversation)
        made = BranchId(self._parts.ids.next())
        await self._archive(conversation).write(branches.fork_at, conversation, item, made, self._parts.now())
        await self.show(conversation, made)
        return made

    async def fork_before(self, conversation: ConversationId, item: ItemId) -> BranchId:
        """Make room for another version of `item`, on a branch that is shown. Raises ReplyUnderWay."""
        self._answering.require_rest(conversation)
        made = BranchId(self._parts.ids.next())
        await self._archive(conversation).write(
            branches.fork_before, conversation, item, made, self._parts.now()
        )
        await self.show(conversation, made)
        return made

    async def show(self, conversation: ConversationId, branch: BranchId) -> None:
        """Show a branch from now on. Raises ReplyUnderWay."""
        self._answering.require_rest(conversation)
        await self._archive(conversation).write(branches.show_branch, branch, self._parts.now())
        self._tell(conversation)

    async def show_version(self, conversation: ConversationId, item: ItemId) -> BranchId:
        """Show the newest branch that holds `item`. Raises ReplyUnderWay."""
        self._answering.require_rest(conversation)
        shown = await self._archive(conversation).write(
            branches.show_version, conversation, item, self._parts.now()
        )
        self._tell(conversation)
        return shown

    async def name(self, conversation: ConversationId, branch: BranchId, name: str) -> None:
        """Name a branch; without a word, it has no name any more. Raises NameTaken."""
        await self._archive(conversation).write(
            branches.name_branch, branch, one_line(name) or None, self._parts.now()
        )
        self._parts.events.publish(BranchesChanged(conversation))

    async def make_main(self, conversation: ConversationId, branch: BranchId) -> None:
        await self._archive(conversation).write(branches.make_main, branch, self._parts.now())
        self._parts.events.publish(BranchesChanged(conversation))

    async def delete(self, conversation: ConversationId, branch: BranchId) -> Undo:
        """Delete a branch. Raises OnlyBranch and ReplyUnderWay."""
        self._answering.require_rest(conversation)
        undo = _undo(self._parts.ids, Act.DELETE_BRANCH)
        await self._archive(conversation).write(pruning.delete_branch, branch, undo, self._parts.now())
        self._tell(conversation)
        return undo

    async def pruning(self, conversation: ConversationId) -> Pruning:
        """Tell what pruning would take away."""
        return await self._archive(conversation).study(pruning.pruning, conversation)

    async def prune(self, conversation: ConversationId) -> Undo:
        """Delete all branches but the shown one. Raises ReplyUnderWay."""
        self._answering.require_rest(conversation)
        undo = _undo(self._parts.ids, Act.PRUNE)
        await self._archive(conversation).write(pruning.prune, conversation, undo, self._parts.now())
        self._tell(conversation)
        return undo

    async def detach(self, conversation: ConversationId, branch: BranchId) -> Undo:
        """Make a branch the only one of a new conversation. Raises OnlyBranch and ReplyUnderWay."""
        self._answering.require_rest(conversation)
        undo, to = _undo(self._parts.ids, Act.DETACH), ConversationId(self._parts.ids.next())
        made = await self._archive(conversation).write(pruning.detach, branch, to, undo, self._parts.now())
        if self._keeping.is_temporary(conversation):
            await self._keeping.keep_in_memory(to)
            made = replace(made, is_temporary=True)
        self._parts.events.publish(ConversationCreated(made))
        self._parts.events.publish(FoldersChanged())
        self._tell(conversation)
        return undo

    def _archive(self, conversation: ConversationId) -> Archive:
        return self._keeping.of(conversation).archive

    def _tell(self, conversation: ConversationId) -> None:
        self._parts.events.publish(BranchesChanged(conversation))
        self._parts.events.publish(ViewChanged(conversation))


def _undo(ids: IdSource, act: Act) -> Undo:
    return Undo(UndoId(ids.next()), act)
