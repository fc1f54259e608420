import pytest

from app.domain.attachment import Attachment, GivenFile, PreparedFile, Sealing
from app.domain.errors import BugError, StoreDamaged
from app.domain.ids import AttachmentId, ConversationId, ItemId
from app.store import blobs, history, words
from app.store.attachments import (
    add_attachment,
    attach_again,
    attach_all,
    attachments_of,
    find_attachment,
    given_files,
    remove_attachment,
)
from app.store.driver import Connection, transaction
from tests.unit.store.test_words import found
from tests.unit.store.writing import Writing

Q, R = ItemId("q"), ItemId("r")


@pytest.fixture
def blob(writing: Writing, connection: Connection) -> int:
    writing.conversation("a")
    writing.question("a", "q")
    writing.question("a", "r")
    return blobs.add_blob(connection, [b"abc"])


def prepared(
    connection: Connection, name: str, content: bytes, media_type: str = "text/plain", text: str | None = None
) -> PreparedFile:
    """A file on its way: its bytes are in the archive and bear no seal yet."""
    blob, sealing = blobs.begin_blob(connection), Sealing()
    blobs.add_piece(connection, blob, 0, content)
    sealing.add(content)
    return PreparedFile(AttachmentId(name), blob, sealing.seal, name, media_type, text)


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


def test_prepared_files_are_attached_in_one_go(connection: Connection, blob: int) -> None:
    add_attachment(connection, AttachmentId("old"), Q, blob, "old.txt", "text/plain")
    files = [
        prepared(connection, "a.txt", b"aa", text="grüße"),
        prepared(connection, "b.png", b"b", "image/png"),
    ]
    attached = attach_all(connection, Q, files)
    assert [(each.position, each.name, each.size, each.text_bytes) for each in attached] == [
        (1, "a.txt", 2, 7),
        (2, "b.png", 1, None),
    ]
    assert list(blobs.pieces(connection, attached[0].blob)) == [b"aa"]
    assert blobs.orphans(connection) == []
    assert words.is_whole(connection)


def test_equal_bytes_are_kept_once_even_within_one_message(connection: Connection, blob: int) -> None:
    files = [prepared(connection, name, b"abc") for name in ("one", "two")]
    assert {each.blob for each in attach_all(connection, Q, files)} == {blob}
    assert connection.execute("SELECT count(*) FROM blob_piece").fetchone() == (1,)


@pytest.mark.usefixtures("blob")
def test_where_the_message_is_not_stored_the_files_still_wait(connection: Connection) -> None:
    file = prepared(connection, "a.txt", b"aa")

    def fail() -> None:
        with transaction(connection):
            attach_all(connection, Q, [file])
            attach_all(connection, ItemId("none"), [file])

    with pytest.raises(BugError):
        fail()
    assert attachments_of(connection, [Q]) == []
    assert [each.id for each in attach_all(connection, Q, [file])] == ["a.txt"]


@pytest.mark.usefixtures("blob")
def test_a_question_asked_anew_can_have_the_same_files(connection: Connection) -> None:
    attach_all(connection, Q, [prepared(connection, "a.txt", b"aa", text="celadon")])
    (again,) = attach_again(connection, R, {AttachmentId("again"): AttachmentId("a.txt")})
    assert (again.item, again.position, again.name, again.text_bytes) == (R, 0, "a.txt", 7)
    given = given_files(connection, [Q, R])
    assert given[R] == given[Q]
    assert len(found(connection, "celadon")) == 2
    assert connection.execute("SELECT count(*) FROM blob").fetchone() == (2,)
    assert attach_again(connection, R, {}) == []
    with pytest.raises(BugError):
        attach_again(connection, R, {AttachmentId("more"): AttachmentId("none")})


@pytest.mark.usefixtures("blob")
def test_no_files_are_no_work(connection: Connection) -> None:
    before = connection.total_changes
    assert attach_all(connection, ItemId("none"), []) == []
    assert connection.total_changes == before


@pytest.mark.usefixtures("blob")
def test_a_model_is_given_the_text_or_the_picture(connection: Connection) -> None:
    files = [
        prepared(connection, "b.pdf", b"%PDF", "application/pdf", "half a \ud83d character"),
        prepared(connection, "a.png", b"\x89PNG", "image/png"),
        prepared(connection, "c.bin", b"c", "application/x"),
    ]
    attach_all(connection, Q, files)
    assert given_files(connection, [R, Q]) == {
        Q: (
            GivenFile("b.pdf", "application/pdf", text="half a \ufffd character"),
            GivenFile("a.png", "image/png", picture=b"\x89PNG"),
            GivenFile("c.bin", "application/x"),
        )
    }


@pytest.mark.usefixtures("blob")
def test_a_damaged_picture_is_not_given(connection: Connection) -> None:
    attach_all(connection, Q, [prepared(connection, "a.png", b"\x89PNG", "image/png")])
    connection.execute("UPDATE blob_piece SET bytes = x'00'")
    with pytest.raises(StoreDamaged):
        given_files(connection, [Q])


@pytest.mark.usefixtures("blob")
def test_an_item_is_found_by_the_words_in_its_files(connection: Connection) -> None:
    file = prepared(connection, "a.txt", b"aa", text="celadon " + "x " * 100_000 + "vermilion")
    attach_all(connection, Q, [file])
    assert found(connection, "celadon")
    assert not found(connection, "vermilion")
    assert words.is_whole(connection)
    remove_attachment(connection, file.id)
    assert not found(connection, "celadon")
    assert words.is_whole(connection)


def test_a_page_tells_which_of_its_items_have_files(connection: Connection, blob: int) -> None:
    assert history.page(connection, ConversationId("a"), None, 10).files == {}
    for name in ("one", "two"):
        add_attachment(connection, AttachmentId(name), Q, blob, f"{name}.txt", "text/plain")
    found = history.page(connection, ConversationId("a"), None, 10).files
    assert {item: [each.name for each in files] for item, files in found.items()} == {
        Q: ["one.txt", "two.txt"]
    }
