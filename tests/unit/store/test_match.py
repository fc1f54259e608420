import pytest

from app.domain.text_words import Term
from app.store.driver import Connection
from app.store.match import match_of
from app.store.words import index_note

_NOTE = "INSERT INTO note (public_id, conversation, text, created_at, changed_at) VALUES (?, 1, ?, 1, 1)"


def term(text: str, *, is_prefix: bool = False) -> Term:
    return Term(text, ("x",), is_prefix)


def test_every_term_is_quoted() -> None:
    assert match_of([term("a"), term('b"c')]) == '("a" AND "b""c")'
    assert match_of([term("a", is_prefix=True)], [term("b"), term("c")]) == '("a" *) NOT ("b" OR "c")'
    assert match_of([term("東京")]) == '(" 東  京 ")'


@pytest.fixture
def notes(connection: Connection) -> Connection:
    connection.execute("PRAGMA foreign_keys = OFF")
    for number, text in enumerate(("a red bus", "a red tram", "東京の天気", "NEAR AND NOT"), 1):
        connection.execute(_NOTE, (str(number), text))
        index_note(connection, number)
    return connection


@pytest.mark.parametrize(
    ("wanted", "unwanted", "found"),
    [
        ([term("red")], [], [1, 2]),
        ([term("red")], [term("tram")], [1]),
        ([term("red tram")], [], [2]),
        ([term("red tr", is_prefix=True)], [], [2]),
        ([term("東京")], [], [3]),
        ([term("京都")], [], []),
        ([term("天")], [], [3]),
        ([term("NEAR(AND")], [], [4]),
        ([term('"red" OR "')], [], []),
        ([term("text:red")], [], []),
        ([term("red*")], [], [1, 2]),
        ([term("-red")], [], [1, 2]),
    ],
)
def test_the_index_understands(
    notes: Connection, wanted: list[Term], unwanted: list[Term], found: list[int]
) -> None:
    rows = notes.execute(
        "SELECT rowid FROM note_words WHERE note_words MATCH ? ORDER BY rowid", (match_of(wanted, unwanted),)
    )
    assert [number for (number,) in rows] == found
