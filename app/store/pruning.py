"""SQL of letting branches go: deleting one, pruning all others, detaching one, and stepping back.

Only pointers move. The items stay until the purge finds that nothing reaches them any more.
"""

from collections.abc import Iterator
from dataclasses import replace

from app.domain.branch import Pruning, Tip
from app.domain.conversation import Conversation
from app.domain.errors import BugError, OnlyBranch
from app.domain.ids import BranchId, ConversationId
from app.domain.undo import Undo
from app.store import branches, conversations, overlays, paths, summaries, words
from app.store.driver import Connection
from app.store.undo import Recorder, recording

_OTHERS = "SELECT id, is_main FROM branch WHERE conversation = ? AND id <> ? ORDER BY id"
_NEWEST_OTHER = "SELECT max(id) FROM branch WHERE conversation = ? AND id <> ?"
_IS_MAIN = "SELECT is_main FROM branch WHERE id = ?"
_TIPS = "SELECT run, depth FROM branch WHERE conversation = ? AND id <> ?"


def delete_branch(connection: Connection, branch: BranchId, undo: Undo, now: int) -> None:
    """Delete a pointer. The conversation shows its newest other branch then. Raises OnlyBranch."""
    number, conversation = branches.numbers_of(connection, branch)
    heir = _heir(connection, number, conversation)
    with recording(connection, undo, now) as recorder:
        _show_instead(connection, recorder, number, heir)
        was_main = _is_main(connection, number)
        recorder.remove("branch", (number,))
        if was_main:
            recorder.change("branch", (heir,), is_main=1)


def step_back(connection: Connection, branch: BranchId, count: int, undo: Undo, now: int) -> None:
    """Remove the last items of a branch: its tip moves back."""
    number, _ = branches.numbers_of(connection, branch)
    tip = paths.tip_of(connection, branch)
    if not 0 < count <= tip.depth:
        raise BugError("The branch is not as long as that.")
    left = _tip_at(connection, tip, tip.depth - count)
    with recording(connection, undo, now) as recorder:
        recorder.change("branch", (number,), run=left.run, depth=left.depth)


def pruning(connection: Connection, conversation: ConversationId) -> Pruning:
    """Tell what pruning a conversation down to its shown branch would take away."""
    number, shown = branches.conversation_of(connection, conversation)
    kept = {
        part.run: part.last for part in paths.walk_back(connection, paths.shown_tip(connection, conversation))
    }
    tips = connection.execute(_TIPS, (number, shown)).fetchall()
    goes = 0
    for tip in tips:
        goes += sum(_newly_reached(connection, Tip(*tip), kept))
    return Pruning(len(tips), goes)


def prune(connection: Connection, conversation: ConversationId, undo: Undo, now: int) -> None:
    """Delete all branches of a conversation but the shown one, which becomes its main line."""
    number, shown = branches.conversation_of(connection, conversation)
    with recording(connection, undo, now) as recorder:
        for other, _ in connection.execute(_OTHERS, (number, shown)).fetchall():
            recorder.remove("branch", (other,))
        recorder.change("branch", (shown,), is_main=1)


def detach(
    connection: Connection, branch: BranchId, to: ConversationId, undo: Undo, now: int
) -> Conversation:
    """Make a branch the only one of a conversation of its own. Raises OnlyBranch."""
    number, conversation = branches.numbers_of(connection, branch)
    heir = _heir(connection, number, conversation)
    original = conversations.find_conversation(connection, _public(connection, conversation))
    made = replace(original, id=to, shown_branch=branch, created_at=now, changed_at=now)
    tip = paths.tip_of(connection, branch)
    with recording(connection, undo, now) as recorder:
        added = recorder.add(
            "conversation",
            public_id=to,
            title=made.title,
            title_source=made.title_source,
            created_at=now,
            changed_at=now,
        )
        words.index_title(connection, added)
        conversations.carry_over(connection, recorder, conversation, added)
        overlays.copy_overlays(connection, recorder, conversation, added, tip)
        summaries.copy_summaries(connection, recorder, conversation, added, tip)
        _show_instead(connection, recorder, number, heir)
        was_main = _is_main(connection, number)
        recorder.change("branch", (number,), conversation=added, is_main=1)
        recorder.change("conversation", (added,), shown_branch=number)
        if was_main:
            recorder.change("branch", (heir,), is_main=1)
    return made


def _heir(connection: Connection, branch: int, conversation: int) -> int:
    """Return the branch that stands in for one that goes."""
    row: tuple[int | None] = connection.execute(_NEWEST_OTHER, (conversation, branch)).fetchone()
    if row[0] is None:
        raise OnlyBranch("It is the only branch of the conversation.")
    return row[0]


def _show_instead(connection: Connection, recorder: Recorder, branch: int, heir: int) -> None:
    conversation = connection.execute(
        "SELECT id FROM conversation WHERE shown_branch = ?", (branch,)
    ).fetchone()
    if conversation:
        recorder.change("conversation", conversation, shown_branch=heir)


def _is_main(connection: Connection, branch: int) -> bool:
    return bool(connection.execute(_IS_MAIN, (branch,)).fetchone()[0])


def _public(connection: Connection, conversation: int) -> ConversationId:
    row = connection.execute("SELECT public_id FROM conversation WHERE id = ?", (conversation,)).fetchone()
    return ConversationId(row[0])


def _tip_at(connection: Connection, tip: Tip, depth: int) -> Tip:
    for part in paths.walk_back(connection, tip):
        if part.first <= depth:
            return Tip(part.run, depth)
    return Tip(None, 0)


def _newly_reached(connection: Connection, tip: Tip, kept: dict[int, int]) -> Iterator[int]:
    """Yield how many items of each run a path adds to those reached so far, and note them as reached."""
    for part in paths.walk_back(connection, tip):
        before = kept.get(part.run)
        kept[part.run] = max(before or 0, part.last)
        yield max(0, part.last - (part.first - 1 if before is None else before))
        if before is not None:
            return
