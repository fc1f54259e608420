"""Conversations without any tree: every branch is a list of its own, and no marks are shared."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Marks:
    hidden: int | None = None
    text: str | None = None


@dataclass
class PlainBranch:
    conversation: str
    items: list[str]
    name: str | None = None


@dataclass
class PlainConversation:
    shown: str
    main: str | None
    marks: dict[str, Marks] = field(default_factory=dict)
    is_trashed: bool = False
    has_grown: bool = False


@dataclass
class PlainUndo:
    """`can` says whether it still fits, `play` takes the act back. `tips` and `marked` keep the purge off."""

    made_at: int
    concerned: set[str]
    can: Callable[[], bool]
    play: Callable[[], None]
    tips: list[list[str]] = field(default_factory=list)
    marked: set[str] = field(default_factory=set)


class PlainTree:
    """What an archive must agree with."""

    def __init__(self) -> None:
        self.conversations: dict[str, PlainConversation] = {}
        self.branches: dict[str, PlainBranch] = {}
        self.texts: dict[str, str] = {}
        self.emptied: set[str] = set()
        self.undos: dict[str, PlainUndo] = {}

    def of(self, conversation: str) -> list[str]:
        """The conversation's branches, in the order of their making."""
        return [name for name, branch in self.branches.items() if branch.conversation == conversation]

    def is_free(self, conversation: str, name: str | None) -> bool:
        return name is None or all(self.branches[other].name != name for other in self.of(conversation))

    def path(self, conversation: str) -> list[str]:
        return self.branches[self.conversations[conversation].shown].items

    def view(self, conversation: str) -> list[tuple[str, str]]:
        marks = self.conversations[conversation].marks
        shown = [(item, marks.get(item, Marks())) for item in self.path(conversation)]
        return [(item, mark.text or self.texts[item]) for item, mark in shown if mark.hidden is None]

    def versions(self, conversation: str) -> dict[int, tuple[str, ...]]:
        path = self.path(conversation)
        lists = [self.branches[name].items for name in self.of(conversation)]
        order = {item: number for number, item in enumerate(self.texts)}
        found = {}
        for depth in range(1, len(path) + 1):
            there = {
                each[depth - 1]
                for each in lists
                if len(each) >= depth and each[: depth - 1] == path[: depth - 1]
            }
            if len(there) > 1:
                found[depth] = tuple(sorted(there, key=order.__getitem__))
        return found

    def held(self, conversation: str) -> set[str]:
        return {item for name in self.of(conversation) for item in self.branches[name].items}

    def sharing(self, conversation: str) -> dict[str, int]:
        own = self.held(conversation)
        counts = {other: len(own & self.held(other)) for other in self.conversations if other != conversation}
        return {other: count for other, count in counts.items() if count}

    def live(self) -> set[str]:
        by_undos = {item for undo in self.undos.values() for tip in undo.tips for item in tip}
        return by_undos | {item for branch in self.branches.values() for item in branch.items}

    def purge(self) -> None:
        live = self.live()
        by_undos = {item for undo in self.undos.values() for tip in undo.tips for item in tip}
        by_undos |= {item for undo in self.undos.values() for item in undo.marked}
        self.texts = {item: text for item, text in self.texts.items() if item in live}
        for conversation in self.conversations.values():
            conversation.marks = {item: marks for item, marks in conversation.marks.items() if item in live}
        for item in live - by_undos:
            holders = [self.conversations[name] for name in self.conversations if item in self.held(name)]
            if all(item in each.marks and each.marks[item].hidden is not None for each in holders):
                self._empty(item)

    def _empty(self, item: str) -> None:
        self.emptied.add(item)
        for conversation in self.conversations.values():
            if item in conversation.marks:
                conversation.marks[item].text = None

    def remove(self, conversation: str) -> None:
        for name in self.of(conversation):
            del self.branches[name]
        del self.conversations[conversation]
        self.undos = {name: each for name, each in self.undos.items() if conversation not in each.concerned}
