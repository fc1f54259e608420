"""What makes trees grow, done to an archive and to plain lists."""

import random
from collections import Counter
from dataclasses import replace

import pytest

from app.domain.errors import ConversationInTrash, NameTaken
from app.domain.ids import BranchId, ConversationId, ItemId
from app.store import branches, conversations
from tests.unit.store.plain_tree import Marks, PlainBranch, PlainConversation, PlainTree
from tests.unit.store.writing import Writing


class Deeds:
    """Each makes something grow in one conversation, and in its plain twin."""

    def __init__(
        self, writing: Writing, plain: PlainTree, choose: random.Random, now: int, counts: Counter[str]
    ) -> None:
        self.writing = writing
        self.connection = writing.connection
        self.plain = plain
        self.choose = choose
        self.now = now
        self.counts = counts

    def append(self, conversation: str) -> None:
        branch = self.plain.conversations[conversation].shown
        item = f"i{self.now}"
        self.writing.question(branch, item, self.now)
        self.plain.branches[branch].items.append(item)
        self.plain.texts[item] = item
        self.plain.conversations[conversation].has_grown = True

    def fork(self, conversation: str) -> None:
        held = sorted(self.plain.held(conversation))
        if not held or self.choose.random() < 0.2:
            of = self.choose.choice(self.plain.of(conversation))
            branches.fork_end(self.connection, BranchId(of), BranchId(f"b{self.now}"), self.now)
            self._add_branch(conversation, list(self.plain.branches[of].items))
            return
        item = self.choose.choice(held)
        path = next(branch.items for branch in self._all(conversation) if item in branch.items)
        is_before = self.choose.random() < 0.5
        make = branches.fork_before if is_before else branches.fork_at
        make(self.connection, ConversationId(conversation), ItemId(item), BranchId(f"b{self.now}"), self.now)
        self._add_branch(conversation, path[: path.index(item) + (not is_before)])

    def regenerate(self, conversation: str) -> None:
        if not self.plain.path(conversation):
            return
        item = self.choose.choice([self.plain.path(conversation)[0], *self.plain.path(conversation)])
        branch, path = BranchId(f"b{self.now}"), self.plain.path(conversation)
        branches.fork_before(self.connection, ConversationId(conversation), ItemId(item), branch, self.now)
        branches.show_branch(self.connection, branch, 9)
        self._add_branch(conversation, path[: path.index(item)])
        self.plain.conversations[conversation].shown = branch
        self.append(conversation)

    def branch_off(self, conversation: str) -> None:
        to, plain = f"c{self.now}", self.plain.conversations[conversation]
        args = ConversationId(conversation), ConversationId(to), BranchId(f"b{self.now}"), self.now
        if plain.is_trashed:
            with pytest.raises(ConversationInTrash):
                conversations.branch_conversation(self.connection, *args)
            return
        conversations.branch_conversation(self.connection, *args)
        path = self.plain.path(conversation)
        self.plain.conversations[to] = PlainConversation(args[2], args[2], self._copied(conversation, path))
        self._add_branch(to, list(path))

    def show(self, conversation: str) -> None:
        branch = self.choose.choice(self.plain.of(conversation))
        branches.show_branch(self.connection, BranchId(branch), 9)
        self.plain.conversations[conversation].shown = branch

    def call(self, conversation: str) -> None:
        """Name a branch: there are few names, so that they are often taken."""
        branch, name = self.choose.choice(self.plain.of(conversation)), self.choose.choice([None, "x", "y"])
        others = [self.plain.branches[each].name for each in self.plain.of(conversation) if each != branch]
        if name is not None and name in others:
            with pytest.raises(NameTaken):
                branches.name_branch(self.connection, BranchId(branch), name, 9)
            return
        branches.name_branch(self.connection, BranchId(branch), name, 9)
        self.plain.branches[branch].name = name

    def lead(self, conversation: str) -> None:
        branch = self.choose.choice(self.plain.of(conversation))
        branches.make_main(self.connection, BranchId(branch), 9)
        self.plain.conversations[conversation].main = branch

    def _add_branch(self, conversation: str, items: list[str]) -> None:
        self.plain.branches[f"b{self.now}"] = PlainBranch(conversation, items)

    def _all(self, conversation: str) -> list[PlainBranch]:
        return [self.plain.branches[name] for name in self.plain.of(conversation)]

    def _copied(self, conversation: str, path: list[str]) -> dict[str, Marks]:
        marks = self.plain.conversations[conversation].marks
        return {item: replace(marks[item]) for item in path if item in marks}
