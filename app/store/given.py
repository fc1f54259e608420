"""SQL of what a reply was given: its requests, put together again from their ledgers."""

import json
from collections.abc import Iterator

from app.domain.attached_parts import sent_body
from app.domain.ids import ItemId
from app.domain.ledger import Ledger
from app.domain.rebuilding import Place, Rebuilt, places_of, rebuild
from app.store import attachments
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
_REVISION = "SELECT body FROM revision WHERE item = ? ORDER BY id LIMIT 1 OFFSET ?"
_WORDING = "SELECT text FROM wording WHERE sha256 = ?"


def given_to(connection: Connection, reply: ItemId) -> tuple[Rebuilt, ...]:
    """Return what each request of a reply was given. What has been deleted since is named as such."""
    found = connection.execute(_LEDGERS, (reply,)).fetchall()
    return tuple(_rebuilt(connection, Ledger.from_json(ledger)) for (ledger,) in found)


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
