"""Has Branching's face, as far as the window looks: a tree and versions that a test or a picture says."""

import random
from collections.abc import Awaitable, Callable

from app.chat.event_stream import EventStream
from app.domain.branch import Branch, Pruning, Range, Tip
from app.domain.branch_map import BranchMap, MapShape, branch_map
from app.domain.conversation import Found, HistoryPage, Versions
from app.domain.events import BranchesChanged, ViewChanged
from app.domain.ids import BranchId, ConversationId, ItemId
from app.domain.item import Item, ItemState, Role, question_body

C = ConversationId("c")
_WORDS = (
    "How does the cooling curve change the blue?",
    "And if my kiln cannot drop faster than 120 °C an hour?",
    "Give me a small script to log it",
    "The same for an electric kiln, please",
    "Shorter",
    "What would a potter in Longquan have said to that, and would they have agreed with each other?",
)


def a_branch(
    name: str,
    run: int | None,
    depth: int,
    *,
    called: str | None = None,
    shown: bool = False,
    main: bool = False,
) -> Branch:
    return Branch(BranchId(name), C, called, Tip(run, depth), 0, main, shown, 1_780_000_000_000_000)


def few() -> MapShape:
    """A main line, two ways off it, and a way off one of them that is shown."""
    return MapShape(
        (
            a_branch("one", 1, 46, main=True),
            a_branch("two", 2, 14, called="With an electric kiln"),
            a_branch("three", 3, 21),
            a_branch("four", 4, 30, called="Shorter, for Anna", shown=True),
            a_branch("five", 4, 30, called="Printed"),
        ),
        {1: (None, 0), 2: (1, 12), 3: (1, 12), 4: (3, 17)},
    )


def many(count: int = 1_000) -> MapShape:
    chance = random.Random(7)  # noqa: S311
    starts: dict[int, tuple[int | None, int]] = {1: (None, 0)}
    ends = {1: 4_000}
    branches = [a_branch("b1", 1, 4_000, main=True)]
    for run in range(2, count + 1):
        parent = 1 if chance.random() < 0.6 else chance.randint(1, run - 1)
        depth = chance.randint(starts[parent][1] + 1, ends[parent])
        starts[run], ends[run] = (parent, depth), depth + chance.randint(1, 40)
        name = f"Try {run}" if run % 17 == 0 else None
        branches.append(a_branch(f"b{run}", run, ends[run], called=name, shown=run == 640))
    return MapShape(tuple(branches), starts)


class ScriptedBranches:
    def __init__(self, events: EventStream, shape: MapShape | None = None) -> None:
        self.shape = shape or MapShape((a_branch("one", 1, 2, main=True, shown=True),), {1: (None, 0)})
        self.done: list[tuple[str, object]] = []
        self.versions: dict[ItemId, Versions] = {}
        self.read: Callable[[ConversationId], Awaitable[HistoryPage]] | None = None
        self._events = events

    async def versions_at(self, _conversation: ConversationId, _depth: int) -> dict[ItemId, Versions]:
        return self.versions

    async def page_around(self, conversation: ConversationId, _item: ItemId) -> Found:
        assert self.read
        return Found(self.shape.branches[0].id, await self.read(conversation), is_shown=True)

    async def map(self, _conversation: ConversationId) -> BranchMap:
        return branch_map(self.shape)

    async def openings(
        self, _conversation: ConversationId, stretches: tuple[Range, ...]
    ) -> dict[tuple[int, int], Item]:
        return {(part.run, part.first): _item(part) for part in stretches}

    async def show(self, conversation: ConversationId, branch: BranchId) -> None:
        self.done.append(("show", branch))
        self._events.publish(ViewChanged(conversation))

    async def name(self, conversation: ConversationId, branch: BranchId, name: str) -> None:
        self.done.append(("name", (branch, name)))
        self._events.publish(BranchesChanged(conversation))

    async def pruning(self, _conversation: ConversationId) -> Pruning:
        return Pruning(len(self.shape.branches) - 1, 123)


def _item(part: Range) -> Item:
    words = _WORDS[(part.run + part.first) % len(_WORDS)]
    name = ItemId(f"{part.run}-{part.first}")
    return Item(name, part.run, part.first, Role.PERSON, ItemState.COMPLETE, question_body(words), 1)
