"""What an item leaves behind is looked for in an archive without a key: an encrypted one proves nothing."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app.store import content, words
from app.store.driver import Connection, pragma, transaction
from app.store.migrate import migrate
from tests.fixtures.canary import find_canary
from tests.unit.store.writing import Writing

CANARIES = {
    "body": "Bodycanary",
    "revision": "Revisioncanary",
    "name": "Namecanary",
    "bytes": "Bytescanary",
    "text": "Textcanary",
    "ledger": "Ledgercanary",
    "summary": "Summarycanary",
    "note": "Notecanary",
    "journal": "Journalcanary",
    "origin": "Origincanary",
}
KEPT_IN_AN_EMPTY_PLACE = {"ledger", "summary", "note", "journal"}
PUT_IN = (
    'INSERT INTO revision (item, body, created_at) VALUES (1, \'{"content": "Revisioncanary"}\', 1)',
    "INSERT INTO overlay (conversation, item, hidden_at, revision) VALUES (1, 1, 1, 1)",
    "INSERT INTO blob (sha256, size) VALUES (x'00', 11)",
    "INSERT INTO blob_piece (blob, position, bytes) VALUES (1, 0, CAST('Bytescanary' AS BLOB))",
    "INSERT INTO attachment (public_id, item, position, blob, name, media_type, text)"
    " VALUES ('at', 1, 0, 1, 'Namecanary.png', 'image/png', 'Textcanary')",
    "INSERT INTO request (public_id, item, ledger, started_at) VALUES ('r', 1, 'Ledgercanary', 1)",
    "INSERT INTO summary (public_id, conversation, item, text, sources, created_at, changed_at)"
    " VALUES ('s', 1, 1, 'Summarycanary', '[]', 1, 1)",
    "INSERT INTO note (public_id, conversation, item, text, created_at, changed_at)"
    " VALUES ('n', 1, 1, 'Notecanary', 1, 1)",
    "INSERT INTO journal (item, position, text) VALUES (1, 0, 'Journalcanary')",
    "INSERT INTO item_origin (item, source_id, raw) VALUES (1, 'x', 'Origincanary')",
)


@pytest.fixture
def open_file(tmp_path: Path) -> Iterator[Connection]:
    """An archive of the same schema and settings, but without a key."""
    with closing(dbapi2.connect(tmp_path / "open.db", isolation_level=None)) as connection:
        for setting in ("journal_mode = WAL", "foreign_keys = ON", "secure_delete = ON"):
            connection.execute(f"PRAGMA {setting}")
        migrate(connection)
        yield connection


@pytest.fixture
def full(open_file: Connection) -> Connection:
    """An item with a canary wherever it can leave one."""
    writing = Writing(open_file)
    writing.conversation("a")
    writing.question("a", "Bodycanary")
    open_file.execute("UPDATE item SET public_id = 'a1'")
    words.forget_item(open_file, 1)
    for statement in PUT_IN:
        open_file.execute(statement)
    words.index_item(open_file, 1)
    words.index_note(open_file, 1)
    for number in range(100):  # so that the index is spread over pages
        writing.question("a", f"other {number}")
    return open_file


def found(connection: Connection, folder: Path) -> set[str]:
    """The places whose canary is in the files, or in the index, once all of it is in the main file."""
    pragma(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
    texts = {place: (text, text.lower()) for place, text in CANARIES.items()}
    return {place for place, both in texts.items() if any(find_canary(text, [folder]) for text in both)}


def step_back(connection: Connection) -> None:
    """Leave the first item to nobody, as the purge would find it."""
    with transaction(connection):
        connection.execute("UPDATE branch SET run = NULL, depth = 0")
        for (item,) in connection.execute("SELECT id FROM item ORDER BY depth DESC").fetchall():
            content.remove_item(connection, item)


def empty(connection: Connection) -> None:
    with transaction(connection):
        content.empty_item(connection, 1)


def test_before_anything_is_removed_all_of_it_is_found(full: Connection, tmp_path: Path) -> None:
    assert found(full, tmp_path) == set(CANARIES)


def test_of_a_removed_item_nothing_is_left(full: Connection, tmp_path: Path) -> None:
    step_back(full)
    assert found(full, tmp_path) == set()
    assert words.is_whole(full)
    assert full.execute("PRAGMA foreign_key_check").fetchall() == []


def test_of_an_emptied_item_the_place_is_left(full: Connection, tmp_path: Path) -> None:
    empty(full)
    assert found(full, tmp_path) == KEPT_IN_AN_EMPTY_PLACE
    assert full.execute("SELECT run, depth, state, body FROM item WHERE id = 1").fetchall() == [
        (1, 1, "emptied", "{}")
    ]
    assert words.is_whole(full)


@pytest.mark.parametrize("take", [step_back, empty])
def test_without_a_checkpoint_it_is_still_in_the_log(
    full: Connection, tmp_path: Path, take: Callable[[Connection], None]
) -> None:
    found(full, tmp_path)
    full.execute("UPDATE item SET author = 'x' WHERE id = 1")
    take(full)
    assert find_canary("Bodycanary", [tmp_path])


def test_bytes_that_something_else_has_stay(full: Connection, tmp_path: Path) -> None:
    full.execute(
        "INSERT INTO attachment (public_id, item, position, blob, name, media_type)"
        " VALUES ('other', 2, 0, 1, 'other.png', 'image/png')"
    )
    empty(full)
    assert "bytes" in found(full, tmp_path)
    assert "name" not in found(full, tmp_path)
