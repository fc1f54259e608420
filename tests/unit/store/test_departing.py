"""Conversations on their way out: told once, in order, as they are shown."""

from contextlib import AbstractContextManager

import pytest

from app.domain.branch import Tip
from app.domain.errors import InputError, StoreDamaged
from app.domain.export_choice import Extent
from app.domain.ids import AttachmentId, BranchId, ConversationId, FolderId, ItemId, UndoId
from app.domain.item import ItemState, question_body, reply_body
from app.domain.parcel import ParcelHead, ParcelItem
from app.domain.undo import Act, Undo
from app.store import blobs, folders, marks, tags
from app.store.attachments import add_attachment
from app.store.branches import fork_before, make_main, name_branch
from app.store.departing import Chosen, Departure, open_departure
from app.store.driver import Connection
from app.store.journal import write_chunks
from app.store.origins import set_item_origin
from app.store.overlays import edit, exclude, hide, pin
from tests.unit.store.query_plans import plans
from tests.unit.store.writing import Writing

A = ConversationId("a")


def parcel(connection: Connection, chosen: Chosen = Extent.ALL) -> AbstractContextManager[Departure]:
    return open_departure(connection, A, chosen)


def told(connection: Connection, chosen: Chosen = Extent.ALL) -> list[tuple[str, str | None]]:
    with parcel(connection, chosen) as opened:
        return [(item.id, item.behind) for item in opened.items()]


def one(connection: Connection, item: str) -> ParcelItem:
    with parcel(connection) as opened:
        return next(each for each in opened.items() if each.id == item)


def head(connection: Connection, chosen: Chosen = Extent.ALL) -> ParcelHead:
    with parcel(connection, chosen) as opened:
        return opened.head


def fill(writing: Writing) -> None:
    """a1 a2 a3 a4 on the shown branch, b3 b4 beside a3, c1 beside a1."""
    writing.conversation("a")
    for name in ("a1", "a2", "a3", "a4"):
        writing.question("a", name)
    fork_before(writing.connection, A, ItemId("a3"), BranchId("b"), 2)
    for name in ("b3", "b4"):
        writing.question("b", name)
    fork_before(writing.connection, A, ItemId("a1"), BranchId("c"), 3)
    writing.question("c", "c1")


def remove(connection: Connection, *those: str) -> None:
    for item in those:
        hide(connection, A, ItemId(item), Undo(UndoId(item), Act.HIDE), 3)


def test_every_branch_is_told_once_the_shown_one_first(writing: Writing, connection: Connection) -> None:
    fill(writing)
    shown = [("a1", None), ("a2", "a1"), ("a3", "a2"), ("a4", "a3")]
    assert told(connection, Extent.SHOWN) == shown
    assert told(connection) == [*shown, ("b3", "a2"), ("b4", "b3"), ("c1", None)]
    writing.show("a", "b")
    assert told(connection)[:4] == [("a1", None), ("a2", "a1"), ("b3", "a2"), ("b4", "b3")]


def test_chosen_branches_are_told_and_no_others(writing: Writing, connection: Connection) -> None:
    fill(writing)
    chosen = (BranchId("b"), BranchId("c"))
    assert [item for item, _ in told(connection, chosen)] == ["a1", "a2", "b3", "b4", "c1"]
    with parcel(connection, chosen) as opened:
        assert [branch.id for branch in opened.head.branches] == ["b", "c"]
        assert opened.head.shown == "b"
    with pytest.raises(InputError), parcel(connection, (BranchId("gone"),)):
        pytest.fail("nothing is told")


def test_what_is_hidden_stays_and_is_followed_through(writing: Writing, connection: Connection) -> None:
    fill(writing)
    remove(connection, "a2", "a4", "c1")
    assert told(connection) == [("a1", None), ("a3", "a1"), ("b3", "a1"), ("b4", "b3")]
    with parcel(connection) as opened:
        assert {branch.id: branch.tip for branch in opened.head.branches} == {"a": "a3", "b": "b4", "c": None}
    remove(connection, "a1")
    assert told(connection, Extent.SHOWN) == [("a3", None)]


def test_a_branch_without_items_is_told_by_its_end_alone(writing: Writing, connection: Connection) -> None:
    fill(writing)
    writing.fork("a", "empty", Tip(None, 0))
    writing.fork("a", "early", writing.path("a").tip_at(2))
    with parcel(connection) as opened:
        ends = {branch.id: branch.tip for branch in opened.head.branches}
        assert (ends["empty"], ends["early"], opened.length) == (None, "a2", 7)


def test_an_edit_goes_along_with_the_original(writing: Writing, connection: Connection) -> None:
    fill(writing)
    edit(connection, A, ItemId("a2"), question_body("better"), Undo(UndoId("u"), Act.EDIT), 3)
    pin(connection, A, ItemId("a2"), 4, 9)
    exclude(connection, A, ItemId("a3"), 4, 9)
    changed = one(connection, "a2")
    assert (changed.body, changed.edited) == (question_body("a2"), question_body("better"))
    assert (changed.is_pinned, changed.is_excluded) == (True, False)
    assert (one(connection, "a3").is_pinned, one(connection, "a3").is_excluded) == (False, True)
    assert one(connection, "a1").edited is None


def test_the_head_has_what_the_person_made_of_the_conversation(
    writing: Writing, connection: Connection
) -> None:
    fill(writing)
    folders.add_folder(connection, FolderId("f"), "Pots", 1)
    folders.move(connection, [A], FolderId("f"), UndoId("u"), 1)
    tags.set_tags(connection, A, ["glaze", "Blue"], 9)
    name_branch(connection, BranchId("b"), "Other", 9)
    make_main(connection, BranchId("b"), 9)
    marks.pin(connection, [A], 3, UndoId("v"), 1)
    with parcel(connection) as opened:
        head = opened.head
    assert (head.origin, head.id, head.title, head.folder) == ("sotto", "a", "Title of a", "Pots")
    assert (head.tags, head.is_pinned, head.is_archived, head.shown) == (("Blue", "glaze"), True, False, "a")
    assert [(each.id, each.tip, each.name, each.is_main) for each in head.branches] == [
        ("a", "a4", None, False),
        ("b", "b4", "Other", True),
        ("c", "c1", None, False),
    ]


def test_the_head_tells_who_answered_and_by_what_instructions(
    writing: Writing, connection: Connection
) -> None:
    fill(writing)
    writing.reply("b", "r")
    assert head(connection, Extent.SHOWN).models == ()
    assert head(connection).models == ("m",)
    connection.execute(
        "INSERT INTO assistant (public_id, name, name_key, instructions, created_at, changed_at)"
        " VALUES ('poet', 'Poet', 'poet', 'Rhyme.', 1, 1)"
    )
    marks.set_settings(connection, A, {"assistant": "poet"})
    assert head(connection).instructions == "Rhyme."
    marks.set_settings(connection, A, {"assistant": "poet", "instructions": "Do not."})
    assert head(connection).instructions == "Do not."
    marks.set_settings(connection, A, {"assistant": "gone"})
    assert head(connection).instructions is None


def test_files_and_the_sources_own_nodes_go_along(writing: Writing, connection: Connection) -> None:
    fill(writing)
    blob = blobs.add_blob(connection, [b"pot" * 200_000])
    for item in ("a1", "b3"):
        add_attachment(
            connection, AttachmentId(item), ItemId(item), blob, f"{item}.txt", "text/plain", "pots"
        )
    set_item_origin(connection, ItemId("a2"), "source", '{"raw": 1}')
    seal = blobs.seal_of(connection, blob)
    assert one(connection, "a2").raw == '{"raw": 1}'
    (file,) = one(connection, "b3").files
    assert (file.name, file.sha256, file.size, file.text) == ("b3.txt", seal.sha256.hex(), 600_000, "pots")
    with parcel(connection) as opened:
        assert [(each.name, each.text) for each in opened.files()] == [("a1.txt", None)]
        assert b"".join(opened.bytes_of(file.sha256)) == b"pot" * 200_000
        with pytest.raises(StoreDamaged):
            opened.bytes_of("00" * 32)
    remove(connection, "a1")
    with parcel(connection) as opened:
        assert [each.name for each in opened.files()] == ["b3.txt"]


def test_a_reply_under_way_leaves_with_what_it_has(writing: Writing, connection: Connection) -> None:
    fill(writing)
    growing = writing.reply("a", "r")
    write_chunks(connection, {growing.id: "so "})
    write_chunks(connection, {growing.id: "far"})
    reply = one(connection, "r")
    assert (reply.state, reply.body) == (ItemState.INTERRUPTED, reply_body("so far", whole=False))


def test_a_long_conversation_is_read_in_portions(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    for number in range(1_100):
        writing.question("a", f"q{number}")
    remove(connection, "q249", "q250", "q251")
    items = told(connection)
    assert len(items) == 1_097
    assert [behind for _, behind in items[1:]] == [item for item, _ in items[:-1]]


def test_nothing_is_looked_for_without_an_index(writing: Writing, connection: Connection) -> None:
    fill(writing)

    def ask() -> None:
        told(connection)
        with parcel(connection) as opened:
            opened.files()

    before = plans(connection, ask)
    remove(connection, "a2")
    add_attachment(connection, AttachmentId("x"), ItemId("a1"), blobs.add_blob(connection, [b"x"]), "x", "y")
    few = {"CONSTANT", "step", "part", "wanted"}
    for statement, plan in (before | plans(connection, ask)).items():
        read_whole = {line.split()[1] for line in plan.splitlines() if line.startswith("SCAN")}
        assert not read_whole - few - {"attachment", "item_origin"}, f"{statement}\n{plan}"


def test_the_archive_is_read_as_it_was_at_one_moment(writing: Writing, connection: Connection) -> None:
    fill(writing)
    with parcel(connection):
        assert connection.in_transaction
    assert not connection.in_transaction
