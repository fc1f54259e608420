import json
from datetime import UTC, date

import pytest

from app.domain.ids import BranchId, ItemId
from app.domain.item import ItemState, Role, question_body
from app.domain.search import ItemHit
from app.domain.search_query import parse
from app.store import items, words
from app.store.driver import Connection
from app.store.found_items import Candidate, hit_of
from app.store.search_scope import scope_of
from tests.unit.store.writing import Writing, end_of

TODAY = date(2026, 11, 21)
NOW = 1_800_000_000_000_000
_CANDIDATE = "SELECT id, run, depth, role, model FROM item WHERE public_id = ?"
_OVERLAY = """
    INSERT INTO overlay (conversation, item, hidden_at, revision)
    SELECT conversation.id, ?, ?, ? FROM conversation WHERE public_id = ?
"""


@pytest.fixture(autouse=True)
def conversation(writing: Writing) -> None:
    writing.conversation("a", changed_at=10)


def hit(connection: Connection, item: str, text: str) -> ItemHit | None:
    query = parse(text, TODAY, UTC)
    found = Candidate(*connection.execute(_CANDIDATE, (item,)).fetchone())
    return hit_of(connection, query, scope_of(connection, query, NOW), found)


def add(connection: Connection, name: str, kind: str, /, **body: object) -> None:
    items.add_item(
        connection,
        end_of(connection, BranchId("a")),
        item_id=ItemId(name),
        role=Role.MODEL,
        state=ItemState.COMPLETE,
        body=json.dumps({"type": kind} | body),
        now=NOW,
        model="gpt-mini",
        author="Helpful",
    )


def edit(connection: Connection, item: int, conversation: str, text: str) -> None:
    with words.reworded(connection, item):
        number = connection.execute(
            "INSERT INTO revision (item, body, created_at) VALUES (?, ?, 1)", (item, question_body(text))
        ).lastrowid
        connection.execute(_OVERLAY, (item, None, number, conversation))


def test_a_hit_names_its_place_its_author_and_its_words(writing: Writing, connection: Connection) -> None:
    writing.question("a", "a1")
    add(connection, "a2", "message", content="the red bus")
    found = hit(connection, "a2", "bus ")
    assert found is not None
    assert (found.conversation_id, found.title, found.branch_id, found.item_id) == (
        "a",
        "Title of a",
        "a",
        "a2",
    )
    assert (found.depth, found.kind, found.role) == (2, "message", Role.MODEL)
    assert (found.author, found.model, found.created_at) == ("Helpful", "gpt-mini", NOW)
    assert (found.snippet.text, found.snippet.marks, found.shared_with) == ("the red bus", ((8, 11),), 0)


@pytest.mark.parametrize(
    ("text", "is_hit"),
    [
        ("role:model", True),
        ("role:me", False),
        ("model:MINI", True),
        ("model:maxi model:gpt", True),
        ("model:maxi", False),
        ("has:tool", True),
        ("has:code", True),
        ("has:image", False),
        ("has:tool has:image", False),
        ("after:2027-01-15", True),
        ("after:2027-01-16", False),
        ("before:2027-01-16", True),
        ("before:2027-01-15", False),
        ("is:branch", False),
        ("is:trashed", False),
        ("in:title", True),
        ("in:other", False),
        ("has:code -role:me", True),
        ("has:code -role:model", False),
        ("-model:maxi", True),
        ("-model:maxi -model:mini", False),
        ("-has:image", True),
        ("-has:image -has:code", False),
        ("-in:other", True),
        ("-in:title", False),
        ("-is:branch", True),
    ],
)
def test_filters_are_tested(connection: Connection, text: str, is_hit: bool) -> None:
    add(connection, "x", "function_call", name="run", arguments="```x```")
    assert (hit(connection, "x", text) is not None) == is_hit


def test_pictures_are_in_the_item_or_attached_to_it(writing: Writing, connection: Connection) -> None:
    add(connection, "drawn", "message", content=[{"type": "input_image", "image_url": "data:x"}])
    writing.question("a", "attached")
    connection.execute("INSERT INTO blob (id, sha256, size) VALUES (1, x'00', 1)")
    for position, (name, media_type) in enumerate((("x.png", "image/png"), ("budget.txt", "text/plain"))):
        connection.execute(
            """
            INSERT INTO attachment (public_id, item, position, blob, name, media_type)
            SELECT ?, id, ?, 1, ?, ? FROM item WHERE public_id = 'attached'
            """,
            (name, position, name, media_type),
        )
    assert hit(connection, "drawn", "has:image")
    found = hit(connection, "attached", "has:image budget")
    assert found is not None
    assert found.snippet.text == "attached x.png budget.txt"


def test_a_hit_in_an_attached_text_shows_the_place(writing: Writing, connection: Connection) -> None:
    writing.question("a", "attached")
    with words.reworded(connection, 1):
        connection.execute("INSERT INTO blob (id, sha256, size) VALUES (1, x'00', 1)")
        connection.execute(
            "INSERT INTO attachment (public_id, item, position, blob, name, media_type, text)"
            " VALUES ('x', 1, 0, 1, 'x.pdf', 'application/pdf', ?)",
            ("before " * 50 + "celadon glaze",),
        )
    found = hit(connection, "attached", "celadon ")
    assert found is not None
    assert found.snippet.text.endswith("before celadon glaze")


def test_the_trash_is_searched_only_when_asked_for(writing: Writing, connection: Connection) -> None:
    writing.question("a", "a1")
    connection.execute("UPDATE conversation SET trashed_at = 1")
    assert hit(connection, "a1", "a1 ") is None
    assert hit(connection, "a1", "is:trashed a1 ")


def test_a_shared_hit_names_the_conversation_that_changed_last(
    writing: Writing, connection: Connection
) -> None:
    writing.question("a", "a1", now=10)
    for name, changed in (("b", 30), ("c", 20), ("d", 40)):
        writing.conversation(name, changed_at=changed)
        writing.fork(name, f"{name}2", writing.path("a").tip_at(1))
    connection.execute("UPDATE conversation SET trashed_at = 1 WHERE public_id = 'd'")
    found = hit(connection, "a1", "a1 ")
    assert found is not None
    assert (found.conversation_id, found.branch_id, found.shared_with) == ("b", "b2", 2)
    connection.execute(_OVERLAY, (1, 1, None, "b"))
    found = hit(connection, "a1", "a1 ")
    assert found is not None
    assert (found.conversation_id, found.shared_with) == ("c", 1)
    only = hit(connection, "a1", 'in:"title of a" a1 ')
    assert only is not None
    assert (only.conversation_id, only.shared_with) == ("a", 0)


def test_what_lies_off_the_shown_branch_can_be_asked_for(writing: Writing, connection: Connection) -> None:
    writing.question("a", "a1")
    writing.fork("a", "b", writing.path("a").tip_at(1))
    writing.question("a", "a2")
    writing.question("b", "b2")
    assert hit(connection, "a2", "is:branch") is None
    found = hit(connection, "b2", "is:branch")
    assert found is not None
    assert found.branch_id == "b"
    assert hit(connection, "a2", "-is:branch")
    assert hit(connection, "b2", "-is:branch") is None


def test_what_is_hidden_or_reached_by_nobody_is_no_hit(writing: Writing, connection: Connection) -> None:
    writing.question("a", "a1")
    writing.question("a", "a2")
    connection.execute(_OVERLAY, (1, 1, None, "a"))
    assert hit(connection, "a1", "a1 ") is None
    connection.execute("UPDATE branch SET depth = 1")
    assert hit(connection, "a2", "a2 ") is None


def test_what_has_no_content_is_no_hit(writing: Writing, connection: Connection) -> None:
    writing.reply("a", "growing")
    writing.reply("a", "emptied", ItemState.EMPTIED)
    assert hit(connection, "growing", "role:model") is None
    assert hit(connection, "emptied", "role:model") is None


def test_an_edited_item_is_a_hit_where_the_matching_text_is_shown(
    writing: Writing, connection: Connection
) -> None:
    writing.question("a", "red bus")
    writing.conversation("b", changed_at=20)
    writing.fork("b", "b2", writing.path("a").tip_at(1))
    edit(connection, 1, "b", "blue tram")
    old, new = hit(connection, "red bus", "red "), hit(connection, "red bus", "blue ")
    assert old is not None
    assert new is not None
    assert (old.conversation_id, old.snippet.text) == ("a", "red bus")
    assert (new.conversation_id, new.snippet.text) == ("b", "blue tram")
    assert hit(connection, "red bus", "red tram ") is None


def test_what_an_edited_item_has_is_what_its_conversation_shows(
    writing: Writing, connection: Connection
) -> None:
    writing.question("a", "```x```")
    writing.question("a", "words")
    writing.conversation("b", changed_at=20)
    writing.fork("b", "b2", writing.path("a").tip_at(2))
    edit(connection, 1, "b", "no longer")
    edit(connection, 2, "b", "```y```")
    kept, come = hit(connection, "```x```", "has:code"), hit(connection, "words", "has:code")
    assert kept is not None
    assert come is not None
    assert (kept.conversation_id, come.conversation_id) == ("a", "b")
    assert hit(connection, "```x```", 'in:"title of b" has:code') is None
    assert hit(connection, "```x```", 'in:"title of b" -has:code')
    assert hit(connection, "words", 'in:"title of a" has:code') is None


def test_a_picture_that_was_edited_away_is_none(connection: Connection) -> None:
    add(connection, "drawn", "message", content=[{"type": "input_image", "image_url": "data:x"}])
    edit(connection, connection.execute("SELECT id FROM item").fetchone()[0], "a", "words")
    assert hit(connection, "drawn", "has:image") is None
    assert hit(connection, "drawn", "-has:image words ")


def test_without_a_word_that_is_wanted_the_unwanted_still_counts(
    writing: Writing, connection: Connection
) -> None:
    writing.question("a", "red bus")
    assert hit(connection, "red bus", "role:me -tram")
    assert hit(connection, "red bus", "role:me -bus") is None
