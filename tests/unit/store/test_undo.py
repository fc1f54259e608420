import json

import pytest

from app.domain.branch import Tip
from app.domain.errors import BugError, UndoOutdated
from app.domain.ids import UndoId
from app.domain.purged import Purged
from app.domain.undo import Act, Undo
from app.store import purge_marks, undo, words
from app.store.driver import Connection
from app.store.purge_marks import PurgeMark
from tests.unit.store.writing import Writing

U = Undo(UndoId("u"), Act.MOVE)


def add_folder(connection: Connection, name: str) -> int:
    added = connection.execute(
        "INSERT INTO folder (public_id, name, name_key, created_at) VALUES (?1, ?1, ?1, 1)", (name,)
    ).lastrowid
    assert added
    return added


def folders(connection: Connection) -> list[int | None]:
    return [row[0] for row in connection.execute("SELECT folder FROM conversation ORDER BY id")]


def undos(connection: Connection) -> int:
    return connection.execute("SELECT count(*) FROM undo").fetchone()[0]


def move(connection: Connection, folder: int | None, by: Undo = U, now: int = 1) -> None:
    with undo.recording(connection, by, now) as recorder:
        recorder.change("conversation", (1,), folder=folder)


def test_what_was_changed_is_as_it_was(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    move(connection, add_folder(connection, "f"))
    assert folders(connection) == [1]
    assert undo.act_of(connection, U.id) is Act.MOVE
    assert undo.play(connection, U.id, 9) == ("a",)
    assert folders(connection) == [None]


def test_an_act_is_taken_back_once(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    move(connection, add_folder(connection, "f"))
    undo.play(connection, U.id, 9)
    with pytest.raises(UndoOutdated):
        undo.play(connection, U.id, 9)
    with pytest.raises(UndoOutdated):
        undo.act_of(connection, U.id)


def test_what_is_added_goes_and_what_is_removed_comes_back(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    with undo.recording(connection, U, 1) as recorder:
        branch = recorder.add("branch", public_id="b", conversation=1, depth=0, created_at=1)
        recorder.change("conversation", (1,), shown_branch=branch)
        recorder.remove("branch", (1,))
    assert connection.execute("SELECT id FROM branch").fetchall() == [(2,)]
    undo.play(connection, U.id, 9)
    assert connection.execute("SELECT id, public_id FROM branch").fetchall() == [(1, "a")]
    assert connection.execute("SELECT shown_branch FROM conversation").fetchall() == [(1,)]


def test_what_has_changed_since_is_left_alone(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    for name in "fg":
        add_folder(connection, name)
    with undo.recording(connection, U, 1) as recorder:
        recorder.change("conversation", (1,), folder=1)
        recorder.change("conversation", (1,), is_unread=1)
    connection.execute("UPDATE conversation SET folder = 2")
    with pytest.raises(UndoOutdated):
        undo.play(connection, U.id, 9)
    assert connection.execute("SELECT folder, is_unread FROM conversation").fetchall() == [(2, 1)]
    assert undos(connection) == 1


def test_other_columns_of_the_row_may_have_changed(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    move(connection, add_folder(connection, "f"))
    writing.question("a", "a1", now=9)
    undo.play(connection, U.id, 9)
    assert connection.execute("SELECT folder, changed_at FROM conversation").fetchall() == [(None, 9)]


def test_a_place_that_is_taken_meanwhile_is_not_given_back(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    writing.fork("a", "b", Tip(None, 0))
    with undo.recording(connection, U, 1) as recorder:
        recorder.remove("branch", (2,))
    writing.fork("a", "b", Tip(None, 0))
    with pytest.raises(UndoOutdated):
        undo.play(connection, U.id, 9)
    assert connection.execute("SELECT id FROM branch").fetchall() == [(1,), (3,)]


def test_acts_are_taken_back_in_any_order_that_holds(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    first, second = (Undo(UndoId(name), Act.MOVE) for name in "12")
    for name, by in (("f", first), ("g", second)):
        move(connection, add_folder(connection, name), by)
    with pytest.raises(UndoOutdated):
        undo.play(connection, first.id, 9)
    undo.play(connection, second.id, 9)
    undo.play(connection, first.id, 9)
    assert folders(connection) == [None]


def test_undos_are_let_go_of_after_a_day_or_when_asked(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    writing.conversation("b")
    for number in range(3):
        move(connection, None, Undo(UndoId(f"{number}"), Act.MOVE), now=number)
    assert undo.forget_old(connection, undo.KEPT_FOR + 1) == Purged()
    assert undos(connection) == 1
    undo.forget_of(connection, 2)
    assert [name for name, _ in undo.kept(connection)] == ["2"]
    undo.forget_of(connection, 1)
    assert undos(connection) == 0
    move(connection, None)
    undo.forget(connection, U.id)
    assert undos(connection) == 0


def test_what_nobody_offers_is_let_go_of_unless_it_was_made_just_now(
    writing: Writing, connection: Connection
) -> None:
    writing.conversation("a")
    now = 10 * undo.NEW_FOR
    for name, moment in (("old", 1), ("offered", 2), ("new", now - 1), ("of a later clock", now + 1)):
        move(connection, None, Undo(UndoId(name), Act.MOVE), now=moment)
    assert undo.forget_unoffered(connection, {UndoId("offered")}, now) == Purged()
    assert [name for name, _ in undo.kept(connection)] == ["offered", "new"]


def test_an_undo_tells_where_a_branch_would_end_again(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    for name in ("a1", "a2"):
        writing.question("a", name)
    with undo.recording(connection, U, 1) as recorder:
        recorder.change("branch", (1,), run=1, depth=1)
        recorder.change("branch", (1,), is_main=1)
        recorder.change("branch", (1,), run=None, depth=0)
        recorder.change("branch", (1,), run=1, depth=1)
    [(_, changes)] = undo.kept(connection)
    assert [change.tip for change in changes] == [Tip(1, 2), None, Tip(1, 1), None]
    assert {change.conversations for change in changes} == {(1,)}


def test_an_undo_holds_no_title(connection: Connection) -> None:
    with undo.recording(connection, U, 1) as recorder:
        recorder.add(
            "conversation", public_id="c", title="Canary", title_source="person", created_at=1, changed_at=1
        )
    words.index_title(connection, 1)
    [(rows,)] = connection.execute("SELECT rows FROM undo")
    assert "Canary" not in rows
    assert json.loads(rows)[0][0] == "conversation"
    assert undo.play(connection, U.id, 9) == ("c",)
    assert connection.execute("SELECT count(*) FROM conversation").fetchone() == (0,)


def test_rows_that_hold_messages_are_not_recorded(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    writing.question("a", "a1")
    with pytest.raises(BugError), undo.recording(connection, U, 1) as recorder:
        recorder.change("item", (1,), body="{}")
    assert undos(connection) == 0


def test_what_does_not_exist_is_our_own_fault(connection: Connection) -> None:
    with pytest.raises(BugError), undo.recording(connection, U, 1) as recorder:
        recorder.remove("branch", (1,))


def test_a_text_that_only_an_undo_still_held_is_told_with_its_moment(connection: Connection) -> None:
    connection.execute(
        "INSERT INTO prompt (public_id, name, name_key, text, created_at, changed_at)"
        " VALUES ('p', 'p', 'p', 'Canary', 1, 7)"
    )
    with undo.recording(connection, U, 8) as recorder:
        recorder.change("prompt", (1,), text="Other", changed_at=8)
        recorder.remove("prompt", (1,))
    assert undo.is_kept(connection, U.id)
    assert undo.forget_old(connection, 8 + undo.KEPT_FOR) == Purged(texts=2, oldest=7)
    assert purge_marks.last_purge(connection) == PurgeMark(7, None)
    assert not undo.is_kept(connection, U.id)
    assert connection.execute("SELECT count(*) FROM undo").fetchone() == (0,)
