"""What the blocks of one message tell each other: definitions of links, and the labels of footnotes."""

import re
from collections import ChainMap
from collections.abc import MutableMapping
from typing import Any

from markdown_it.common.utils import normalizeReference

from app.markup.grammar import Environment

_USE = re.compile(r"\[([^\[\]]{1,100})\]")
_MOST_USES = 200  # of one block that are remembered


class Labels:
    """Definitions, wherever they stand, and the blocks that may be waiting for one."""

    def __init__(self) -> None:
        self._settled: dict[str, Any] = {}
        self._footnotes: set[str] = set()
        self._late: Environment = {}
        self._users: dict[str, list[int]] = {}
        self._known: set[str] = set()
        self._fresh: set[str] = set()

    @property
    def references(self) -> MutableMapping[str, Any]:
        """The definitions of links, as the grammar takes them. The first one of a label counts."""
        return ChainMap(self._settled, self._late.get("references", {}))

    @property
    def footnotes(self) -> frozenset[str]:
        return frozenset(self._footnotes | _footnotes(self._late))

    def settle(self, environment: Environment, line: int) -> None:
        """Keep the definitions that begin before `line` of the text that was read."""
        for label, target in environment.get("references", {}).items():
            if target["map"][0] < line:
                self._settled.setdefault(label, target)
                self._notice(label)
        for label in _footnotes(environment):
            self._footnotes.add(label)
            self._notice(_key(label))

    def read_unsettled(self, environment: Environment) -> None:
        """Know the definitions in text that may still change."""
        self._late = environment
        for label in environment.get("references", {}):
            self._notice(label)
        for label in _footnotes(environment):
            self._notice(_key(label))

    def remember(self, index: int, source: str) -> None:
        """The block at `index` has come to its final text: note what labels it may be using."""
        if "[" in source:
            found = [each[1] for each in _USE.finditer(source)][:_MOST_USES]
            for label in {normalizeReference(each) for each in found}:
                self._users.setdefault(label, []).append(index)

    def users_of_fresh(self, before: int) -> set[int]:
        """Return the blocks, of those `before`, that use a label defined since this was last asked."""
        users = {index for label in self._fresh for index in self._users.get(label, ()) if index < before}
        self._fresh.clear()
        return users

    def _notice(self, label: str) -> None:
        if label not in self._known:
            self._known.add(label)
            self._fresh.add(label)


def _footnotes(environment: Environment) -> set[str]:
    return {label[1:] for label in environment.get("footnotes", {}).get("refs", {})}


def _key(label: str) -> str:
    return normalizeReference(f"^{label}")
