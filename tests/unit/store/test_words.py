import pytest
from sqlcipher3.dbapi2 import DatabaseError

from app.domain.conversation import TitleSource
from app.domain.ids import ConversationId
from app.domain.item import ItemState, question_body, reply_body
from app.store import conversations, items, journal, words
from app.store.driver import Connection, read_only, transaction
from tests.unit.store.writing import Writing

_NOTE = "INSERT INTO note (public_id, conversation, text, created_at, changed_at) VALUES ('n', 1, ?, 1, 1)"


@pytest.fixture(autouse=True)
def conversation(writing: Writing) -> None:
    writing.conversation("a")


def found(connection: Connection, word: str, table: str = "item_words") -> list[int]:
    rows = connection.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", (f'"{word}"',))  # noqa: S608
    return [number for (number,) in rows]


def number_of(connection: Connection, item: str) -> int:
    return connection.execute("SELECT id FROM item WHERE public_id = ?", (item,)).fetchone()[0]


def add_revision(connection: Connection, item: int, text: str) -> None:
    connection.execute(
        "INSERT INTO revision (item, body, created_at) VALUES (?, ?, 1)", (item, question_body(text))
    )


def attach(connection: Connection, item: int, name: str) -> None:
    connection.execute("INSERT OR IGNORE INTO blob (id, sha256, size) VALUES (1, x'00', 1)")
    connection.execute(
        """
        INSERT INTO attachment (public_id, item, position, blob, name, media_type)
        VALUES (?, ?, (SELECT count(*) FROM attachment), 1, ?, 'text/plain')
        """,
        (name, item, name),
    )


def leftovers(connection: Connection, table: str = "item_words") -> int:
    """How many words the index still knows."""
    connection.execute(f"CREATE VIRTUAL TABLE temp.seen USING fts5vocab(main, {table}, row)")
    count: int = connection.execute("SELECT count(*) FROM temp.seen").fetchone()[0]
    connection.execute("DROP TABLE temp.seen")
    return count


def test_a_question_is_found_as_soon_as_it_is_stored(writing: Writing, connection: Connection) -> None:
    writing.question("a", "grüße aus Rom")
    number = number_of(connection, "grüße aus Rom")
    assert found(connection, "GRUSSE") == []
    assert found(connection, "grüße") == found(connection, "Gruße") == found(connection, "rom") == [number]


def test_a_reply_has_no_words_until_its_end(writing: Writing, connection: Connection) -> None:
    reply = writing.reply("a", "reply")
    journal.write_chunks(connection, {reply.id: "growing"})
    assert found(connection, "growing") == []
    assert words.is_whole(connection)
    body = reply_body("grown", whole=True)
    items.end_item(connection, reply._replace(state=ItemState.COMPLETE, body=body, ended_at=2))
    assert found(connection, "grown") == [number_of(connection, "reply")]


def test_a_reply_that_a_crash_cut_short_is_found(writing: Writing, connection: Connection) -> None:
    reply = writing.reply("a", "reply")
    journal.write_chunks(connection, {reply.id: "as far as it came"})
    journal.end_unfinished(connection, 9)
    assert found(connection, "far") == [number_of(connection, "reply")]
    assert words.is_whole(connection)


def test_revisions_and_attachments_are_found_with_their_item(
    writing: Writing, connection: Connection
) -> None:
    writing.question("a", "first")
    number = number_of(connection, "first")
    with words.reworded(connection, number):
        add_revision(connection, number, "second")
        attach(connection, number, "third.pdf")
    for word in ("first", "second", "third"):
        assert found(connection, word) == [number]
    assert words.is_whole(connection)


def test_what_is_forgotten_leaves_not_a_word(writing: Writing, connection: Connection) -> None:
    writing.question("a", "Grüße aus 東京 und Cafe\u0301 \x00")
    number = number_of(connection, "Grüße aus 東京 und Cafe\u0301 \x00")
    with words.reworded(connection, number):
        add_revision(connection, number, "第二 text")
        attach(connection, number, "anhang.txt")
    assert leftovers(connection) == 11
    words.forget_item(connection, number)
    assert leftovers(connection) == 0


def test_words_taken_out_late_stay_behind(writing: Writing, connection: Connection) -> None:
    """The twin of the test above: this is why words are forgotten before anything changes."""
    writing.question("a", "first")
    number = number_of(connection, "first")
    add_revision(connection, number, "second")
    connection.execute("UPDATE item SET body = ? WHERE id = ?", (question_body("other"), number))
    with pytest.raises(DatabaseError):
        words.forget_item(connection, number)
    assert leftovers(connection) > 0


def test_an_emptied_item_has_no_words(writing: Writing, connection: Connection) -> None:
    writing.question("a", "secret")
    number = number_of(connection, "secret")
    with words.reworded(connection, number):
        connection.execute("UPDATE item SET state = 'emptied' WHERE id = ?", (number,))
    assert leftovers(connection) == 0
    assert words.is_whole(connection)


def test_a_title_is_found_and_a_new_one_takes_its_place(connection: Connection) -> None:
    assert found(connection, "title", "title_words") == [1]
    conversations.rename(connection, ConversationId("a"), "Something else", 9)
    assert found(connection, "title", "title_words") == []
    assert found(connection, "else", "title_words") == [1]
    words.forget_title(connection, 1)
    assert leftovers(connection, "title_words") == 0


def test_a_branched_conversation_brings_its_title(writing: Writing, connection: Connection) -> None:
    original = conversations.find_conversation(connection, ConversationId("a"))
    assert original.title_source is TitleSource.QUESTION
    writing.conversation("b")
    assert found(connection, "title", "title_words") == [1, 2]


def test_a_note_comes_and_goes(connection: Connection) -> None:
    connection.execute(_NOTE, ("remember the milk",))
    words.index_note(connection, 1)
    assert found(connection, "milk", "note_words") == [1]
    assert words.is_whole(connection)
    words.forget_note(connection, 1)
    assert leftovers(connection, "note_words") == 0


def test_a_transaction_that_fails_takes_its_words_back(writing: Writing, connection: Connection) -> None:
    with transaction(connection):
        writing.question("a", "never")
        connection.execute("ROLLBACK")
        connection.execute("BEGIN")
    assert leftovers(connection) == 0
    assert words.is_whole(connection)


SPOILING = (
    "INSERT INTO item_words (rowid, text) VALUES (99, 'nobody')",
    "INSERT INTO title_words (title_words) VALUES ('delete-all')",
    "DELETE FROM item_words_docsize WHERE id = (SELECT max(id) FROM item_words_docsize)",
    "UPDATE item_words_data SET block = x'00' WHERE id > 10",
)


@pytest.mark.parametrize("spoiling", SPOILING)
def test_a_false_index_is_seen_and_can_be_made_anew(
    writing: Writing, connection: Connection, spoiling: str
) -> None:
    for number in range(50):
        writing.question("a", f"question {number}")
    connection.execute(_NOTE, ("milk",))
    words.index_note(connection, 1)
    assert words.is_whole(connection)
    connection.execute(spoiling)
    assert not words.is_whole(connection)
    with transaction(connection):
        words.rebuild(connection)
    assert words.is_whole(connection)
    assert len(found(connection, "question")) == 50
    assert found(connection, "milk", "note_words") == found(connection, "title", "title_words") == [1]


def test_who_may_only_read_can_ask_whether_it_is_whole(writing: Writing, connection: Connection) -> None:
    writing.question("a", "x")
    assert words.is_whole(read_only(connection))


def test_an_index_made_anew_still_leaves_nothing_behind(connection: Connection) -> None:
    words.rebuild(connection)
    for table in ("item_words", "title_words", "note_words"):
        settings = dict(connection.execute(f"SELECT k, v FROM {table}_config").fetchall())  # noqa: S608
        assert settings["secure-delete"] == 1
