"""SQL of a found item: whether anybody may see it, where, and how it reads there."""

from dataclasses import dataclass

from app.domain.ids import ItemId
from app.domain.indexed_text import text_in
from app.domain.item import Role
from app.domain.search import ItemHit
from app.domain.search_query import Content, Mark, Query
from app.domain.snippets import snippet
from app.domain.text_words import holds
from app.store.driver import Connection
from app.store.reach import Place, places_of
from app.store.search_scope import Scope
from app.store.words import INDEXED_OF_A_FILE

_ITEM = """
    SELECT public_id, kind, role, author, model, body, created_at,
           EXISTS (SELECT 1 FROM revision WHERE revision.item = item.id),
           EXISTS (SELECT 1 FROM attachment WHERE attachment.item = item.id)
    FROM item WHERE id = ? AND state NOT IN ('streaming', 'emptied')
"""
_REVISION = "SELECT body FROM revision WHERE id = ?"
_ATTACHED = f"""
    SELECT name, media_type, substr(text, 1, {INDEXED_OF_A_FILE})
    FROM attachment WHERE item = ? ORDER BY position
"""  # noqa: S608
_CODE = "```"
_PICTURE_PARTS = ('"input_image"', '"image_generation_call"', '"computer_screenshot"')
_CALLED = "_call"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is quickly read of an item that may be a hit. Without a role, only its place was looked at."""

    number: int
    run: int
    depth: int
    role: str | None = None
    model: str | None = None


@dataclass(frozen=True, slots=True)
class _Item:
    """An item's row, and what is attached to it."""

    id: ItemId
    kind: str
    role: Role
    author: str | None
    model: str | None
    body: str
    created_at: int
    has_revisions: bool
    attached: tuple[str, ...]
    media_types: tuple[str, ...]


def hit_of(connection: Connection, query: Query, scope: Scope, found: Candidate) -> ItemHit | None:
    """Return the candidate as a hit, or None where it is none after all."""
    if not _may_fit(found, query, scope):
        return None
    item = _read(connection, found.number)
    if item is None or not _fits(item, query):
        return None
    places = [
        place
        for place in places_of(connection, found.number, found.run, found.depth)
        if _is_asked_for(place, query, scope)
    ]
    for place in places:
        body = _shown_body(connection, item, place)
        text = "\n\n".join(filter(None, (text_in(body), *item.attached)))
        if _has_as_asked(item, body, query) and (
            _is_sure(item, query) or holds(text, query.wanted, query.unwanted)
        ):
            return _hit(item, place, found.depth, query, text, shared_with=len(places) - 1)
    return None


def _may_fit(found: Candidate, query: Query, scope: Scope) -> bool:
    return scope.holds(found.run, found.depth) and (
        found.role is None or _is_written_as_asked(found.role, found.model, query)
    )


def _is_written_as_asked(role: str, model: str | None, query: Query) -> bool:
    return (
        (not query.roles or role in query.roles)
        and role not in query.without.roles
        and (not query.models or _is_by(model, query.models))
        and not _is_by(model, query.without.models)
    )


def _is_by(model: str | None, parts: tuple[str, ...]) -> bool:
    return any(part.casefold() in (model or "").casefold() for part in parts)


def _is_sure(item: _Item, query: Query) -> bool:
    """Whether the index has answered already. It knows all revisions at once, and nothing without a word."""
    return bool(query.wanted or not query.unwanted) and not item.has_revisions


def _read(connection: Connection, number: int) -> _Item | None:
    row = connection.execute(_ITEM, (number,)).fetchone()
    if row is None:
        return None
    public_id, kind, role, author, model, body, created, has_revisions, has_files = row
    attached = connection.execute(_ATTACHED, (number,)).fetchall() if has_files else ()
    return _Item(
        ItemId(public_id),
        kind,
        Role(role),
        author,
        model,
        body,
        created,
        bool(has_revisions),
        tuple(words for name, _, text in attached for words in (name, text) if words),
        tuple(media_type for _, media_type, _ in attached),
    )


def _fits(item: _Item, query: Query) -> bool:
    """Whether the item itself may be what is asked for. What an edited one has depends on the place."""
    return (
        _is_written_as_asked(item.role, item.model, query)
        and (query.after is None or item.created_at >= query.after)
        and (query.before is None or item.created_at < query.before)
        and (item.has_revisions or _has_as_asked(item, item.body, query))
    )


def _has_as_asked(item: _Item, body: str, query: Query) -> bool:
    """Whether the item has what it should have, and nothing that it should not, where it shows this body."""
    return all(_has(item, body, content) for content in query.contents) and not any(
        _has(item, body, content) for content in query.without.contents
    )


def _has(item: _Item, body: str, content: Content) -> bool:
    if content is Content.CODE:
        return _CODE in body
    if content is Content.TOOL:
        return _CALLED in item.kind
    return any(part in body for part in _PICTURE_PARTS) or any(
        media_type.startswith("image/") for media_type in item.media_types
    )


def _is_asked_for(place: Place, query: Query, scope: Scope) -> bool:
    """Whether a conversation fits. The trash is searched only when asked for."""
    return (
        place.is_trashed == (Mark.TRASHED in query.marks)
        and scope.holds_conversation(place.conversation)
        and not (place.is_shown and Mark.BRANCH in query.marks)
        and (place.is_shown or Mark.BRANCH not in query.without.marks)
    )


def _shown_body(connection: Connection, item: _Item, place: Place) -> str:
    """Return what the conversation shows: the item as it was, or the revision that was put in its place."""
    row = connection.execute(_REVISION, (place.revision,)).fetchone() if place.revision else None
    return row[0] if row else item.body


def _hit(item: _Item, place: Place, depth: int, query: Query, text: str, shared_with: int) -> ItemHit:
    return ItemHit(
        conversation_id=place.conversation_id,
        title=place.title,
        branch_id=place.branch_id,
        item_id=item.id,
        depth=depth,
        kind=item.kind,
        role=item.role,
        author=item.author,
        model=item.model,
        created_at=item.created_at,
        snippet=snippet(text, query.wanted),
        shared_with=shared_with,
        branch=place.branch_name,
        is_shown=place.is_shown,
    )
