from contextlib import closing
from pathlib import Path

import pytest

from app.domain.finding import Severity
from app.store import words
from app.store.doctor import examine
from app.store.driver import Connection, open_connection, read_only, transaction
from tests.unit.store.damage import small_archive, with_items_damaged
from tests.unit.store.writing import Writing


def complaints(connection: Connection) -> dict[str, str]:
    return {
        finding.check: finding.sentence
        for finding in examine(connection)
        if finding.severity is not Severity.GOOD
    }


@pytest.fixture
def filled(connection: Connection, writing: Writing) -> Connection:
    with transaction(connection):
        writing.conversation("one")
        for number in range(9):
            writing.question("one", f"q{number}", now=number * 1_000_000)
    words.rebuild(connection)
    connection.execute("PRAGMA foreign_keys = OFF")
    return connection


def test_a_healthy_archive_has_no_complaints(filled: Connection) -> None:
    told: list[tuple[int, int]] = []
    found = examine(read_only(filled), lambda done, of: told.append((done, of)))
    assert {finding.severity for finding in found} == {Severity.GOOD}
    assert told == sorted(told)
    assert (told[0], told[-1]) == ((0, 100), (100, 100))


@pytest.mark.parametrize(
    ("harm", "check"),
    [
        ("DELETE FROM item WHERE public_id = 'q4'", "runs"),
        ("DELETE FROM item WHERE public_id = 'q0'", "runs"),
        ("DELETE FROM item WHERE public_id = 'q8'", "references"),
        ("UPDATE conversation SET shown_branch = NULL", "branches"),
        ("UPDATE conversation SET shown_branch = 99", "references"),
        ("INSERT INTO run (id, parent, depth) VALUES (99, NULL, 0)", "empty runs"),
        ("UPDATE item SET state = 'streaming' WHERE public_id = 'q8'", "growing"),
        ("UPDATE item SET fault_kind = 'ItemLost' WHERE public_id = 'q8'", "lost"),
        ("DELETE FROM item_words_data WHERE id > 10", "words"),
    ],
)
def test_each_harm_is_told_by_its_check(filled: Connection, harm: str, check: str) -> None:
    filled.execute(harm)
    assert check in complaints(filled)


def test_a_damaged_page_is_told(tmp_path: Path, archive_key: str) -> None:
    path = tmp_path / "small.db"
    small_archive(path, archive_key)
    path.write_bytes(with_items_damaged(path, archive_key))
    with closing(open_connection(path, archive_key)) as connection:
        told = complaints(connection)
    assert told["pages"].endswith(": 1.")
    assert told["words"] == "Damage to the file kept the check of “words” from its end."


def test_no_sentence_holds_what_a_person_wrote(filled: Connection) -> None:
    filled.execute("DELETE FROM item WHERE public_id = 'q4'")
    assert "Title of" not in repr(examine(filled))
