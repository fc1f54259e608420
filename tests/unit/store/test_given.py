from dataclasses import replace

from app.domain.attached_parts import sent_body
from app.domain.attachment import GivenFile
from app.domain.ids import AttachmentId, ConversationId, ItemId, RequestId, UndoId
from app.domain.item import question_body
from app.domain.ledger import Ledger, Span, WithFiles, wording_name
from app.domain.rebuilding import SinceDeleted
from app.domain.undo import Act, Undo
from app.store import attachments, blobs, content, overlays
from app.store.driver import Connection
from app.store.given import given_to
from app.store.requests import begin_request
from tests.unit.store.writing import Writing

A = ConversationId("a")
WORDS = "Be brief"


def ledger(revision: int = 0) -> Ledger:
    spans = (Span(1, 1, 1, revision), Span(1, 2, 3))
    return Ledger("m", 1, spans, (), 7, 100, instructions=wording_name(WORDS))


def answered(writing: Writing, connection: Connection, *ledgers: Ledger) -> ItemId:
    """a1 to a3, and the reply a4 with a request for each ledger."""
    writing.conversation("a")
    for name in ("a1", "a2", "a3"):
        writing.question("a", name)
    reply = writing.reply("a", "a4")
    for number, given in enumerate(ledgers):
        begin_request(connection, RequestId(f"r{number}"), reply.id, given, 1, (WORDS,))
    return reply.id


def edit(connection: Connection, text: str) -> None:
    undo = Undo(UndoId(text), Act.EDIT)
    overlays.edit(connection, A, ItemId("a1"), question_body(text), undo, 1)


def test_each_request_of_a_reply_is_put_together_again(writing: Writing, connection: Connection) -> None:
    reply = answered(writing, connection, ledger(), ledger())
    first, second = given_to(connection, reply)
    assert first == second
    assert first.bodies == tuple(question_body(name) for name in ("a1", "a2", "a3"))
    assert first.instructions == WORDS


def test_an_item_comes_back_in_the_revision_that_was_sent(writing: Writing, connection: Connection) -> None:
    reply = answered(writing, connection, ledger(0), ledger(1), ledger(2), ledger(3))
    edit(connection, "once")
    edit(connection, "twice")
    bodies = [given.bodies[0] for given in given_to(connection, reply)]
    lost = SinceDeleted(1, 1)
    assert bodies == [question_body("a1"), question_body("once"), question_body("twice"), lost]


def test_what_was_deleted_since_is_named(writing: Writing, connection: Connection) -> None:
    reply = answered(writing, connection, ledger())
    content.empty_item(connection, 2)
    (given,) = given_to(connection, reply)
    assert given.bodies[1] == SinceDeleted(1, 2)
    assert given.bodies[2] == question_body("a3")


def test_what_was_attached_comes_back_unless_it_was_removed_since(
    writing: Writing, connection: Connection
) -> None:
    note = GivenFile("note.txt", "text/plain", text="Buy milk")
    body = sent_body(question_body("a1"), [note])
    sealed = replace(ledger(), files=(WithFiles(1, 1, wording_name(body)),))
    reply = answered(writing, connection, sealed)
    blob = blobs.add_blob(connection, [b"Buy milk"])
    file = AttachmentId("f")
    attachments.add_attachment(connection, file, ItemId("a1"), blob, note.name, note.media_type, note.text)
    assert given_to(connection, reply)[0].bodies[0] == body
    attachments.remove_attachment(connection, file)
    assert given_to(connection, reply)[0].bodies[0] == SinceDeleted(1, 1)


def test_a_text_is_kept_once_and_leaves_with_the_last_that_was_given_it(
    writing: Writing, connection: Connection
) -> None:
    def kept() -> list[str]:
        return [text for (text,) in connection.execute("SELECT text FROM wording")]

    answered(writing, connection, ledger(), ledger())
    other = writing.reply("a", "a5")
    begin_request(connection, RequestId("other"), other.id, ledger(), 1, (WORDS, "A summary"))
    assert kept() == [WORDS, "A summary"]
    connection.execute("UPDATE branch SET depth = 4")
    content.remove_item(connection, 5)
    assert kept() == [WORDS]
    connection.execute("UPDATE branch SET depth = 3")
    content.remove_item(connection, 4)
    assert kept() == []
    assert given_to(connection, ItemId("a4")) == ()
