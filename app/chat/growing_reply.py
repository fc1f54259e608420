"""What has arrived of a reply, ahead of the disk."""

from collections.abc import Callable

from app.domain.ids import ItemId
from app.domain.item import REASONING, kind_of, reasoning_body
from app.domain.text_pieces import PieceJoiner
from app.domain.usage import Usage
from app.store.turns import Companions


class GrowingReply:
    """Takes a reply's pieces in the order of their coming. A resumed reply begins with the text it has."""

    def __init__(self, text: str = "") -> None:
        self.usage: Usage | None = None
        self._texts = [text] if text else []
        self._thoughts: list[str] = []
        self._joiner, self._thought_joiner = PieceJoiner(), PieceJoiner()
        self._before: list[str] = []
        self._after: list[str] = []
        self._has_come = False

    @property
    def text(self) -> str:
        return "".join(self._texts)

    @property
    def has_come(self) -> bool:
        """Whether anything has come: a request that has brought something is never simply made again."""
        return self._has_come

    def add_text(self, piece: str) -> str:
        """Return what can be shown of it: half a character waits for its other half."""
        self._has_come = True
        return self._keep(self._joiner.add(piece))

    def add_thought(self, piece: str) -> str:
        self._has_come = True
        thought = self._thought_joiner.add(piece)
        self._thoughts.append(thought)
        return thought

    def add_item(self, body: str) -> None:
        """Keep an item that belongs to the reply. Whole reasoning stands for what was told of it so far."""
        self._has_come = True
        if kind_of(body) == REASONING:
            self._thoughts.clear()
        (self._after if self._texts else self._before).append(body)

    def end(self) -> str:
        """Return what still waited for another half."""
        self._thoughts.append(self._thought_joiner.end())
        return self._keep(self._joiner.end())

    def companions(self, new_id: Callable[[], str]) -> Companions:
        """Return the items around the message. Thoughts without an item of their own are made into one."""
        thoughts = "".join(self._thoughts)
        before = [*self._before, reasoning_body(thoughts)] if thoughts else self._before
        return Companions(
            tuple((ItemId(new_id()), body) for body in before),
            tuple((ItemId(new_id()), body) for body in self._after),
        )

    def _keep(self, text: str) -> str:
        if text:
            self._texts.append(text)
        return text
