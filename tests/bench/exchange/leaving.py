"""Rows: a long conversation out of the archive as Markdown and JSON, beside reading the same messages."""

import secrets
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from app.chat.exporting import Exporting
from app.domain.branch import Range
from app.domain.export_choice import Detail, ExportChoice, Format
from app.domain.ids import ConversationId
from app.store import history, items, paths
from app.store.archive import Archive
from app.store.driver import Connection, open_connection, read_only
from tests.bench.archive.building import fill
from tests.bench.archive.measuring import Conditions, Row, by_turns
from tests.bench.exchange.talk import talk

MESSAGES = 100_000
ROUNDS = 5
MARKDOWN_LIMIT = 3.0
MOST_MIB = 16.0
_PAGE = 250
_MIB = 1 << 10  # in KiB, as the kernel counts


async def export_rows(folder: Path, conditions: Conditions) -> list[Row]:
    brought = talk(conditions.count(MESSAGES))
    path, key, conversation = folder / "talk.db", secrets.token_hex(48), brought.conversation.id
    fill(path, key, [brought])
    del brought
    archive = Archive()
    await archive.open(path, key, is_new=False, now=1)
    with closing(read_only(open_connection(path, key))) as connection:
        rows = await _rows(folder, conditions, archive, connection, conversation)
    await archive.close()
    return rows


async def _rows(
    folder: Path,
    conditions: Conditions,
    archive: Archive,
    connection: Connection,
    conversation: ConversationId,
) -> list[Row]:
    exporting, out = Exporting(archive), folder / "out"

    def exported(choice: ExportChoice) -> Callable[[int], object]:
        return lambda _: exporting.to_file([conversation], choice, out, may_replace=True)

    def read(_: int) -> None:
        read_texts(connection, conversation)

    def bare(_: int) -> None:
        read_bare(connection, conversation)

    choices = [
        ("Markdown", ExportChoice(Format.MARKDOWN)),
        ("Markdown in full detail", ExportChoice(Format.MARKDOWN, Detail.FULL)),
        ("JSON", ExportChoice(Format.JSON)),
    ]
    works = [exported(choice) for _, choice in choices]
    *times, plain, least = await by_turns([*works, read, bare], ROUNDS, unmeasured=1)
    count = conditions.count(MESSAGES)
    rows = [
        conditions.row(f"{count} messages as {name}", taken, plain, "reading their texts by pages", limit)
        for (name, _), taken, limit in zip(choices, times, (MARKDOWN_LIMIT, None, None), strict=True)
    ]
    rows.append(conditions.row(f"{count} messages as Markdown", times[0], least, "their rows, unread", None))
    before = _peak_from_now()
    await exporting.to_file([conversation], choices[0][1], out, may_replace=True)
    grown = (_peak() - before) / _MIB
    return [*rows, conditions.absolute("Memory that Markdown takes meanwhile", grown, MOST_MIB, "MiB")]


def read_texts(connection: Connection, conversation: ConversationId) -> int:
    """Read the messages as the window does, a page at a time, and keep none of their texts."""
    depth, length = 0, 0
    while found := history.page_after(connection, conversation, depth, _PAGE).items:
        length += sum(len(item.text) for item in found)
        depth = found[-1].depth
    return length


def read_bare(connection: Connection, conversation: ConversationId) -> int:
    """Read no more than the rows of the messages: what is in them stays as it is written."""
    number, tip = paths.shown(connection, conversation)
    count = 0
    for part in paths.path_to(connection, tip).ranges:
        for first in range(part.first, part.last + 1, _PAGE):
            page = Range(part.run, first, min(part.last, first + _PAGE - 1))
            count += len(items.shown_in(connection, number, [page]))
    return count


def _peak_from_now() -> int:
    Path("/proc/self/clear_refs").write_text("5")
    return _peak()


def _peak() -> int:
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])
