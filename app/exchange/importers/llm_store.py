"""What both kinds of `llm`'s logs share: texts that were used often, and the files that were given."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from app.exchange.importers.files import FoundFile
from app.exchange.importers.foreign_database import ForeignDatabase, Row
from app.exchange.importers.tally import FILES_MISSING, Tally
from app.exchange.importers.tree import Account, Node
from app.exchange.importers.values import Values, id_at, mapping, number_at, text, text_at

_FRAGMENTS, _ATTACHMENTS = "fragments", "attachments"
_MICROSECONDS = 1_000
_LONGEST_WAIT = 1_000 * 86_400_000


@dataclass(frozen=True, slots=True)
class Told:
    """A conversation, and what a person asked in it or in each of its threads, by their names."""

    account: Account
    nodes: Iterable[Node]
    questions: Mapping[str, list[str]]


class LlmStore:
    """Reads a file's tables, of which each version has some and lacks others."""

    def __init__(self, database: ForeignDatabase, tally: Tally) -> None:
        self.tally = tally
        self._database = database
        self._fragments = {
            id_at(row, "id"): text(row["content"]) for row in self.rows(_FRAGMENTS, "id", "content")
        }
        self._attachments = {
            id_at(row, "id"): row for row in self.rows(_ATTACHMENTS, "id", "type", "path", "url", "content")
        }

    def rows(self, table: str, *columns: str) -> Iterator[Row]:
        """Yield the rows of a table, or nothing where this version has none."""
        if table in self._database.tables:
            yield from self._database.rows(table, columns)

    def grouped(self, table: str, by: str, *columns: str) -> Mapping[str, list[Row]]:
        """Return the rows of a table by what they belong to, in the order that they tell."""
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows(table, by, *columns):
            found[id_at(row, by)].append(row)
        for rows in found.values():
            rows.sort(key=lambda row: number_at(row, "order", "position", "id") or 0)
        return found

    def fragment(self, name: str) -> str:
        return self._fragments.get(name, "")

    def files(self, names: Iterable[str]) -> tuple[FoundFile, ...]:
        """Return the files whose bytes are in here. Of others only a path or an address was kept."""
        return tuple(filter(None, map(self._file, names)))

    def _file(self, name: str) -> FoundFile | None:
        row = self._attachments.get(name)
        content = row["content"] if row else None
        if not row or not isinstance(content, bytes):
            self.tally.add(FILES_MISSING)
            return None
        called = text_at(row, "path", "url") or _called(text_at(row, "type"))
        return FoundFile(called, lambda: content)


def decoded(written: object) -> Values:
    """Return the mapping that a column holds as JSON, or an empty one."""
    with suppress(ValueError, RecursionError):
        return mapping(json.loads(written)) if isinstance(written, str) else mapping(None)
    return mapping(None)


def ended(begun_at: int | None, row: Row) -> int | None:
    """Return when what began then was done, by how long it took."""
    took = number_at(row, "duration_ms")
    if begun_at is None or took is None or not 0 <= took < _LONGEST_WAIT:
        return None
    return begun_at + round(took * _MICROSECONDS)


def _called(media_type: str) -> str:
    """Return a name for what has none: pasted or piped in."""
    kind, _, ending = media_type.partition("/")
    return f"{kind or 'file'}.{ending}" if ending.isalnum() else kind or "file"
