"""Random histories of several conversations, kept a second time as plain lists."""

import random
from dataclasses import dataclass, replace

import pytest

from app.domain.conversation import Conversation, TitleSource
from app.domain.errors import ConversationInTrash
from app.domain.ids import BranchId, ConversationId
from app.domain.item import ItemState
from app.store import conversations
from tests.unit.store.writing import Writing


@dataclass
class Plain:
    """A conversation without any tree: everything it holds is its own."""

    listed: Conversation
    items: list[str]
    trashed_at: int = 0


class Oracle:
    """Does the same to the archive and to the lists. No moment comes twice, so that every order is known."""

    def __init__(self, writing: Writing, seed: int) -> None:
        self._writing = writing
        self._connection = writing.connection
        self._choose = random.Random(seed)  # noqa: S311 (a history, not a secret)
        self._plain: dict[ConversationId, Plain] = {}
        self._now = 0
        self._begin()

    def step(self) -> None:
        """Do something at random to a random conversation."""
        work = (self._append, self._branch, self._trash, self._restore, self._rename)
        (chosen,) = self._choose.choices(work, weights=(50, 20, 12, 12, 6))
        self._now += 1
        chosen(self._choose.choice(list(self._plain)))

    def agrees(self) -> None:
        """See that the archive tells of every conversation what the lists tell."""
        kept = list(self._plain.values())
        in_list = sorted((each for each in kept if not each.trashed_at), key=lambda it: -it.listed.changed_at)
        in_trash = sorted((each for each in kept if each.trashed_at), key=lambda it: -it.trashed_at)
        assert conversations.list_conversations(self._connection) == [each.listed for each in in_list]
        assert conversations.list_trash(self._connection) == [each.listed for each in in_trash]
        for name, each in self._plain.items():
            assert self._writing.names(name) == each.items

    def _begin(self) -> None:
        self._now += 1
        name = ConversationId(f"conversation {self._now}")
        listed = Conversation(
            name, BranchId(name), f"Title {name}", TitleSource.QUESTION, self._now, self._now
        )
        conversations.add_conversation(self._connection, listed)
        self._plain[name] = Plain(listed, [])

    def _append(self, name: ConversationId) -> None:
        """Add a turn or, now and then, only its question; in place of one for the trash, begin anew."""
        plain = self._plain[name]
        if plain.trashed_at:
            self._begin()
            return
        plain.items.append(self._writing.question(name, f"question {self._now}", self._now).id)
        if self._choose.random() < 0.9:
            reply = self._writing.reply(name, f"reply {self._now}", ItemState.COMPLETE, self._now)
            plain.items.append(reply.id)
        plain.listed = replace(plain.listed, changed_at=self._now)

    def _branch(self, name: ConversationId) -> None:
        plain, to = self._plain[name], ConversationId(f"branch {self._now}")
        if plain.trashed_at:
            with pytest.raises(ConversationInTrash):
                conversations.branch_conversation(self._connection, name, to, BranchId(to), self._now)
        else:
            conversations.branch_conversation(self._connection, name, to, BranchId(to), self._now)
            made = replace(
                plain.listed, id=to, shown_branch=BranchId(to), created_at=self._now, changed_at=self._now
            )
            self._plain[to] = Plain(made, list(plain.items))

    def _trash(self, name: ConversationId) -> None:
        plain = self._plain[name]
        assert conversations.trash(self._connection, name, self._now) is not bool(plain.trashed_at)
        plain.trashed_at = plain.trashed_at or self._now

    def _restore(self, name: ConversationId) -> None:
        plain = self._plain[name]
        expected = plain.listed if plain.trashed_at else None
        assert conversations.restore(self._connection, name, 9) == expected
        plain.trashed_at = 0

    def _rename(self, name: ConversationId) -> None:
        plain, title = self._plain[name], f"Renamed {self._now}"
        conversations.rename(self._connection, name, title, 9)
        plain.listed = replace(plain.listed, title=title, title_source=TitleSource.PERSON)
