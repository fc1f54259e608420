"""What has arrived of a reply, ahead of the disk."""

from collections.abc import Callable
from typing import NamedTuple

from app.domain.ids import ItemId
from app.domain.item import REASONING, kind_of, reasoning_body
from app.domain.text_pieces import PieceJoiner
from app.domain.usage import Usage
from app.store.items import Companion
from app.store.turns import Companions


class _Come(NamedTuple):
    """An item of the reply, and from when until when it was on its way."""

    body: str
    begun_at: int
    ended_at: int


class GrowingReply:
    """Takes a reply's pieces in the order of their coming. A resumed reply begins with the text it has.

    Reasoning lasts from what came before it, or from the asking, until it is whole or something else comes.
    """

    def __init__(self, now: Callable[[], int], text: str = "") -> None:
        self._now = now
        self.usage: Usage | None = None
        self._texts = [text] if text else []
        self._thoughts: list[str] = []
        self._joiner, self._thought_joiner = PieceJoiner(), PieceJoiner()
        self._before: list[_Come] = []
        self._after: list[_Come] = []
        self._has_come = False
        self._since = now()
        self._thought_until = 0

    @property
    def text(self) -> str:
        return "".join(self._texts)

    @property
    def has_come(self) -> bool:
        """Whether anything has come: a request that has brought something is never simply made again."""
        return self._has_come

    def begin(self) -> None:
        """The reply is asked for now."""
        self._since = self._now()

    def add_text(self, piece: str) -> str:
        """Return what can be shown of it: half a character waits for its other half."""
        self._has_come = True
        return self._keep(self._joiner.add(piece))

    def add_thought(self, piece: str) -> str:
        self._has_come = True
        thought = self._thought_joiner.add(piece)
        self._thoughts.append(thought)
        self._thought_until = self._now()
        return thought

    def add_item(self, body: str) -> None:
        """Keep an item that belongs to the reply. Whole reasoning stands for what was told of it so far."""
        self._has_come = True
        if kind_of(body) == REASONING:
            self._thoughts.clear()
        now = self._now()
        (self._after if self._texts else self._before).append(_Come(body, self._since, now))
        self._since = now

    def end(self) -> str:
        """Return what still waited for another half."""
        self._thoughts.append(self._thought_joiner.end())
        return self._keep(self._joiner.end())

    def companions(self, new_id: Callable[[], str]) -> Companions:
        """Return the items around the message. Thoughts without an item of their own are made into one."""
        thoughts = "".join(self._thoughts)
        made = [_Come(reasoning_body(thoughts), self._since, self._thought_until)] if thoughts else []
        return Companions(
            tuple(Companion(ItemId(new_id()), *come) for come in self._before + made),
            tuple(Companion(ItemId(new_id()), *come) for come in self._after),
        )

    def _keep(self, text: str) -> str:
        if text:
            self._texts.append(text)
        return text
