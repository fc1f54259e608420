"""SQL of what a reply was given: its requests, put together again from their ledgers."""

import json
from collections.abc import Iterator
from itertools import islice

from app.domain.attached_parts import sent_body
from app.domain.ids import ConversationId, ItemId
from app.domain.item import Role
from app.domain.ledger import Ledger
from app.domain.rebuilding import Place, Rebuilt, places_of, rebuild
from app.store import attachments, history, paths
from app.store.driver import Connection

_LEDGERS = """
    SELECT request.ledger FROM request JOIN item ON item.id = request.item
    WHERE item.public_id = ? ORDER BY request.id
"""
_BODIES = """
    SELECT item.run, item.depth, item.id, item.public_id, item.body
    FROM json_each(?) AS place
    CROSS JOIN item ON item.run = place.value ->> 0 AND item.depth = place.value ->> 1
    WHERE item.state <> 'emptied'
"""
_NAMES = """
    SELECT item.run, item.depth, item.public_id FROM json_each(?) AS place
    CROSS JOIN item ON item.run = place.value ->> 0 AND item.depth = place.value ->> 1
"""
_IS_REPLY = "SELECT 1 FROM request JOIN item ON item.id = request.item WHERE item.public_id = ? LIMIT 1"
_BEGINNING = """
    SELECT id, run, depth, public_id FROM item
    WHERE public_id BETWEEN ? AND ? AND EXISTS (SELECT 1 FROM request WHERE request.item = item.id)
    ORDER BY public_id
"""
_BEHIND_ALL = "~"  # sorts behind every character of an id
_PAGE = 100
_REVISION = "SELECT body FROM revision WHERE item = ? ORDER BY id LIMIT 1 OFFSET ?"
_WORDING = "SELECT text FROM wording WHERE sha256 = ?"


def given_to(connection: Connection, reply: ItemId) -> tuple[Rebuilt, ...]:
    """Return what each request of a reply was given. What has been deleted since is named as such."""
    found = connection.execute(_LEDGERS, (reply,)).fetchall()
    return tuple(_rebuilt(connection, Ledger.from_json(ledger)) for (ledger,) in found)


def names_of(connection: Connection, ledger: Ledger) -> dict[tuple[int, int], ItemId]:
    """Return the ids of the items that were sent, by run and depth."""
    places = json.dumps([(run, depth) for run, depth, _ in places_of(ledger)])
    rows = connection.execute(_NAMES, (places,)).fetchall()
    return {(run, depth): ItemId(name) for run, depth, name in rows}


def newest_reply(connection: Connection, conversation: ConversationId) -> ItemId | None:
    """Return the last reply on the shown branch of which it is known what it was given."""
    before: int | None = None
    while items := history.page(connection, conversation, before, _PAGE).items:
        for item in reversed(items):
            if item.role is Role.MODEL and connection.execute(_IS_REPLY, (item.id,)).fetchone():
                return item.id
        before = items[0].depth
    return None


def replies_beginning(connection: Connection, conversation: ConversationId, beginning: str) -> list[ItemId]:
    """Return the first two replies of the conversation, on any of its branches, whose ids begin so."""
    number, _ = paths.shown(connection, conversation)
    rows = connection.execute(_BEGINNING, (beginning, beginning + _BEHIND_ALL)).fetchall()
    found = (
        ItemId(name)
        for *place, name in rows
        if next(paths.branches_through(connection, number, paths.Place(*place)), None) is not None
    )
    return list(islice(found, 2))


def _rebuilt(connection: Connection, ledger: Ledger) -> Rebuilt:
    names = [ledger.instructions, ledger.summary and ledger.summary.wording]
    return rebuild(
        ledger,
        dict(_bodies(connection, ledger)),
        {name: text for name in names if name for (text,) in connection.execute(_WORDING, (name,))},
    )


def _bodies(connection: Connection, ledger: Ledger) -> Iterator[tuple[Place, str]]:
    places = list(places_of(ledger))
    with_files = {(each.run, each.depth) for each in ledger.files}
    revisions = {(run, depth): revision for run, depth, revision in places}
    for run, depth, number, name, original in connection.execute(_BODIES, (json.dumps(places),)).fetchall():
        revision = revisions[run, depth]
        row = (original,)
        if revision:
            row = connection.execute(_REVISION, (number, revision - 1)).fetchone()
        if row and (run, depth) in with_files:
            files = attachments.given_files(connection, [name]).get(name, ())
            row = (sent_body(row[0], files),)
        if row:
            yield (run, depth, revision), row[0]
