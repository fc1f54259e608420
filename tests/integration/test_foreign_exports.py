"""What other programs have written, from a folder into a real archive, by way of the confined worker."""

import asyncio
import json
import secrets
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from app.chat.attaching import Attaching
from app.chat.event_stream import EventStream
from app.chat.importing import Importing
from app.domain.exchange_errors import ExportNeeded
from app.domain.ids import IdSource
from app.store import branches, history
from app.store.archive import Archive
from app.system.clock import now_us
from tests.fakes.exports import agents_sdk, chatbox, cherry_studio, jan, llm_logs

WEATHER = [agents_sdk.asked("Weather?"), *agents_sdk.call_and_output(), agents_sdk.answered("Snow.")]
EXPORTS: dict[str, tuple[Mapping[str, bytes], int]] = {
    "jan": (jan.export(), 2),
    "chatbox": ({"exported-data.json": chatbox.file(chatbox.export())}, 2),
    "cherry-studio": (cherry_studio.files(cherry_studio.backup()), 1),
    "agents-sdk": (
        {"chats.db": agents_sdk.branching({"s": WEATHER}, {"main": [0, 1, 2, 3, 4], "b": [0]})},
        1,
    ),
    "llm": ({"logs.db": llm_logs.newer().content()}, 2),
}


@pytest.fixture
async def importing(archive: Archive) -> AsyncIterator[Importing]:
    ids = IdSource(now_us, secrets.token_bytes)
    attaching = Attaching(archive, ids)
    yield Importing(archive, attaching, EventStream(), ids, now_us)
    await attaching.close()


def put(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


@pytest.mark.parametrize("origin", EXPORTS)
async def test_an_export_comes_in_whole_and_once(importing: Importing, tmp_path: Path, origin: str) -> None:
    files, conversations = EXPORTS[origin]
    folder = put(tmp_path / "export", files)
    preview = await importing.look(folder)
    assert (preview.origin, preview.conversations, preview.fault) == (origin, conversations, None)
    report = await importing.bring_in(folder)
    assert (len(report.added), report.items, report.fault) == (conversations, preview.items, None)
    again = await importing.bring_in(folder)
    assert (again.added, again.grown, again.known, again.items) == ((), (), conversations, 0)


async def test_branches_keep_their_names_and_items_their_kinds(
    importing: Importing, archive: Archive, tmp_path: Path
) -> None:
    report = await importing.bring_in(put(tmp_path / "export", EXPORTS["agents-sdk"][0]))
    found = await archive.read(branches.list_branches, report.added[0])
    assert {branch.name: branch.length for branch in found} == {"main": 5, "b": 1}
    page = await archive.read(history.page, report.added[0], None, 9)
    assert [json.loads(item.body) for item in page.items] == WEATHER


async def test_a_database_that_is_chosen_alone_comes_with_what_is_beside_it(
    importing: Importing, tmp_path: Path
) -> None:
    path = put(tmp_path / "export", {"chats.db": agents_sdk.database({"s": WEATHER})}) / "chats.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(
            "INSERT INTO agent_messages (session_id, message_data) VALUES ('s', ?)",
            (json.dumps(agents_sdk.asked("And now?")),),
        )
        report = await importing.bring_in(path)
    assert (report.items, report.skipped) == (len(WEATHER) + 1, ())


async def test_a_backup_that_nothing_else_can_read_is_refused(importing: Importing, tmp_path: Path) -> None:
    folder = put(tmp_path / "export", cherry_studio.STORAGE)
    for act in (importing.look, importing.bring_in):
        with pytest.raises(ExportNeeded):
            await asyncio.wait_for(act(folder), 30)
