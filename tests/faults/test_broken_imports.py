"""Imports that do not come to their end: what came in is whole, and the same once more brings the rest."""

import asyncio
import json
import secrets
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.chat.attaching import Attaching
from app.chat.event_stream import EventStream
from app.chat.importing import Importing
from app.domain.errors import DiskFull
from app.domain.ids import IdSource
from app.domain.import_report import Report
from app.store import words
from app.store.archive import Archive
from app.store.driver import Connection, open_connection, pragma
from app.system.clock import now_us
from app.system.profile import Profile
from tests.fakes.exports import chatgpt
from tests.faults.conftest import Tell
from tests.faults.test_full_disk import limit, make_room
from tests.fixtures.child_program import StartChild
from tests.fixtures.children import children

CONVERSATIONS, ITEMS = 60, 20
IMPORT_UNTIL_KILLED = """
    import asyncio, itertools, secrets, sys
    from pathlib import Path
    from app.chat.attaching import Attaching
    from app.chat.event_stream import EventStream
    from app.chat.importing import Importing
    from app.domain.ids import IdSource
    from app.store.archive import Archive
    from app.system.clock import now_us

    async def bring_in():
        archive, ids, events = Archive(), IdSource(now_us, secrets.token_bytes), EventStream()
        await archive.open(Path(sys.argv[1]), sys.argv[2], is_new=not Path(sys.argv[1]).exists(), now=1)
        importing = Importing(archive, Attaching(archive, ids), events, ids, now_us)
        count = itertools.count()
        events.subscribe(lambda event: print(next(count), flush=True))
        await importing.bring_in(Path(sys.argv[3]))
        print("Done", flush=True)
        await archive.close()

    asyncio.run(bring_in())
"""
ROUNDS = [4, pytest.param(100, marks=[pytest.mark.long, pytest.mark.timeout(3600)])]


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """Conversations with two branches each, whose last items tell that they are the last."""
    path = tmp_path / "conversations.json"
    told = [conversation(f"c{number}") for number in range(CONVERSATIONS)]
    path.write_bytes(chatgpt.exported(told))
    return path


def conversation(name: str) -> chatgpt.Node:
    nodes, behind = [], chatgpt.ROOT
    for number in range(ITEMS - 1):
        called = f"{name}-{number}"
        role = "assistant" if number % 2 else "user"
        nodes.append(chatgpt.node(called, behind, chatgpt.said(role, f"Words {number} of {name}. " * 20)))
        behind = called
    nodes.append(chatgpt.node(f"{name}-other", f"{name}-3", chatgpt.said("user", "Otherwise.")))
    return chatgpt.conversation(nodes, id=name, conversation_id=name)


def counted(connection: Connection) -> list[int]:
    """How many items each conversation has on all its branches: all of them, or it is half a conversation."""
    assert pragma(connection, "PRAGMA quick_check") == "ok"
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert words.is_whole(connection)
    rows = connection.execute("SELECT count(*) FROM brought_in GROUP BY conversation").fetchall()
    assert connection.execute("SELECT count(*) FROM branch").fetchone()[0] == 2 * len(rows)
    return [count for (count,) in rows]


@pytest.fixture(autouse=True)
def all_reaped() -> Iterator[None]:
    before = children()
    yield
    assert children() == before


@pytest.mark.slow
@pytest.mark.parametrize("rounds", ROUNDS)
def test_a_kill_leaves_whole_conversations_and_the_rest_comes_later(
    tmp_path: Path, archive_key: str, export: Path, child: StartChild, tell: Tell, rounds: int
) -> None:
    kept = 0
    for kill in range(rounds):
        profile = Profile(tmp_path / str(kill))
        profile.make()
        importer = child(IMPORT_UNTIL_KILLED, profile.archive, archive_key, export)
        importer.until(str(kill * 7 % 40))
        importer.kill()
        kept += len(found := counted_in(profile, archive_key))
        assert found == [ITEMS] * len(found)
        child(IMPORT_UNTIL_KILLED, profile.archive, archive_key, export).ends()
        assert counted_in(profile, archive_key) == [ITEMS] * CONVERSATIONS
    tell(f"{rounds} kills left {kept} of {rounds * CONVERSATIONS} conversations, all whole; the rest came")


def counted_in(profile: Profile, key: str) -> list[int]:
    with closing(open_connection(profile.archive, key)) as connection:
        return counted(connection)


def importing(archive: Archive) -> Importing:
    ids = IdSource(now_us, secrets.token_bytes)
    return Importing(archive, Attaching(archive, ids), EventStream(), ids, now_us)


async def test_a_full_disk_ends_it_between_two_conversations(archive: Archive, export: Path) -> None:
    pages = await archive.study(pragma, "PRAGMA page_count")
    limit(archive, int(pages) + 60)
    report = await importing(archive).bring_in(export)
    assert report.fault is not None
    assert report.fault.kind == "DiskFull"
    assert 0 < len(report.added) < CONVERSATIONS
    assert await archive.study_apart(counted) == [ITEMS] * len(report.added)
    make_room(archive)
    rest: Report = await importing(archive).bring_in(export)
    assert (rest.fault, rest.known) == (None, len(report.added))
    assert await archive.study_apart(counted) == [ITEMS] * CONVERSATIONS


async def test_a_disk_that_is_full_from_the_start_is_told(archive: Archive, export: Path) -> None:
    limit(archive, 1)
    with pytest.raises(DiskFull):
        await importing(archive).bring_in(export)
    make_room(archive)
    assert await archive.study_apart(counted) == []


def cut_in_half(export: Path) -> Path:
    content, broken = export.read_bytes(), export.with_name("half.json")
    broken.write_bytes(content[: len(content) // 2])
    return broken


async def test_a_file_that_breaks_off_gives_what_is_whole(archive: Archive, export: Path) -> None:
    broken = cut_in_half(export)
    report = await importing(archive).bring_in(broken)
    assert 0 < len(report.added) < CONVERSATIONS
    assert await archive.study_apart(counted) == [ITEMS] * len(report.added)
    assert len((await importing(archive).bring_in(export)).added) == CONVERSATIONS - len(report.added)


async def test_two_at_once_wait_for_each_other(archive: Archive, export: Path) -> None:
    both = importing(archive)
    first, second = await asyncio.gather(both.bring_in(export), both.bring_in(export))
    assert {len(first.added), len(second.added)} == {0, CONVERSATIONS}


def test_the_export_is_what_it_is_taken_for(export: Path) -> None:
    told = json.loads(export.read_bytes())
    assert len(told) == CONVERSATIONS
    assert len(told[0]["mapping"]) == ITEMS + 1
