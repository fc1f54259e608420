import random
from dataclasses import replace

import pytest

from app.domain.branch import Range, Tip
from app.domain.errors import BugError
from app.domain.ids import BranchId, ConversationId
from app.store import items, overlays, paths
from app.store.driver import Connection, transaction
from app.store.paths import Sight
from tests.unit.store.writing import Writing

HISTORIES = 60
OPERATIONS = 60


class Oracle:
    """The same histories as plain lists, one for each branch."""

    def __init__(self, writing: Writing, seed: int) -> None:
        self.writing = writing
        self.lists: dict[str, list[str]] = {}
        self._choose = random.Random(seed)  # noqa: S311 (a history, not a secret)
        self._seed = seed
        self._made = 0
        self._begin()

    def step(self) -> str:
        """Do something at random, here and there, and return the branch it was done to."""
        branch = self._choose.choice(list(self.lists))
        kind = self._choose.random()
        if kind < 0.65:
            return self._append(branch)
        if kind < 0.95:
            return self._fork(branch)
        return self._step_back(branch) if self.lists[branch] else self._begin()

    def _begin(self) -> str:
        name = self._name()
        self.writing.conversation(name)
        self.lists[name] = []
        return name

    def _append(self, branch: str) -> str:
        item = self.writing.question(branch, self._name())
        self.lists[branch].append(item.id)
        assert item.depth == len(self.lists[branch])
        return branch

    def _fork(self, branch: str) -> str:
        depth = self._choose.choice(
            [0, len(self.lists[branch]), self._choose.randint(0, len(self.lists[branch]))]
        )
        conversation, name = f"{self._seed}.1", self._name()
        self.writing.fork(conversation, name, self.writing.path(branch).tip_at(depth))
        self.lists[name] = self.lists[branch][:depth]
        return name

    def _step_back(self, branch: str) -> str:
        tip = self.writing.path(branch).tip_at(len(self.lists[branch]) - 1)
        self.writing.connection.execute(
            "UPDATE branch SET run = ?, depth = ? WHERE public_id = ?", (tip.run, tip.depth, branch)
        )
        self.lists[branch].pop()
        return branch

    def _name(self) -> str:
        self._made += 1
        return f"{self._seed}.{self._made}"

    def agrees_on(self, branch: str) -> None:
        expected = self.lists[branch]
        path = self.writing.path(branch)
        assert path.length == len(expected)
        assert self.writing.names(branch) == expected
        first, last = (self._choose.randint(-1, len(expected) + 2) for _ in range(2))
        page = items.items_between(self.writing.connection, path, first, last)
        assert [item.id for item in page] == expected[max(first, 1) - 1 : max(last, 0)]
        assert [item.depth for item in page] == list(range(max(first, 1), min(last, len(expected)) + 1))


def test_paths_and_pages_are_those_of_plain_lists(writing: Writing) -> None:
    for seed in range(HISTORIES):
        with transaction(writing.connection):
            oracle = Oracle(writing, seed)
            for _ in range(OPERATIONS):
                oracle.agrees_on(oracle.step())
            for branch in oracle.lists:
                oracle.agrees_on(branch)


def test_a_path_has_one_range_for_each_run_it_passes(writing: Writing) -> None:
    writing.conversation("a")
    for name in ("a1", "a2", "a3"):
        writing.question("a", name)
    writing.fork("a", "b", writing.path("a").tip_at(2))
    writing.question("b", "b3")
    writing.question("b", "b4")
    writing.fork("a", "c", writing.path("b").tip_at(3))
    assert writing.path("a").ranges == (Range(1, 1, 3),)
    assert writing.path("b").ranges == (Range(1, 1, 2), Range(2, 3, 4))
    assert writing.path("c").ranges == (Range(1, 1, 2), Range(2, 3, 3))


def test_a_fork_costs_one_row_until_it_grows(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    writing.question("a", "a1")
    writing.fork("a", "b", writing.path("a").tip_at(1))
    assert connection.execute("SELECT count(*) FROM run").fetchone() == (1,)
    writing.question("b", "b2")
    assert connection.execute("SELECT count(*) FROM run").fetchone() == (1,)
    writing.question("a", "a2")
    assert connection.execute("SELECT count(*) FROM run").fetchone() == (2,)
    assert (writing.names("a"), writing.names("b")) == (["a1", "a2"], ["a1", "b2"])


def test_a_fork_before_the_first_item_begins_anew(writing: Writing) -> None:
    writing.conversation("a")
    writing.question("a", "a1")
    writing.fork("a", "b", Tip(None, 0))
    assert writing.names("b") == []
    writing.question("b", "b1")
    assert (writing.names("a"), writing.names("b")) == (["a1"], ["b1"])


def test_a_conversation_shows_the_branch_it_points_at(writing: Writing, connection: Connection) -> None:
    conversation = writing.conversation("a")
    item = writing.question("a", "a1")
    writing.fork("a", "b", Tip(None, 0))
    assert paths.shown_tip(connection, conversation) == Tip(item.run, 1)
    writing.show("a", "b")
    assert paths.shown_tip(connection, conversation) == Tip(None, 0)


def test_one_look_tells_all_that_a_reader_must_know_of_a_branch(
    writing: Writing, connection: Connection
) -> None:
    a = writing.conversation("a")
    first = writing.question("a", "a1")
    number = connection.execute("SELECT id FROM conversation").fetchone()[0]
    alone = Sight(number, Tip(first.run, 1), Tip(None, 0), is_touched=False, is_branched=False)
    assert paths.shown_sight(connection, a) == alone
    second = writing.question("a", "a2")
    writing.fork("a", "b", Tip(first.run, 1))
    other = writing.question("b", "b2")
    overlays.pin(connection, a, second.id, 1, 9)
    grown = replace(alone, tip=Tip(first.run, 2), is_touched=True, is_branched=True)
    assert paths.shown_sight(connection, a) == grown
    forked = replace(grown, tip=Tip(other.run, 2), behind=Tip(first.run, 1))
    assert paths.sight_of(connection, BranchId("b")) == forked


def test_what_does_not_exist_is_our_own_fault(connection: Connection) -> None:
    with pytest.raises(BugError):
        paths.tip_of(connection, BranchId("missing"))
    with pytest.raises(BugError):
        paths.shown_tip(connection, ConversationId("missing"))
    with pytest.raises(BugError):
        paths.shown_sight(connection, ConversationId("missing"))
    with pytest.raises(BugError):
        paths.sight_of(connection, BranchId("missing"))
