"""SQL of requests: what each was given, and what it cost."""

import json
from collections.abc import Iterable

from app.domain.branch import Path, Range
from app.domain.ids import ItemId, RequestId
from app.domain.ledger import Ledger, wording_name
from app.domain.text_pieces import storable
from app.domain.usage import Usage
from app.store import usage as used
from app.store.driver import Connection

_BEGIN = """
    INSERT INTO request (public_id, item, ledger, started_at)
    SELECT ?, id, ?, ? FROM item WHERE public_id = ?
"""
_KEEP_WORDING = "INSERT INTO wording (sha256, text) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING"
_GIVE_WORDING = """
    INSERT OR IGNORE INTO request_wording (request, wording)
    SELECT request.id, wording.id FROM request, wording
    WHERE request.public_id = ? AND wording.sha256 = ?
"""
_END = """
    UPDATE request SET ended_at = ?, input_tokens = ?, output_tokens = ?
    WHERE ended_at IS NULL AND id = (
        SELECT max(request.id) FROM request JOIN item ON item.id = request.item WHERE item.public_id = ?
    )
    RETURNING id
"""
_NEWEST_LEDGER = """
    SELECT (
        SELECT request.ledger FROM item JOIN request ON request.item = item.id
        WHERE item.run = part.value ->> 0 AND item.depth BETWEEN part.value ->> 1 AND part.value ->> 2
        ORDER BY item.depth DESC, request.id DESC LIMIT 1
    ) AS newest
    FROM json_each(?) AS part WHERE newest IS NOT NULL LIMIT 1
"""

_USAGES = """
    SELECT item.public_id, sum(request.input_tokens), sum(request.output_tokens)
    FROM json_each(?) AS part
    CROSS JOIN item ON item.run = part.value ->> 0
        AND item.depth BETWEEN part.value ->> 1 AND part.value ->> 2
    CROSS JOIN request ON request.item = item.id
    WHERE request.output_tokens IS NOT NULL
    GROUP BY item.id
"""


def begin_request(
    connection: Connection,
    request: RequestId,
    item: ItemId,
    ledger: Ledger,
    now: int,
    wordings: tuple[str, ...] = (),
) -> None:
    """Note what a request is given. `wordings` are the texts which the ledger names: each is kept once."""
    connection.execute(_BEGIN, (request, ledger.to_json(), now, item))
    for text in wordings:
        name = wording_name(text)
        connection.execute(_KEEP_WORDING, (name, storable(text)))
        connection.execute(_GIVE_WORDING, (request, name))


def end_request(
    connection: Connection, item: ItemId, usage: Usage | None, now: int, cost: int | None = None
) -> None:
    """Note the end of the reply's newest request, and what it has used. The reply has its text by now."""
    tokens = (usage.input_tokens, usage.output_tokens) if usage else (None, None)
    for (request,) in connection.execute(_END, (now, *tokens, item)).fetchall():
        used.record(connection, request, usage, now, cost)


def abandon_request(connection: Connection, item: ItemId, now: int) -> None:
    """Note the end of a request that the service would not take, so that nothing was used."""
    connection.execute(_END, (now, None, None, item)).fetchall()


def usages_between(connection: Connection, path: Path, first: int, last: int) -> dict[ItemId, Usage]:
    """Return what the replies from depth `first` to `last` have cost, each with all its requests."""
    places = json.dumps([(part.run, part.first, part.last) for part in path.between(first, last)])
    return {
        ItemId(item): Usage(input_tokens, output_tokens)
        for item, input_tokens, output_tokens in connection.execute(_USAGES, (places,))
    }


def newest_ledger(connection: Connection, parts: Iterable[Range]) -> Ledger | None:
    """Return what the newest request was given in some stretches of a path, which come newest first."""
    places = json.dumps([(part.run, part.first, part.last) for part in parts])
    row = connection.execute(_NEWEST_LEDGER, (places,)).fetchone()
    return Ledger.from_json(row[0]) if row else None
