"""SQL of the journal: the growing text of replies, as rows of their own until the reply ends."""

from collections.abc import Mapping

from app.domain.errors import Fault
from app.domain.ids import ItemId
from app.domain.item import ItemState, reply_body
from app.store.driver import Connection
from app.store.items import end_item, unfinished_items
from app.store.requests import end_request

_WRITE = """
    INSERT INTO journal (item, position, text)
    SELECT item.id, (SELECT count(*) FROM journal WHERE journal.item = item.id), ?
    FROM item WHERE item.public_id = ?
"""
_READ = """
    SELECT journal.text FROM journal JOIN item ON item.id = journal.item
    WHERE item.public_id = ? ORDER BY journal.position
"""
_CLEAR = "DELETE FROM journal WHERE item = (SELECT id FROM item WHERE public_id = ?)"
_CUT_SHORT = Fault("ReplyInterrupted", "Sotto ended before the reply did.")


def write_chunks(connection: Connection, chunks: Mapping[ItemId, str]) -> None:
    """Add a chunk of text to each of the replies."""
    connection.executemany(_WRITE, [(text, item) for item, text in chunks.items()])


def written_text(connection: Connection, item: ItemId) -> str:
    return "".join(text for (text,) in connection.execute(_READ, (item,)))


def clear_journal(connection: Connection, item: ItemId) -> None:
    connection.execute(_CLEAR, (item,))


def end_unfinished(connection: Connection, now: int) -> int:
    """Fold what the last run left growing: such replies are interrupted, with their text kept."""
    items = unfinished_items(connection)
    for item in items:
        body = reply_body(written_text(connection, item.id), whole=False)
        ended = item._replace(state=ItemState.INTERRUPTED, body=body, ended_at=now, fault=_CUT_SHORT)
        end_item(connection, ended)
        clear_journal(connection, item.id)
        end_request(connection, item.id, None, now)
    return len(items)
