"""SQL of parcels: a whole conversation comes in, with all that its file tells of it.

A conversation that is here already is known by what it is called where it comes from: only what is new is
added to it, and what a person has done here stays as it is. What is in the trash stays there.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

from app.domain.branch import Tip
from app.domain.ids import ConversationId, FolderId
from app.domain.import_report import Outcome, Taken
from app.domain.json_text import json_text, values_from
from app.domain.naming import name_key
from app.domain.parcel import OURS, Parcel, ParcelHead
from app.domain.text_pieces import storable
from app.store import folders, retention, tags, words
from app.store.arriving import Arriving, arrival_of
from app.store.bringing_in import add_items
from app.store.conversations import find_conversation, number_of
from app.store.driver import Connection
from app.store.parcel_belongings import Placed, add_belongings
from app.store.parcel_growth import grow
from app.store.paths import Place

_BY_ORIGIN = """
    SELECT wanted.value, public_id, trashed_at IS NOT NULL
    FROM json_each(?) AS wanted
    CROSS JOIN conversation ON conversation.origin = ? AND conversation.origin_id = wanted.value
"""
_BY_ID = """
    SELECT wanted.value, public_id, trashed_at IS NOT NULL
    FROM json_each(?) AS wanted CROSS JOIN conversation ON conversation.public_id = wanted.value
"""
_ADD = """
    INSERT INTO conversation (
        public_id, title, title_source, folder, created_at, changed_at, pinned_at, archived_at, settings,
        origin, origin_id
    ) VALUES (?, ?, ?, (SELECT id FROM folder WHERE name_key = ?), ?, ?, ?, ?, ?, ?, ?)
"""
_ADD_BRANCH = """
    INSERT INTO branch (public_id, conversation, name, is_main, run, depth, created_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_SHOW = "UPDATE conversation SET shown_branch = ? WHERE id = ?"
_FOLDER = "SELECT 1 FROM folder WHERE name_key = ?"
_ASSISTANT = "SELECT 1 FROM assistant WHERE public_id = ?"
_ASSISTANT_NAME = "assistant"


def standing(
    connection: Connection, origin: str, ids: Iterable[str]
) -> Mapping[str, tuple[ConversationId, bool]]:
    """Return which of these conversations of a program are here, and whether they are in the trash."""
    wanted = json.dumps([storable(each) for each in ids])
    found = connection.execute(_BY_ORIGIN, (wanted, origin)).fetchall()
    if origin == OURS:
        found += connection.execute(_BY_ID, (wanted,)).fetchall()
    return {name: (ConversationId(public_id), bool(trashed)) for name, public_id, trashed in found}


def take_parcel(
    connection: Connection, parcel: Parcel, blobs: Mapping[str, int], ids: Sequence[str], now: int
) -> Taken:
    """Bring a conversation in, or add what is new to the one that is here. Nothing else is changed.

    `blobs` are the numbers of bytes that wait for it, by their hash. So many ids as `ids_needed` are needed.
    """
    head, arriving = parcel.head, Arriving(parcel, blobs, iter(ids), now)
    known = standing(connection, head.origin, [head.id]).get(head.id)
    if known is None:
        return _begin(connection, arriving)
    conversation, is_trashed = known
    if is_trashed:
        return Taken(Outcome.IN_TRASH, find_conversation(connection, conversation))
    return grow(connection, conversation, arriving)


def _begin(connection: Connection, arriving: Arriving) -> Taken:
    head, items = arriving.parcel.head, arriving.parcel.items
    named = {item.id: arriving.item_id(connection, item.id) for item in items}
    arrivals = [arrival_of(item, named[item.id], named.get(item.behind or "")) for item in items]
    lying = add_items(connection, arrivals)
    places = {item.id: lying[named[item.id]] for item in items}
    has_new_folder = head.folder is not None and _make_folder(connection, head.folder, arriving)
    conversation = ConversationId(arriving.conversation_id())
    number = _add_conversation(connection, conversation, head)
    _add_branches(connection, number, places, arriving)
    if retention.is_due(connection, conversation, None, arriving.now):
        retention.keep(connection, conversation, 0)  # what has just been brought in does not go at once
    words.index_title(connection, number)
    tags.set_tags(connection, conversation, head.tags, arriving.now)
    placed = (Placed(item, named[item.id], places[item.id].item) for item in items)
    files, missing = add_belongings(connection, number, placed, arriving)
    found = find_conversation(connection, conversation)
    return Taken(Outcome.ADDED, found, len(items), files, missing, has_new_folder)


def _make_folder(connection: Connection, name: str, arriving: Arriving) -> bool:
    """See that there is such a folder. True if it had to be made."""
    if connection.execute(_FOLDER, (name_key(name),)).fetchone():
        return False
    folders.add_folder(connection, FolderId(next(arriving.ids)), name, arriving.now)
    return True


def _add_conversation(connection: Connection, conversation: ConversationId, head: ParcelHead) -> int:
    own = conversation == head.id
    connection.execute(
        _ADD,
        (
            conversation,
            storable(head.title),
            head.title_source,
            None if head.folder is None else name_key(head.folder),
            head.created_at,
            head.changed_at,
            head.changed_at if head.is_pinned and not head.is_archived else None,
            head.changed_at if head.is_archived else None,
            _settings(connection, head.settings),
            None if own else head.origin,
            None if own else storable(head.id),
        ),
    )
    return number_of(connection, conversation)


def _add_branches(
    connection: Connection, conversation: int, places: Mapping[str, Place], arriving: Arriving
) -> None:
    head = arriving.parcel.head
    for branch in head.branches:
        tip = Tip(None, 0) if branch.tip is None else places[branch.tip].tip
        made = arriving.branch_id(connection, branch.id)
        values = (made, conversation, branch.name, branch.is_main, tip.run, tip.depth, branch.created_at)
        row = connection.execute(_ADD_BRANCH, values).lastrowid
        if branch.id == head.shown:
            connection.execute(_SHOW, (row, conversation))


def _settings(connection: Connection, text: str) -> str:
    """Return the settings without an assistant that is not here."""
    values = dict(values_from(text))
    if not connection.execute(_ASSISTANT, (values.get(_ASSISTANT_NAME),)).fetchone():
        values.pop(_ASSISTANT_NAME, None)
    return json_text(values)
