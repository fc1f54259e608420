"""SQL of the search index: the words of items, titles and notes go in, and leave without a trace.

The index keeps no text. To take words out it must be given what was put in, to the letter; that is worked
out from the rows themselves. So *before* anything changes that a row's words follow from (its body, its
state, its revisions, the names and texts of its files), its words are forgotten, and indexed anew afterwards:
`reworded` does both. A reply that still grows has no words, and nor has an item without content.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import zip_longest

from app.domain.indexed_text import indexed, text_in
from app.store.driver import Connection

_ITEM = """
    SELECT body, EXISTS (SELECT 1 FROM revision WHERE revision.item = item.id),
           EXISTS (SELECT 1 FROM attachment WHERE attachment.item = item.id)
    FROM item WHERE id = ? AND state NOT IN ('streaming', 'emptied')
"""
_REVISIONS = "SELECT body FROM revision WHERE item = ? ORDER BY id"
# A whole book in one go would hold up every other write for seconds. This is a hundred pages of it.
INDEXED_OF_A_FILE = 200_000
_FILES = f"""
    SELECT name, substr(text, 1, {INDEXED_OF_A_FILE}) FROM attachment WHERE item = ? ORDER BY position
"""  # noqa: S608


def index_item(connection: Connection, number: int) -> None:
    """Put in the words of an item that has none in the index. A growing reply has none to put in."""
    _ITEMS.put_in(connection, number)


def index_new_item(connection: Connection, number: int, body: str) -> None:
    """Put in the words of an item that has just come: it can have neither revisions nor files yet."""
    _ITEMS.put_text_in(connection, number, indexed([text_in(body)]))


def forget_item(connection: Connection, number: int) -> None:
    """Take an item's words out, while all that they follow from still stands as it was indexed."""
    _ITEMS.take_out(connection, number)


@contextmanager
def reworded(connection: Connection, number: int) -> Iterator[None]:
    """Let an item's body, state, revisions or attachments change inside, and keep its words true."""
    forget_item(connection, number)
    yield
    index_item(connection, number)


def index_title(connection: Connection, number: int) -> None:
    """Put in the words of a conversation's title."""
    _TITLES.put_in(connection, number)


def forget_title(connection: Connection, number: int) -> None:
    """Take out the words of a title, before it changes or goes."""
    _TITLES.take_out(connection, number)


def index_note(connection: Connection, number: int) -> None:
    """Put in the words of a note."""
    _NOTES.put_in(connection, number)


def forget_note(connection: Connection, number: int) -> None:
    """Take out the words of a note, before it changes or goes."""
    _NOTES.take_out(connection, number)


def is_whole(connection: Connection) -> bool:
    """Tell whether the index is sound, and has a row for all that has words and for nothing else.

    It reads the whole archive and changes nothing, so a connection that may only read can ask.
    """
    return all(each.is_sound(connection) and each.is_complete(connection) for each in _ALL)


def rebuild(connection: Connection) -> None:
    """Make the whole index anew from what the archive holds."""
    for each in _ALL:
        each.fill_anew(connection)


@dataclass(frozen=True, slots=True)
class _Index:
    """One of the index's tables, and where its words come from."""

    table: str
    numbers: str
    text: Callable[[Connection, int], str]

    def put_in(self, connection: Connection, number: int) -> None:
        self.put_text_in(connection, number, self.text(connection, number))

    def put_text_in(self, connection: Connection, number: int, text: str) -> None:
        if text:
            sql = f"INSERT INTO {self.table} (rowid, text) VALUES (?, ?)"  # noqa: S608
            connection.execute(sql, (number, text))

    def take_out(self, connection: Connection, number: int) -> None:
        if text := self.text(connection, number):
            sql = f"INSERT INTO {self.table} ({self.table}, rowid, text) VALUES ('delete', ?, ?)"  # noqa: S608
            connection.execute(sql, (number, text))

    def fill_anew(self, connection: Connection) -> None:
        connection.execute(f"INSERT INTO {self.table} ({self.table}) VALUES ('delete-all')")  # noqa: S608
        for (number,) in connection.execute(self.numbers):
            self.put_in(connection, number)

    def is_sound(self, connection: Connection) -> bool:
        return connection.execute(f"PRAGMA integrity_check({self.table})").fetchall() == [("ok",)]

    def is_complete(self, connection: Connection) -> bool:
        """Walk along both sides in the order of their numbers."""
        expected = (n for (n,) in connection.execute(self.numbers) if self.text(connection, n))
        found = (n for (n,) in connection.execute(f"SELECT id FROM {self.table}_docsize ORDER BY id"))  # noqa: S608
        return all(one == other for one, other in zip_longest(expected, found))


def _item_text(connection: Connection, number: int) -> str:
    row = connection.execute(_ITEM, (number,)).fetchone()
    if row is None:
        return ""
    body, is_revised, has_files = row
    texts = [text_in(body)]
    if is_revised:
        texts += [text_in(revision) for (revision,) in connection.execute(_REVISIONS, (number,))]
    if has_files:
        texts += [text for file in connection.execute(_FILES, (number,)) for text in file if text]
    return indexed(texts)


def _title_text(connection: Connection, number: int) -> str:
    return indexed(connection.execute("SELECT title FROM conversation WHERE id = ?", (number,)).fetchone())


def _note_text(connection: Connection, number: int) -> str:
    return indexed(connection.execute("SELECT text FROM note WHERE id = ?", (number,)).fetchone())


_ITEMS = _Index(
    "item_words",
    "SELECT id FROM item WHERE state NOT IN ('streaming', 'emptied') ORDER BY id",
    _item_text,
)
_TITLES = _Index("title_words", "SELECT id FROM conversation ORDER BY id", _title_text)
_NOTES = _Index("note_words", "SELECT id FROM note ORDER BY id", _note_text)
_ALL = (_ITEMS, _TITLES, _NOTES)
