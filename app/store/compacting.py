"""SQL of making a summary: what it is to tell of, a stretch at a time, and the keeping of what came of it."""

from collections.abc import Mapping, Sequence

from app.domain.branch import Path
from app.domain.candidate import Candidate, weigh
from app.domain.compaction import can_be_told
from app.domain.errors import ConversationInTrash
from app.domain.ids import ConversationId, ItemId
from app.domain.item import Item
from app.domain.summary import Summary
from app.store import attachments, conversations, items, paths, summaries
from app.store.driver import Connection

_REPLACED = "DELETE FROM summary WHERE public_id = ? AND changed_at = created_at"


def ground(
    connection: Connection, conversation: ConversationId, service: str | None
) -> tuple[Path, Summary | None]:
    """Return the shown branch's path with the newest summary that the service can read.

    Raises ConversationInTrash.
    """
    _require(connection, conversation)
    path = paths.path_to(connection, paths.shown_tip(connection, conversation))
    return path, summaries.newest_summary(connection, conversation, path, service)


def tellable(
    connection: Connection, conversation: ConversationId, path: Path, first: int, last: int
) -> tuple[Candidate, ...]:
    """Return what a summary may tell of a path from depth `first` to `last`, without what is attached to it.

    Raises ConversationInTrash.
    """
    shown = _shown(connection, conversation, path, first, last)
    return tuple(weigh(item) for item in shown if not item.is_excluded)


def keep_summary(
    connection: Connection,
    conversation: ConversationId,
    summary: Summary,
    behind: Summary | None,
    told: Mapping[ItemId, int],
    *,
    replaces: bool,
) -> bool:
    """Keep a summary, unless what it tells of is otherwise by now. False says that nothing was kept.

    `told` are the items that it tells of, each with its revision, and `behind` is the summary that it takes
    up. Where that was but a step on the way, it is replaced, unless a person has made it theirs.
    """
    path = Path(summary.sources)
    first = behind.depth + 1 if behind else 1
    if not _is_as_told(connection, _shown(connection, conversation, path, first, summary.depth), told):
        return False
    if behind and behind not in summaries.summaries_along(connection, conversation, path):
        return False
    if behind and replaces:
        connection.execute(_REPLACED, (behind.id,))
    summaries.add_summary(
        connection,
        summary.id,
        conversation,
        summary.item,
        summary.text,
        sources=summary.sources,
        model=summary.model,
        now=summary.created_at,
        sealed_for=summary.sealed_for,
    )
    return True


def _is_as_told(connection: Connection, shown: Sequence[Item], told: Mapping[ItemId, int]) -> bool:
    """Whether all that was told is still there as it was, and nothing else that could have been told."""
    there = [item for item in shown if not item.is_excluded]
    others = [item for item in there if item.id not in told]
    if told != {item.id: item.revision for item in there if item.id in told}:
        return False
    if any(can_be_told(weigh(item)) for item in others):
        return False
    return not attachments.attachments_of(connection, [item.id for item in others])


def _shown(
    connection: Connection, conversation: ConversationId, path: Path, first: int, last: int
) -> Sequence[Item]:
    _require(connection, conversation)
    number = paths.shown(connection, conversation)[0]
    return items.shown_in(connection, number, path.between(first, last))


def _require(connection: Connection, conversation: ConversationId) -> None:
    """Raise ConversationInTrash for what has left the list, or the archive."""
    if not conversations.exists(connection, conversation):
        raise ConversationInTrash("This conversation has been deleted.")
    conversations.require_outside_trash(connection, conversation)
