import pytest

from app.domain.errors import BugError
from app.domain.ids import BranchId, ConversationId, ItemId, UndoId
from app.domain.item import question_body
from app.domain.undo import Act, Undo
from app.store import conversations, history, overlays, undo
from app.store.branches import fork_before
from app.store.driver import Connection
from tests.unit.store.writing import Writing

A, Z = ConversationId("a"), ConversationId("z")
HIDE, EDIT = Undo(UndoId("h"), Act.HIDE), Undo(UndoId("e"), Act.EDIT)


@pytest.fixture(autouse=True)
def three(writing: Writing) -> None:
    """Conversation a with the items a1, a2 and a3, each saying its own name."""
    writing.conversation("a")
    for name in ("a1", "a2", "a3"):
        writing.question("a", name)


def shown(connection: Connection, conversation: ConversationId = A) -> dict[str, str]:
    return {item.id: item.text for item in history.page(connection, conversation, None, 10).items}


def branch_off(connection: Connection) -> None:
    conversations.branch_conversation(connection, A, Z, BranchId("z"), 5)


def test_a_deleted_message_is_no_longer_shown_and_can_be_had_back(connection: Connection) -> None:
    overlays.hide(connection, A, ItemId("a2"), HIDE, 5)
    assert list(shown(connection)) == ["a1", "a3"]
    assert undo.play(connection, HIDE.id, 9) == ("a",)
    assert list(shown(connection)) == ["a1", "a2", "a3"]


def test_a_page_is_full_although_much_is_hidden(connection: Connection) -> None:
    overlays.hide(connection, A, ItemId("a2"), HIDE, 5)
    page = history.page(connection, A, None, 2)
    assert ([item.id for item in page.items], page.length) == (["a1", "a3"], 3)


def test_an_edit_is_shown_and_the_original_kept(connection: Connection) -> None:
    overlays.edit(connection, A, ItemId("a2"), question_body("better"), EDIT, 5)
    overlays.edit(connection, A, ItemId("a2"), question_body("best"), Undo(UndoId("f"), Act.EDIT), 6)
    items = history.page(connection, A, None, 10).items
    assert [(item.text, item.revision) for item in items] == [("a1", 0), ("best", 2), ("a3", 0)]
    undo.play(connection, UndoId("f"), 9)
    undo.play(connection, EDIT.id, 9)
    assert shown(connection)["a2"] == "a2"


def test_marks_are_set_and_cleared(connection: Connection) -> None:
    def marks() -> list[tuple[bool, bool]]:
        items = history.page(connection, A, None, 10).items
        return [(item.is_pinned, item.is_excluded) for item in items]

    overlays.pin(connection, A, ItemId("a1"), 5, 9)
    overlays.exclude(connection, A, ItemId("a2"), 5, 9)
    assert marks() == [(True, False), (False, True), (False, False)]
    overlays.pin(connection, A, ItemId("a1"), None, 9)
    overlays.exclude(connection, A, ItemId("a2"), None, 9)
    assert marks() == [(False, False)] * 3


def test_undoing_one_mark_leaves_the_others(connection: Connection) -> None:
    overlays.hide(connection, A, ItemId("a2"), HIDE, 5)
    overlays.pin(connection, A, ItemId("a2"), 6, 9)
    undo.play(connection, HIDE.id, 9)
    assert history.page(connection, A, None, 10).items[1].is_pinned


def test_what_a_person_does_in_one_conversation_no_other_sees(connection: Connection) -> None:
    branch_off(connection)
    overlays.hide(connection, A, ItemId("a1"), HIDE, 6)
    overlays.edit(connection, Z, ItemId("a2"), question_body("mine"), EDIT, 6)
    assert shown(connection) == {"a2": "a2", "a3": "a3"}
    assert shown(connection, Z) == {"a1": "a1", "a2": "mine", "a3": "a3"}


def test_a_branched_conversation_begins_with_the_same_marks(connection: Connection) -> None:
    overlays.hide(connection, A, ItemId("a1"), HIDE, 4)
    overlays.edit(connection, A, ItemId("a2"), question_body("better"), EDIT, 4)
    branch_off(connection)
    undo.play(connection, HIDE.id, 9)
    assert shown(connection, Z) == {"a2": "better", "a3": "a3"}


def test_only_marks_on_the_copied_path_are_copied(writing: Writing, connection: Connection) -> None:
    fork_before(connection, A, ItemId("a3"), BranchId("b"), 3)
    writing.question("b", "b3")
    overlays.pin(connection, A, ItemId("b3"), 4, 9)
    overlays.pin(connection, A, ItemId("a1"), 4, 9)
    branch_off(connection)
    copied = connection.execute("SELECT item FROM overlay WHERE conversation = 2").fetchall()
    assert copied == [(1,)]


def test_only_what_a_conversation_holds_is_marked(writing: Writing, connection: Connection) -> None:
    writing.conversation("other")
    writing.question("other", "o1")
    with pytest.raises(BugError):
        overlays.pin(connection, A, ItemId("o1"), 5, 9)
    assert connection.execute("SELECT count(*) FROM overlay").fetchone() == (0,)
