"""Trees under everything that a person can do to them, at random."""

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app.domain.ids import ConversationId
from app.store import conversations, purge, removal, words
from app.store.archive import Archive
from app.store.driver import Connection, open_connection, pragma
from app.store.migrate import migrate
from app.system.private_file import create_privately
from tests.fixtures.canary import find_canary
from tests.unit.store.tree_oracle import TreeOracle
from tests.unit.store.writing import ONE, Writing, begin, texts

OPERATIONS = 60


@pytest.fixture
def connection(tmp_path: Path, archive_key: str) -> Iterator[Connection]:
    path = tmp_path / "archive.db"
    create_privately(path)
    with closing(open_connection(path, archive_key)) as opened:
        migrate(opened)
        yield opened


def attack(connection: Connection, seeds: range) -> Counter[str]:
    counts: Counter[str] = Counter()
    for seed in seeds:
        connection.execute("BEGIN")
        oracle = TreeOracle(Writing(connection), seed)
        for _ in range(OPERATIONS):
            oracle.agrees_on(oracle.step())
        oracle.agrees()
        oracle.is_sound()
        counts += oracle.counts
        connection.execute("ROLLBACK")
    print(f"\n{len(seeds)} histories of {OPERATIONS} operations: {dict(counts)}")
    return counts


@pytest.mark.slow
def test_trees_are_those_of_plain_lists(connection: Connection) -> None:
    counts = attack(connection, range(150))
    for kind in ("played", "outdated", "items purged", "items emptied"):
        assert counts[kind] > 20


@pytest.mark.long
@pytest.mark.timeout(900)
def test_trees_are_those_of_plain_lists_at_length(connection: Connection) -> None:
    assert attack(connection, range(1_000, 3_000))["items purged"] > 1_000


def test_a_conversation_deleted_for_ever_leaves_nothing_in_the_file(tmp_path: Path) -> None:
    """On an archive of the same schema without a key: what is found before must not be found after."""
    canaries = ("Titlecanary", "Textcanary", "Draftcanary", "Notecanary", "Otherscanary")
    with closing(dbapi2.connect(tmp_path / "open.db", isolation_level=None)) as opened:
        for setting in ("journal_mode = WAL", "foreign_keys = ON", "secure_delete = ON"):
            opened.execute(f"PRAGMA {setting}")
        migrate(opened)
        _fill(opened)

        def found() -> list[str]:
            pragma(opened, "PRAGMA wal_checkpoint(TRUNCATE)")
            return [word for word in canaries if find_canary(word, [tmp_path])]

        assert found() == list(canaries)
        removal.remove_conversation(opened, ConversationId("a"))
        left = purge.unneeded(opened)
        while left:
            _, left = purge.purge(opened, left, limit=7)
        assert found() == ["Otherscanary"]
        assert not any(find_canary(word.lower(), [tmp_path]) for word in canaries[:-1])


def _fill(connection: Connection) -> None:
    """Conversation a, which is to go, and b, which is to stay."""
    writing = Writing(connection)
    for name, word in (("a", "Textcanary"), ("b", "Otherscanary")):
        writing.conversation(name)
        for number in range(40):
            writing.question(name, f"{name}{number} {word}")
    conversations.rename(connection, ConversationId("a"), "Titlecanary", 9)
    connection.execute("INSERT INTO draft (conversation, text, changed_at) VALUES (1, 'Draftcanary', 1)")
    connection.execute(
        "INSERT INTO note (public_id, conversation, text, created_at, changed_at)"
        " VALUES ('n', 1, 'Notecanary', 1, 1)"
    )
    words.index_note(connection, 1)


async def test_a_temporary_archive_never_touches_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It does all that another does, and leaves no file: neither a closed one nor one still open."""
    monkeypatch.chdir(tmp_path)
    before = set(open_files())
    archive = Archive(is_temporary=True)
    await archive.open_in_memory()
    await begin(archive, text="Canary " * 10_000)
    assert len(await archive.study(conversations.list_conversations)) == 1
    assert await texts(archive, ONE) == ["Canary " * 10_000]
    assert await archive.write(conversations.trash, ONE, 2)
    await archive.fold()
    assert [name for name in set(open_files()) - before if name.startswith("/")] == []
    await archive.close()
    assert os.listdir() == []  # noqa: PTH208


def open_files() -> list[str]:
    return [str(each.resolve()) for each in Path("/proc/self/fd").iterdir() if each.exists()]
