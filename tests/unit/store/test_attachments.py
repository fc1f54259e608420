import pytest

from app.domain.attachment import Attachment
from app.domain.errors import BugError
from app.domain.ids import AttachmentId, ItemId
from app.store import blobs, words
from app.store.attachments import add_attachment, attachments_of, find_attachment, remove_attachment
from app.store.driver import Connection
from tests.unit.store.test_words import found
from tests.unit.store.writing import Writing

Q, R = ItemId("q"), ItemId("r")


@pytest.fixture
def blob(writing: Writing, connection: Connection) -> int:
    writing.conversation("a")
    writing.question("a", "q")
    writing.question("a", "r")
    return blobs.add_blob(connection, [b"abc"])


def test_an_item_has_its_files_in_the_order_they_came(connection: Connection, blob: int) -> None:
    for name, item in (("q0", Q), ("r0", R), ("q1", Q)):
        add_attachment(connection, AttachmentId(name), item, blob, f"{name}.txt", "text/plain")
    found = attachments_of(connection, [R, ItemId("none"), Q])
    assert [(each.id, each.position) for each in found] == [("r0", 0), ("q0", 0), ("q1", 1)]
    assert found[0] == Attachment(AttachmentId("r0"), R, 0, blob, 3, "r0.txt", "text/plain")
    assert found[0] == find_attachment(connection, AttachmentId("r0"))


def test_the_bytes_outlive_one_of_two_that_hold_them(connection: Connection, blob: int) -> None:
    for name in ("one", "two"):
        add_attachment(connection, AttachmentId(name), Q, blob, name, "text/plain")
    remove_attachment(connection, AttachmentId("one"))
    assert blobs.orphans(connection) == []
    remove_attachment(connection, AttachmentId("two"))
    assert blobs.orphans(connection) == [blob]
    assert attachments_of(connection, [Q]) == []


def test_what_does_not_exist_is_our_own_fault(connection: Connection, blob: int) -> None:
    for ask in (
        lambda: add_attachment(connection, AttachmentId("x"), ItemId("none"), blob, "", ""),
        lambda: find_attachment(connection, AttachmentId("x")),
        lambda: remove_attachment(connection, AttachmentId("x")),
    ):
        with pytest.raises(BugError):
            ask()


def test_an_item_is_found_by_the_names_of_its_files(connection: Connection, blob: int) -> None:
    add_attachment(connection, AttachmentId("one"), Q, blob, "celadon.txt", "text/plain")
    assert found(connection, "celadon")
    remove_attachment(connection, AttachmentId("one"))
    assert not found(connection, "celadon")
    assert words.is_whole(connection)
