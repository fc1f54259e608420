"""Sessions that the OpenAI Agents SDK keeps in SQLite: plain ones, and those that branch.

Its users choose the names of its tables, so they are known by their columns. A message is one Responses item,
kept to the letter but for files that are written out in it: those come as attachments.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from app.domain.item import MESSAGE, Role
from app.domain.parcel import Piece
from app.exchange.importers.bodies import NewItem
from app.exchange.importers.databases import databases, has_table_of, left_in_log, opened
from app.exchange.importers.files import FoundFile, of_data_url
from app.exchange.importers.foreign_database import ForeignDatabase, Row
from app.exchange.importers.once import each_once
from app.exchange.importers.session_branches import Places, paths, placed
from app.exchange.importers.tally import FILES_MISSING, NOT_MESSAGES, Tally
from app.exchange.importers.tree import Account, Node, pieces_of
from app.exchange.importers.values import as_json, id_at, mapping, mappings_at, moment_at, text, text_at
from app.exchange.source import Member, Source

ORIGIN = "agents-sdk"
LOCKED = "Messages that the program has locked with a key of its own"
_MESSAGES = frozenset({"id", "session_id", "message_data", "created_at"})
_SESSIONS = frozenset({"session_id", "created_at", "updated_at"})
_USUAL = "agent_messages"
_KIND = re.compile(r"[a-z][a-z_]{0,63}")
_SECOND = 1_000_000
_OUTPUT = "_output"
# As JSON writes it: one that is meant, and not a backslash with what looks like it behind.
_NUL, _SIGN_FOR_NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000"), "\\1\u2400"


def recognises(source: Source) -> bool:
    """By a table of messages, whatever it is called."""
    return has_table_of(source, _MESSAGES)


def pieces(source: Source) -> Iterator[Piece]:
    return each_once(piece for member in databases(source) for piece in _of_member(source, member))


def _of_member(source: Source, member: Member) -> Iterator[Piece]:
    with opened(source, member) as database:
        tables = sorted(name for name, columns in database.tables.items() if columns >= _MESSAGES)
        if not tables:
            return
        yield from left_in_log(database)
        times = _times(database)
        branching = placed(database)
        for table in sorted(tables, key=lambda name: name != _USUAL):
            prefix = "" if table == _USUAL else f"{table}/"
            for session, rows in _sessions(database, table).items():
                began, changed = times.get(session, (None, None))
                name = _name(prefix + session, began or moment_at(rows[0], "created_at"))
                account = Account(ORIGIN, name, "", began, changed)
                yield from _conversation(account, rows, branching.get(session, Places()))


def _name(session: str, began: int | None) -> str:
    """Return what a session is known by: many files have one of the same name, begun at another time."""
    return session if began is None else f"{session}@{began // _SECOND}"


def _times(database: ForeignDatabase) -> Mapping[str, tuple[int | None, int | None]]:
    """When each session began and was last changed."""
    found: dict[str, tuple[int | None, int | None]] = {}
    for table, columns in database.tables.items():
        if columns >= _SESSIONS and "message_data" not in columns:
            for row in database.rows(table, sorted(_SESSIONS)):
                times = (moment_at(row, "created_at"), moment_at(row, "updated_at"))
                found.setdefault(id_at(row, "session_id"), times)
    return found


def _sessions(database: ForeignDatabase, table: str) -> Mapping[str, list[Row]]:
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in database.rows(table, sorted(_MESSAGES)):
        rows[id_at(row, "session_id")].append(row)
    return rows


def _conversation(account: Account, rows: list[Row], places: Places) -> Iterator[Piece]:
    tally = Tally()
    entries = {id_at(row, "id"): row for row in rows}
    items = {name: _items(row, places.usage.get(name), tally) for name, row in entries.items()}
    tree = paths(list(entries), places)
    nodes = (Node(step.name, step.parent, items[step.message]) for step in tree.steps)
    account = Account(
        account.origin,
        account.id,
        created_at=account.created_at,
        changed_at=account.changed_at,
        current=tree.current,
        endings=tree.endings,
    )
    yield from pieces_of(account, nodes, tally)


def _items(row: Row, usage: str | None, tally: Tally) -> tuple[NewItem, ...]:
    values = _item_in(row)
    kind = values.get("type", MESSAGE)
    body = _NUL.sub(_SIGN_FOR_NUL, as_json(values | _content(values)))
    if "__enc__" in values and "payload" in values:
        tally.add(LOCKED)
    elif not body or not _is_item(values, kind):
        tally.add(NOT_MESSAGES)
    else:
        at, files = moment_at(row, "created_at"), tuple(_files(values, tally))
        return (NewItem(_role(values, kind), body, kind, at, files=files, raw=usage),)
    return ()


def _is_item(values: Mapping[str, Any], kind: object) -> bool:
    if kind == MESSAGE:
        return isinstance(values.get("content"), str | list)
    return isinstance(kind, str) and bool(_KIND.fullmatch(kind))


def _item_in(row: Row) -> dict[str, Any]:
    """Return the Responses item that a row holds, or nothing."""
    written = row.get("message_data")
    with suppress(ValueError, RecursionError):
        found = mapping(json.loads(written)) if isinstance(written, str) else {}
        return dict(found)
    return {}


def _role(values: Mapping[str, Any], kind: str) -> Role:
    with suppress(ValueError):
        return Role(text_at(values, "role"))
    return Role.TOOL if kind.endswith(_OUTPUT) else Role.MODEL


def _content(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a message's content without the files that are written out in it, where there are any."""
    content = values.get("content")
    if not isinstance(content, list) or not any(_url(part) for part in content):
        return {}
    return {"content": [part for part in content if not _url(part)]}


def _files(values: Mapping[str, Any], tally: Tally) -> Iterator[FoundFile]:
    for number, part in enumerate(mappings_at(values, "content"), 1):
        if url := _url(part):
            name = text_at(part, "filename") or f"picture-{number}"
            if file := of_data_url(name, url):
                yield file
        elif text_at(part, "type") in ("input_image", "input_file"):
            tally.add(FILES_MISSING)


def _url(part: object) -> str:
    """Return the address in which a part of a message is written out itself, or nothing."""
    values = mapping(part)
    name = {"input_image": "image_url", "input_file": "file_data"}.get(text_at(values, "type"), "")
    url = text(values.get(name))
    return url if url[:5].lower() == "data:" else ""
