from app.domain.ids import BranchId, ConversationId, ItemId, UndoId
from app.domain.item import ItemState, Role, question_body, reasoning_body, reply_body
from app.domain.passages import Needle, Passage
from app.domain.undo import Act, Undo
from app.store.branches import fork_before
from app.store.driver import Connection
from app.store.overlays import edit, hide
from app.store.passages import passages_between
from tests.unit.store.writing import Writing

A = ConversationId("a")


def found(connection: Connection, typed: str, first: int = 1, last: int = 99) -> list[tuple[str, int]]:
    needle = Needle.of(typed)
    assert needle
    return [(each.item, each.count) for each in passages_between(connection, A, needle, first, last)]


def test_what_the_shown_branch_shows_is_looked_through(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    for name in ("Blue", "green", "blue and BLUE"):
        writing.question("a", name)
    assert found(connection, "blue") == [("Blue", 1), ("blue and BLUE", 2)]
    assert found(connection, "blue", 2, 3) == [("blue and BLUE", 2)]
    needle = Needle("green")
    assert passages_between(connection, A, needle, 1, 3) == (Passage(ItemId("green"), 2, 1),)


def test_neither_another_branch_nor_what_is_hidden_is(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    for name in ("blue 1", "blue 2"):
        writing.question("a", name)
    fork_before(connection, A, ItemId("blue 2"), BranchId("b"), 5)
    writing.question("b", "blue 3")
    hide(connection, A, ItemId("blue 1"), Undo(UndoId("u"), Act.HIDE), 5)
    assert found(connection, "blue") == [("blue 2", 1)]


def test_an_edit_is_found_as_it_reads_now(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    writing.question("a", "blue")
    edit(connection, A, ItemId("blue"), question_body("green"), Undo(UndoId("u"), Act.EDIT), 5)
    assert (found(connection, "blue"), found(connection, "green")) == ([], [("blue", 1)])


def test_quotes_and_escapes_are_read_as_a_person_does(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    said = 'She said "blue" \\ twice'
    writing._add("a", "q", Role.PERSON, ItemState.COMPLETE, question_body(said), 1)
    escaped = '{"type":"message","role":"user","content":[{"type":"input_text","text":"caf\\u00e9"}]}'
    writing._add("a", "e", Role.PERSON, ItemState.COMPLETE, escaped, 1)
    assert found(connection, '"blue"') == [("q", 1)]
    assert found(connection, "\\ twice") == [("q", 1)]
    assert found(connection, "cafe") == [("e", 1)]
    assert found(connection, "input_text") == []


def test_only_messages_are_looked_through(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    writing._add("a", "r", Role.MODEL, ItemState.COMPLETE, reasoning_body("blue"), 1)
    writing._add("a", "m", Role.MODEL, ItemState.COMPLETE, reply_body("**bl**ue", whole=True), 1)
    assert found(connection, "blue") == [("m", 1)]
