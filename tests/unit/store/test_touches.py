from collections.abc import Callable

import pytest

from app.domain.conversation_settings import ConversationSettings
from app.domain.ids import BranchId, ConversationId, FolderId, ItemId, NoteId, RequestId, SummaryId, UndoId
from app.domain.item import ItemState
from app.domain.question import Question
from app.domain.undo import Act, Undo
from app.store import (
    branches,
    conversation_settings,
    conversations,
    drafts,
    folders,
    marks,
    notes,
    overlays,
    pruning,
    retention,
    summaries,
    tags,
    turns,
    undo,
)
from app.store.driver import Connection
from tests.unit.store.writing import LEDGER, Writing

A, MAIN, B = ConversationId("a"), BranchId("a"), BranchId("b")
FIRST, U, NOTE = ItemId("a1"), UndoId("u"), NoteId("n")
HOUR = 3600 * 1_000_000
DAYS_LATER = 99 * HOUR

Deed = Callable[[Connection, int], object]

DEEDS: dict[str, Deed] = {
    "restore": lambda c, now: conversations.trash(c, A, 1) and conversations.restore(c, A, now),
    "rename": lambda c, now: conversations.rename(c, A, "Mine", now),
    "type": lambda c, now: drafts.keep_draft(c, A, "What about", now),
    "type no more": lambda c, now: drafts.keep_draft(c, A, "", now),
    "note": lambda c, now: notes.add_note(c, NoteId("n2"), A, None, "Mind this", now),
    "change a note": lambda c, now: notes.change_note(c, NOTE, "Mind that", U, now),
    "tag": lambda c, now: tags.add_tag(c, [A], "Cup", now),
    "untag": lambda c, now: tags.take_tag(c, [A], "tea", now),
    "hide a message": lambda c, now: overlays.hide(c, A, FIRST, Undo(U, Act.HIDE), now),
    "edit a message": lambda c, now: overlays.edit(c, A, FIRST, "{}", Undo(U, Act.EDIT), now),
    "pin a message": lambda c, now: overlays.pin(c, A, FIRST, now, now),
    "let go of a message": lambda c, now: overlays.pin(c, A, FIRST, None, now),
    "exclude a message": lambda c, now: overlays.exclude(c, A, FIRST, now, now),
    "move": lambda c, now: folders.move(c, [A], FolderId("f"), U, now),
    "unpin": lambda c, now: marks.pin(c, [A], None, U, now),
    "fork": lambda c, now: branches.fork_at(c, A, FIRST, BranchId("c"), now),
    "fork before": lambda c, now: branches.fork_before(c, A, FIRST, BranchId("c"), now),
    "fork the end": lambda c, now: branches.fork_end(c, MAIN, BranchId("c"), now),
    "show a branch": lambda c, now: branches.show_branch(c, B, now),
    "show a version": lambda c, now: branches.show_version(c, A, FIRST, now),
    "name a branch": lambda c, now: branches.name_branch(c, B, "Other", now),
    "make a branch the main one": lambda c, now: branches.make_main(c, B, now),
    "delete a branch": lambda c, now: pruning.delete_branch(c, B, Undo(U, Act.DELETE_BRANCH), now),
    "set": lambda c, now: conversation_settings.write_settings(c, A, ConversationSettings(model="m"), now),
    "sum up": lambda c, now: summaries.add_summary(
        c, SummaryId("s"), A, FIRST, "In short", sources=(), model=None, now=now
    ),
}


@pytest.fixture(autouse=True)
def old(writing: Writing, connection: Connection) -> None:
    """Conversation a with the branches a and b, a note, a tag and a draft, all of which are old."""
    writing.conversation("a")
    writing.question("a", "a1")
    branches.fork_at(connection, A, FIRST, B, 1)
    notes.add_note(connection, NOTE, A, None, "Mind", 1)
    tags.set_tags(connection, A, ["Tea"], 1)
    drafts.keep_draft(connection, A, "Typed", 1)
    folders.add_folder(connection, FolderId("f"), "Kitchen", 1)
    retention.keep_in_general(connection, 24)


def forget_undos(connection: Connection) -> None:
    undo.forget_of(connection, conversations.number_of(connection, A))


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_what_a_person_does_keeps_it_and_does_not_move_it(connection: Connection, deed: Deed) -> None:
    before = conversations.find_conversation(connection, A).changed_at
    deed(connection, DAYS_LATER - 1)
    forget_undos(connection)
    retention.remove_due(connection, A, DAYS_LATER)
    assert conversations.find_conversation(connection, A).changed_at == before
    for own in (None, 24):
        retention.keep(connection, A, own)
        assert retention.due(connection, DAYS_LATER) == []
        assert retention.due(connection, DAYS_LATER + 24 * HOUR) == [A]


def test_what_is_left_alone_is_due(connection: Connection) -> None:
    assert retention.due(connection, DAYS_LATER) == [A]


def test_what_changes_nothing_does_not_keep_it(connection: Connection) -> None:
    tags.set_tags(connection, A, ["tea"], DAYS_LATER)
    drafts.keep_draft(connection, A, "Typed", DAYS_LATER)
    assert retention.due(connection, DAYS_LATER) == [A]


def test_taking_an_act_back_keeps_it(connection: Connection) -> None:
    overlays.hide(connection, A, FIRST, Undo(U, Act.HIDE), 1)
    undo.play(connection, U, DAYS_LATER)
    assert retention.due(connection, DAYS_LATER) == []


def test_a_reply_that_goes_on_keeps_it(writing: Writing, connection: Connection) -> None:
    reply = writing.reply("a", "a2", ItemState.STOPPED)
    place = turns.ReplyPlace(reply.id, RequestId("r"), "m", LEDGER)
    growing = turns.resume_reply(connection, reply, place, DAYS_LATER)
    turns.end_reply(connection, growing._replace(state=ItemState.COMPLETE, ended_at=DAYS_LATER), None, 1)
    assert retention.due(connection, DAYS_LATER) == []


def test_an_earlier_moment_takes_nothing_away(connection: Connection) -> None:
    conversations.rename(connection, A, "Mine", DAYS_LATER)
    conversations.rename(connection, A, "Mine again", 2)
    assert retention.due(connection, DAYS_LATER) == []


def test_a_question_stays_the_measure_where_it_is_newer(connection: Connection) -> None:
    conversations.rename(connection, A, "Mine", 2)
    turns.add_question(connection, A, ItemId("new"), Question("And?"), DAYS_LATER)
    assert retention.due(connection, DAYS_LATER) == []
