from app.domain.ids import ConversationId
from app.store.drafts import all_drafts, drop_draft, keep_draft
from app.store.driver import Connection
from tests.unit.store.writing import Writing

A, MISSING = ConversationId("a"), ConversationId("missing")


def test_each_place_keeps_its_newest_text(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    for text in ("one", "two"):
        keep_draft(connection, A, text, 1)
        keep_draft(connection, None, f"new {text}", 1)
    assert all_drafts(connection) == {A: "two", None: "new two"}


def test_an_emptied_draft_is_forgotten(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    keep_draft(connection, A, "one", 1)
    keep_draft(connection, None, "two", 1)
    keep_draft(connection, None, "", 2)
    assert all_drafts(connection) == {A: "one"}
    keep_draft(connection, A, "", 2)
    assert all_drafts(connection) == {}


def test_nothing_is_kept_for_a_conversation_that_is_not_there(connection: Connection) -> None:
    keep_draft(connection, MISSING, "one", 1)
    keep_draft(connection, MISSING, "", 1)
    assert all_drafts(connection) == {}


def test_a_sent_draft_goes_unless_something_else_is_typed_by_now(
    writing: Writing, connection: Connection
) -> None:
    writing.conversation("a")
    keep_draft(connection, A, "sent", 1)
    drop_draft(connection, A, "another")
    assert all_drafts(connection) == {A: "sent"}
    drop_draft(connection, A, "sent")
    assert all_drafts(connection) == {}
