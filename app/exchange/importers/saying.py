"""What a model said in one message, put down in the order in which it said it: thoughts, calls and text."""

import re
from collections.abc import Iterable
from dataclasses import replace

from app.domain.item import ItemState
from app.exchange.importers.bodies import NewItem, call, output, reply, thoughts
from app.exchange.importers.files import FoundFile
from app.exchange.importers.values import text

# Some programs keep what a model thought in front of what it said, between the model's own marks.
_THOUGHT = re.compile(r"\s*<think(?:ing)?>(.*?)</think(?:ing)?>\s*", re.DOTALL)
_BETWEEN = "\n\n"


class Saying:
    """Collects. Texts that follow one another are one message; what comes between them parts them."""

    def __init__(self, model: str | None = None, author: str | None = None) -> None:
        self._model = model or None
        self._author = author or None
        self._items: list[NewItem] = []
        self._texts: list[str] = []

    def think(self, thought: object) -> None:
        if said := text(thought).strip():
            self._end_text()
            self._items.append(thoughts(said, model=self._model))

    def say(self, said: object) -> None:
        """Add text. What was thought before it, and stands in its front, is taken out."""
        words = text(said)
        if not self._texts and (thought := _THOUGHT.match(words)):
            self.think(thought[1])
            words = words[thought.end() :]
        if words.strip():
            self._texts.append(words)

    def call(self, call_id: str, name: str, arguments: object) -> None:
        self._end_text()
        self._items.append(call(call_id, name, arguments, model=self._model))

    def answer(self, call_id: str, came_back: object) -> None:
        self._end_text()
        self._items.append(output(call_id, came_back))

    def items(
        self,
        *,
        created_at: int | None = None,
        ended_at: int | None = None,
        state: ItemState = ItemState.COMPLETE,
        files: Iterable[FoundFile] = (),
        raw: str | None = None,
    ) -> tuple[NewItem, ...]:
        """Return all of it. What did not end well has a message to say so, even without a word in it."""
        kept = tuple(files)
        made = list(self._items)
        if self._texts or kept or state is not ItemState.COMPLETE:
            words = _BETWEEN.join(self._texts)
            made.append(reply(words, model=self._model, state=state, ended_at=ended_at, files=kept))
        made = [replace(item, created_at=created_at, author=self._author) for item in made]
        return (replace(made[0], raw=raw), *made[1:]) if made else ()

    def _end_text(self) -> None:
        if self._texts:
            self._items.append(reply(_BETWEEN.join(self._texts), model=self._model))
            self._texts.clear()
