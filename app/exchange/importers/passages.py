"""What a reply is made of, where a program keeps all of it in one message: passages that become items."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.domain.item import ItemState
from app.exchange.importers.bodies import CALL, OUTPUT, NewItem, call, output, reply, thoughts
from app.exchange.importers.files import FoundFile
from app.exchange.importers.links import with_sources

SAID, THOUGHT = "message", "reasoning"


@dataclass(frozen=True, slots=True)
class Passage:
    """`kind` is that of the item it becomes; `call` ties a call to what came back of it, where it is told."""

    kind: str
    words: str = field(repr=False)
    name: str = ""
    call: str = ""


@dataclass(frozen=True, slots=True)
class Ending:
    """What belongs to the last that was said: how the reply ended, and what came with it."""

    state: ItemState = ItemState.COMPLETE
    files: tuple[FoundFile, ...] = ()
    sources: Sequence[str] = ()

    @property
    def is_worth_telling(self) -> bool:
        return bool(self.files or self.sources) or self.state is not ItemState.COMPLETE


def items_of(
    message: str, passages: Iterable[Passage], about: dict[str, Any], ending: Ending
) -> Iterator[NewItem]:
    """Yield the items of the message of that name. `about` holds for all of them, its `raw` for the first."""
    told = list(passages)
    last = max((at for at, passage in enumerate(told) if passage.kind == SAID), default=len(told))
    if last == len(told) and ending.is_worth_telling:
        told.append(Passage(SAID, ""))
    calls = _Calls(message)
    for at, passage in enumerate(told):
        kept = about if at == 0 else about | {"raw": None}
        if at == last:
            said = with_sources(passage.words, ending.sources)
            yield reply(said, state=ending.state, files=ending.files, **kept)
        else:
            yield _item(passage, calls, kept)


class _Calls:
    """Names the calls that bear no name of their own, and ties to the latest what came back without one."""

    def __init__(self, message: str) -> None:
        self._message = message
        self._made = 0
        self._latest = ""

    def begun(self, call_id: str) -> str:
        self._made += 1
        self._latest = call_id or f"{self._message}/call-{self._made}"
        return self._latest

    def ended(self, call_id: str) -> str:
        return call_id or self._latest or f"{self._message}/result"


def _item(passage: Passage, calls: _Calls, about: dict[str, Any]) -> NewItem:
    if passage.kind == THOUGHT:
        return thoughts(passage.words, **about)
    if passage.kind == CALL:
        return call(calls.begun(passage.call), passage.name, passage.words, **about)
    if passage.kind == OUTPUT:
        return output(calls.ended(passage.call), passage.words, **about | {"model": None})
    return reply(passage.words, **about)
