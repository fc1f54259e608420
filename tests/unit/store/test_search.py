import random
from datetime import UTC, date

import pytest

from app.domain.item import ItemState
from app.domain.search import Cursor, Hit, ItemHit, NoteHit, Order, SearchPage, TitleHit
from app.domain.search_query import parse
from app.store import conversations, search, search_scope, words
from app.store.driver import Connection, read_only, transaction
from tests.unit.store.query_plans import plans
from tests.unit.store.writing import Writing

TODAY = date(2026, 11, 21)
NOW = 1_795_000_000_000_000
MINUTE = 60_000_000
_NOTE = """
    INSERT INTO note (public_id, conversation, item, text, created_at, changed_at)
    SELECT 'n', 1, id, 'a note on the title', 1, 1 FROM item
"""


def page(
    connection: Connection, text: str, cursor: Cursor | None = None, order: Order = Order.NEWEST
) -> SearchPage:
    return search.find(connection, parse(text, TODAY, UTC), NOW, cursor or Cursor(), order)


def pages(connection: Connection, text: str, order: Order = Order.NEWEST) -> list[SearchPage]:
    found = [page(connection, text, None, order)]
    while found[-1].next:
        found.append(page(connection, text, found[-1].next, order))
    return found


def hits(connection: Connection, text: str, order: Order = Order.NEWEST) -> list[Hit]:
    return [hit for each in pages(connection, text, order) for hit in each.hits]


def found(connection: Connection, text: str, order: Order = Order.NEWEST) -> list[str]:
    return [str(hit.item_id) for hit in hits(connection, text, order) if isinstance(hit, ItemHit)]


@pytest.fixture
def fifty(writing: Writing, connection: Connection) -> None:
    """Fifty questions in each of the conversations a and b, in turn and a minute apart."""
    with transaction(connection):
        for name in "ab":
            writing.conversation(name)
        for number in range(50):
            for position, name in enumerate("ab"):
                moment = NOW - (100 - 2 * number - position) * MINUTE
                writing.question(name, f"question {name} {number}", now=moment)


@pytest.mark.usefixtures("fifty")
@pytest.mark.parametrize("order", Order)
def test_pages_follow_each_other_without_a_gap(connection: Connection, order: Order) -> None:
    read = pages(connection, "question ", order)
    assert [len(each.hits) for each in read[:5]] == [20] * 5
    names = found(connection, "question ", order)
    assert len(names) == len(set(names)) == 100


@pytest.mark.usefixtures("fifty")
def test_the_newest_come_first(connection: Connection) -> None:
    expected = [f"question {name} {number}" for number in reversed(range(50)) for name in "ba"]
    assert found(connection, "question ") == expected
    assert found(connection, "in:b question ") == [name for name in expected if " b " in name]


@pytest.mark.usefixtures("fifty")
def test_what_comes_in_meanwhile_does_not_move_the_pages(writing: Writing, connection: Connection) -> None:
    for order in Order:
        first = page(connection, "question ", None, order)
        writing.question("a", f"question new {order}", now=NOW)
        second = page(connection, "question ", first.next, order)
        assert not {hit.item_id for hit in first.hits if isinstance(hit, ItemHit)} & {
            hit.item_id for hit in second.hits if isinstance(hit, ItemHit)
        }


@pytest.mark.usefixtures("fifty")
@pytest.mark.parametrize("few", [0, 10, 5_000])
@pytest.mark.parametrize(
    "text", ["in:b question ", "in:b quest", 'in:b "question b" ', "in:b", "in:b role:me", "in:b -49"]
)
def test_both_ways_of_going_about_it_find_the_same(
    connection: Connection, monkeypatch: pytest.MonkeyPatch, few: int, text: str
) -> None:
    expected = [f"question b {number}" for number in reversed(range(50)) if "-49" not in text or number < 49]
    monkeypatch.setattr(search_scope, "_FEW_ITEMS", few)
    assert found(connection, text) == expected


@pytest.mark.usefixtures("fifty")
def test_days_hold_in_the_index_too(connection: Connection) -> None:
    assert len(found(connection, "question after:2026-11-18")) == len(found(connection, "after:2026-11-18"))
    day = found(connection, "question before:2026-11-19 after:2026-11-18")
    assert day == found(connection, "before:2026-11-19 after:2026-11-18")
    assert found(connection, "question before:2025") == []


@pytest.mark.usefixtures("fifty")
def test_a_page_ends_when_much_was_tested_in_vain(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_MOST_TESTED", 10)
    first = page(connection, "question model:none ")
    assert first.hits == ()
    assert first.next is not None
    assert found(connection, "question model:none ") == []


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("grusse", False),
        ("grüße ", True),
        ("GRÜSSE ", False),
        ("köln ", True),
        ("koln ", True),
        ("KÖ", True),
        ("k", False),
        ("x", True),
        ("wetter", True),
        ('"aus köln" ', True),
        ('"köln aus" ', False),
        ("köln -grüße ", False),
        ("köln -paris ", True),
        ("天", True),
        ("天气", True),
        ("气天", False),
        ("123", False),
        ("12", True),
    ],
)
def test_what_is_typed_is_what_is_found(
    writing: Writing, connection: Connection, text: str, is_found: bool
) -> None:
    writing.conversation("a")
    writing.question("a", "Grüße aus Ko\u0308ln: x Wetterbericht 今日天气 12", now=NOW)
    assert bool(found(connection, text)) == is_found


def test_a_reply_is_found_in_every_state_once_it_has_ended(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    for state in ItemState:
        writing.reply("a", state, state, now=NOW)
    ended = set(ItemState) - {ItemState.STREAMING, ItemState.EMPTIED}
    assert set(found(connection, "role:model")) == {str(state) for state in ended}


def test_titles_and_notes_are_hits_of_their_own(writing: Writing, connection: Connection) -> None:
    writing.conversation("a", changed_at=NOW)
    writing.question("a", "the title page", now=NOW)
    conversations.rename(connection, conversations.ConversationId("a"), "A fine title", 9)
    connection.execute(_NOTE)
    words.index_note(connection, 1)
    title, note, item = hits(connection, "title ")
    assert isinstance(title, TitleHit)
    assert isinstance(note, NoteHit)
    assert isinstance(item, ItemHit)
    assert (title.conversation_id, title.snippet.text, title.changed_at) == ("a", "A fine title", NOW)
    assert (note.note_id, note.title, note.item_id) == ("n", "A fine title", "the title page")
    assert (note.snippet.text, note.changed_at) == ("a note on the title", 1)


@pytest.mark.parametrize("order", Order)
def test_all_titles_and_notes_are_reached_by_going_on(
    writing: Writing, connection: Connection, order: Order
) -> None:
    with transaction(connection):
        for number in range(45):
            writing.conversation(f"{number}", changed_at=NOW)
        writing.question("0", "no such word", now=NOW)
        for number in range(25):
            connection.execute(_NOTE.replace("'n'", f"'n{number}'"))
            words.index_note(connection, number + 1)
    read = pages(connection, "title ", order)
    assert [len(each.hits) for each in read] == [40, 25, 5]
    found = hits(connection, "title ", order)
    titles = [hit.conversation_id for hit in found if isinstance(hit, TitleHit)]
    assert titles == [str(number) for number in reversed(range(45))]
    notes = [hit.note_id for hit in found if isinstance(hit, NoteHit)]
    assert notes == [f"n{number}" for number in reversed(range(25))]


@pytest.mark.usefixtures("fifty")
def test_titles_go_on_beside_the_items(writing: Writing, connection: Connection) -> None:
    with transaction(connection):
        for number in range(30):
            writing.conversation(f"question {number}")
    read = pages(connection, "question ")
    assert [len(each.hits) for each in read[:3]] == [40, 30, 20]
    assert len(found(connection, "question ")) == len(set(found(connection, "question "))) == 100


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("title", True),
        ("title role:me", False),
        ("title has:code", False),
        ("title is:branch", False),
        ("title is:pinned", False),
        ("title in:title", True),
        ("title after:2026-11-18", True),
        ("title after:2026-11-19", False),
        ("title before:2026-11-18", False),
        ("title is:trashed", False),
        ("title -in:title", False),
        ("title -in:other -role:me -has:code -is:branch", True),
    ],
)
def test_titles_obey_filters(writing: Writing, connection: Connection, text: str, is_found: bool) -> None:
    writing.conversation("a", changed_at=NOW)
    assert [type(hit) for hit in hits(connection, text)] == [TitleHit] * is_found


def test_titles_in_the_trash_are_found_when_asked_for(writing: Writing, connection: Connection) -> None:
    conversations.trash(connection, writing.conversation("a"), now=1)
    assert hits(connection, "title") == []
    assert len(hits(connection, "title is:trashed")) == 1


def test_the_best_come_first_when_asked_for(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    writing.question("a", "bus bus bus", now=NOW - 2)
    for number in range(30):
        writing.question("a", f"a long way to say that number {number} is a bus among many others", now=NOW)
    assert found(connection, "bus ", Order.BEST)[0] == "bus bus bus"
    assert found(connection, "bus ", Order.NEWEST)[-1] == "bus bus bus"


def test_only_the_newest_are_ranked(
    writing: Writing, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_BEST_OF", 30)
    writing.conversation("a")
    for number in range(40):
        writing.question("a", f"bus {number}", now=NOW + number * MINUTE)
    assert set(found(connection, "bus ", Order.BEST)) == {f"bus {number}" for number in range(10, 40)}


@pytest.mark.parametrize("few", [0, 5_000])
@pytest.mark.parametrize("text", ["in:special common ", "in:special com"])
def test_newer_matches_elsewhere_take_no_place_from_those_that_are_asked_for(
    writing: Writing, connection: Connection, monkeypatch: pytest.MonkeyPatch, few: int, text: str
) -> None:
    monkeypatch.setattr(search, "_BEST_OF", 30)
    monkeypatch.setattr(search_scope, "_FEW_ITEMS", few)
    with transaction(connection):
        for name in ("special", "other"):
            writing.conversation(name)
        for number in range(25):
            writing.question("special", f"a common word among others {number}", now=NOW + number * MINUTE)
            writing.question("special", f"nothing {number}", now=NOW + number * MINUTE)
        writing.question("special", "common", now=NOW)
        for number in range(40):
            writing.question("other", f"common {number}", now=NOW + (100 + number) * MINUTE)
        writing.question("special", "a common word that is the newest", now=NOW + 200 * MINUTE)
    best = found(connection, text, Order.BEST)
    assert best[0] == "common"
    assert sorted(best) == sorted(found(connection, text))
    assert len(best) == 27


def test_nothing_asked_is_nothing_found(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    writing.question("a", "word", now=NOW)
    for text in ("", " ", "-word", "!?", '""', "in:"):
        assert page(connection, text) == SearchPage((), None)


def test_any_text_that_a_person_types_is_safe(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    writing.question("a", "some words to find", now=NOW)
    chance = random.Random(5)  # noqa: S311  # the same texts in every run
    pieces = [
        '"',
        "-",
        ":",
        "*",
        "(",
        ")",
        "^",
        "+",
        "{",
        "}",
        "NEAR(",
        " AND ",
        " OR ",
        "NOT ",
        "\0",
        "\ud800",
    ]
    pieces += [
        "words",
        "to",
        "a",
        "東",
        "in:",
        "tag:",
        "is:branch ",
        "-role:me ",
        "-is:trashed ",
        "-in:",
        "has:code ",
        "before:",
        "2026 ",
        ",",
        "'",
    ]
    with transaction(connection):
        for _ in range(3_000):
            text = "".join(chance.choices(pieces, k=chance.randrange(1, 12)))
            for order in Order:
                assert len(page(connection, text, None, order).hits) <= 2
    for text in ("(" * 10_000, '"' * 10_001, "words " * 5_000, "w" * 100_000, "\0" * 9_999, "東" * 9_999):
        page(connection, text)


def test_a_connection_that_may_only_read_can_search(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    writing.question("a", "word", now=NOW)
    read_only(connection)
    assert found(connection, "word ") == found(connection, "in:title word ") == ["word"]


@pytest.mark.parametrize(
    "text", ["word ", "wor", "in:a word ", "in:a wor", "in:a", "role:me", "before:2026 x "]
)
@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("few", [0, 5_000])
def test_a_search_reads_along_indexes_and_sorts_nothing(
    writing: Writing,
    connection: Connection,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    order: Order,
    few: int,
) -> None:
    monkeypatch.setattr(search_scope, "_FEW_ITEMS", few)
    writing.conversation("a")
    writing.question("a", "word", now=NOW)
    for statement, plan in plans(connection, lambda: page(connection, text, None, order)).items():
        scanned = [line for line in plan.splitlines() if "SCAN" in line and "VIRTUAL TABLE" not in line]
        allowed = {"SCAN CONSTANT ROW", "SCAN 2 CONSTANT ROWS", "SCAN reached", "SCAN span"}
        assert set(scanned) <= allowed, statement
        assert "TEMP B-TREE" not in plan, statement


@pytest.mark.parametrize(
    "offence", ["SELECT id FROM item ORDER BY body", "SELECT id FROM item WHERE body = 'x'"]
)
def test_a_scan_and_a_sort_would_be_seen(connection: Connection, offence: str) -> None:
    (plan,) = plans(connection, lambda: connection.execute(offence)).values()
    assert "SCAN item" in plan
