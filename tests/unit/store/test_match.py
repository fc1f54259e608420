from datetime import UTC, date
from unicodedata import category, normalize

import pytest

from app.domain.item import question_body
from app.domain.search import ItemHit
from app.domain.search_query import parse
from app.domain.text_words import Term, words_of
from app.store import search, words
from app.store.driver import Connection
from app.store.match import match_of
from app.store.words import index_note
from tests.unit.store.writing import Writing

NOW = 1_795_000_000_000_000
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


def found(connection: Connection, text: str) -> list[str]:
    page = search.find(connection, parse(text, date(2026, 11, 21), UTC), NOW)
    return [str(hit.item_id) for hit in page.hits if isinstance(hit, ItemHit)]


_WAYS = [
    ("λόγος", ["ΛΟΓΟΣ ", "λογοσ ", "λόγος ", "λόγ"]),
    ("ΛΌΓΟΣ", ["λόγος ", "λογος "]),
    ("مُحَمَّد", ["محمد ", "مُحَمَّد "]),
    ("محمد", ["مُحَمَّد "]),
    ("שָׁלוֹם", ["שלום ", "שָׁלוֹם "]),
    ("שלום", ["שָׁלוֹם "]),
    ("한글", [normalize("NFD", "한글 ")]),
    (normalize("NFD", "한글"), ["한글 ", "글 "]),
    ("ガラス", [normalize("NFD", "ガラス ")]),
    (normalize("NFD", "ガラス"), ["ガラス ", "ガ "]),
    (normalize("NFD", "Мой ёж"), ["мой ", "ёж "]),
    ("น้ำตก", ["น้ำ", "น้ำตก "]),
    ("हिन्दी की पुस्तक", ["हिन्दी ", "हि", "पुस्", "पुस्तक ", '"हिन्दी की"']),
    ("ज़रूर", ["जरूर ", "ज\u093cरूर "]),
    ("கொடு", [normalize("NFD", "கொடு ")]),
    (normalize("NFD", "কোথায়"), ["কোথায় ", "কোথা"]),
    ("Мой ёж", ["мой ", "ёж ", "МОЙ "]),
    ("Ǣrger İstanbul ſo", ["ǣrger ", "istanbul ", "so "]),
]


@pytest.mark.parametrize(("written", "typed"), [(written, each) for written, all_ in _WAYS for each in all_])
def test_what_can_be_written_in_several_ways_is_found_by_any(
    writing: Writing, connection: Connection, written: str, typed: str
) -> None:
    """Also where it was edited in, and so is not only looked up in the index."""
    writing.conversation("a")
    writing.question("a", written, now=NOW)
    writing.question("a", "edited", now=NOW)
    (number,) = connection.execute("SELECT id FROM item WHERE public_id = 'edited'").fetchone()
    with words.reworded(connection, number):
        connection.execute(
            "INSERT INTO revision (id, item, body, created_at) VALUES (1, ?, ?, 1)",
            (number, question_body(written)),
        )
        connection.execute("INSERT INTO overlay (conversation, item, revision) VALUES (1, ?, 1)", (number,))
    assert found(connection, typed) == ["edited", written]
    assert words.is_whole(connection)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("мой", "мои "),
        ("がか", '"かか" '),
        ("أب", "اب "),
        ("की बात", "का "),
        ("कि बात", "क "),
        ("हिन्दी", "हान्दी "),
        ("วัน", "วิน "),
    ],
)
def test_letters_that_differ_by_more_than_a_mark_are_kept_apart(
    writing: Writing, connection: Connection, written: str, typed: str
) -> None:
    writing.conversation("a")
    writing.question("a", written, now=NOW)
    assert found(connection, typed) == []
    assert found(connection, f"{written} ") == [written]


def test_the_index_takes_the_same_marks_for_parts_of_words(connection: Connection) -> None:
    """All that Unicode has, at a letter of Hindi; but for two that tell the tones of old Korean."""
    marks = (chr(number) for number in range(0x300, 0x10000) if number not in (0x302E, 0x302F))
    newer = "\u0cf3\u0ece"  # than the Unicode of Python 3.11
    text = " ".join(f"क{mark}क" for mark in marks if category(mark) in ("Mn", "Mc") or mark in newer)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(_NOTE, ("1", text))
    index_note(connection, 1)
    connection.execute("CREATE VIRTUAL TABLE temp.held USING fts5vocab (main, note_words, row)")
    held = {term for (term,) in connection.execute("SELECT term FROM temp.held")}
    assert held == {word.text for word in words_of(text)}
    assert len(held) > 600
