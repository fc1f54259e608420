"""Random histories of trees: everything a person can do, done to an archive and to plain lists."""

import random
from collections import Counter

from app.domain.branch import Pruning
from app.domain.ids import ConversationId, ItemId
from app.store import branches, history, pruning, removal, undo, versions, words
from tests.unit.store.plain_tree import PlainBranch, PlainConversation, PlainTree
from tests.unit.store.tree_acts import Acts
from tests.unit.store.writing import Writing

DEEDS = (
    ("append", 30), ("fork", 10), ("regenerate", 10), ("branch_off", 6), ("show", 5), ("call", 3),
    ("lead", 2), ("hide", 10), ("edit", 6), ("step_back", 5), ("delete_branch", 6), ("prune", 2),
    ("detach", 4), ("trash", 3), ("remove", 2), ("play", 12), ("wait", 6), ("purge", 7),
)  # fmt: skip


class TreeOracle:
    """Does the same to both, and sees that they agree."""

    def __init__(self, writing: Writing, seed: int) -> None:
        self.writing = writing
        self.connection = writing.connection
        self.plain = PlainTree()
        self.choose = random.Random(seed)  # noqa: S311 (a history, not a secret)
        self.now = 10 * undo.KEPT_FOR
        self.counts: Counter[str] = Counter()
        self.begin()

    def step(self) -> str:
        names, weights = zip(*DEEDS, strict=True)
        (deed,) = self.choose.choices(names, weights=weights)
        if not self.plain.conversations:
            self.begin()
        self.now += 1_000
        conversation = self.choose.choice(list(self.plain.conversations))
        getattr(Acts(self.writing, self.plain, self.choose, self.now, self.counts), deed)(conversation)
        self.counts[deed] += 1
        return conversation

    def begin(self) -> None:
        self.now += 1_000
        name = f"c{self.now}"
        self.writing.conversation(name)
        self.plain.branches[name] = PlainBranch(name, [])
        self.plain.conversations[name] = PlainConversation(name, name)

    def agrees(self) -> None:
        """See that the archive tells of each conversation what the lists tell."""
        for conversation in self.plain.conversations:
            self.agrees_on(conversation)

    def agrees_on(self, name: str) -> None:
        if name not in self.plain.conversations:
            return
        plain, conversation = self.plain.conversations[name], ConversationId(name)
        listed = branches.list_branches(self.connection, conversation)
        assert {(each.id, each.length, each.name, each.is_main, each.is_shown) for each in listed} == {
            (branch, len(kept.items), kept.name, branch == plain.main, branch == plain.shown)
            for branch, kept in self.plain.branches.items()
            if kept.conversation == name
        }
        view, length = self.plain.view(name), len(self.plain.path(name))
        self._pages_agree(conversation, view, length)
        assert versions.versions_between(self.connection, conversation, 1, length) == self.plain.versions(
            name
        )
        others = len(listed) - 1
        goes = len(self.plain.held(name) - set(self.plain.path(name)))
        assert pruning.pruning(self.connection, conversation) == Pruning(others, goes)
        shared = {each.id: each.items for each in removal.sharing(self.connection, conversation)}
        assert shared == self.plain.sharing(name)

    def _pages_agree(self, conversation: ConversationId, view: list[tuple[str, str]], length: int) -> None:
        page = history.page(self.connection, conversation, None, length + 1)
        assert ([(item.id, item.text) for item in page.items], page.length) == (view, length)
        depths = {item.id: item.depth for item in page.items}
        start, limit = self.choose.randint(1, length + 2), self.choose.randint(1, 5)
        page = history.page(self.connection, conversation, start, limit)
        assert [item.id for item in page.items] == [each for each in depths if depths[each] < start][-limit:]
        page = history.page_after(self.connection, conversation, start, limit)
        assert [item.id for item in page.items] == [each for each in depths if depths[each] > start][:limit]
        for anchor in list(depths)[:1]:
            found = history.page_around(self.connection, conversation, ItemId(anchor), limit)
            assert anchor in [item.id for item in found.page.items]

    def is_sound(self) -> None:
        """See that no row points nowhere, and that the index holds the words of what there is."""
        assert self.connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert words.is_whole(self.connection)
