"""Taking conversations elsewhere: whole or not at all, with nobody else waiting."""

import asyncio
from pathlib import Path

import pytest

from app.chat.exporting import Exporting
from app.credentials.sealed_export import unseal
from app.credentials.sealed_head import is_sealed
from app.domain.errors import EmptyPassphrase, FileExists, InputError, PlaceUnwritable
from app.domain.exchange_errors import PassphraseMisfit
from app.domain.export_choice import Detail, ExportChoice, Format
from app.domain.ids import AttachmentId, ConversationId, FolderId, ItemId, UndoId
from app.store import blobs, conversations, folders
from app.store.archive import Archive
from app.store.attachments import add_attachment
from app.store.driver import Connection
from tests.unit.store.writing import ONE, begin

TWO = ConversationId("two")
PLAIN = ExportChoice(Format.MARKDOWN, Detail.TEXT)


def attach(connection: Connection, item: ItemId, name: str, content: bytes) -> None:
    blob = blobs.add_blob(connection, [content])
    add_attachment(connection, AttachmentId(name), item, blob, name, "text/plain", "said")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "exports"
    made.mkdir()
    return made


@pytest.fixture
async def exporting(archive: Archive) -> Exporting:
    first = await begin(archive, text="Why cobalt?")
    await archive.write(attach, first.id, "../blue pot.txt", b"pot")
    await begin(archive, TWO, "why COBALT?")
    return Exporting(archive)


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


async def test_one_becomes_a_file_with_its_files_beside_it(exporting: Exporting, folder: Path) -> None:
    exported = await exporting.to_file([ONE], PLAIN, folder / "out.md")
    assert (exported.conversations, exported.files_beside) == (1, 1)
    assert names(folder) == ["out.files", "out.files/blue pot.txt", "out.md"]
    assert (folder / "out.files" / "blue pot.txt").read_bytes() == b"pot"
    assert "Why cobalt?" in (folder / "out.md").read_text()


async def test_a_sealed_one_opens_with_its_passphrase_alone(exporting: Exporting, folder: Path) -> None:
    choice = ExportChoice(Format.JSON)
    await exporting.to_file([ONE], choice, folder / "open.json")
    await exporting.to_file([ONE], choice, folder / "out.json.sotto", passphrase="four words")
    sealed = folder / "out.json.sotto"
    assert is_sealed(sealed.read_bytes())
    assert b"cobalt" not in sealed.read_bytes()
    with await asyncio.to_thread(unseal, "four words", sealed.open("rb")) as opened:
        assert opened.read() == (folder / "open.json").read_bytes()
    with sealed.open("rb") as file, pytest.raises(PassphraseMisfit):
        await asyncio.to_thread(unseal, "for words", file)


async def test_nothing_lies_in_the_open_beside_what_is_sealed(exporting: Exporting, folder: Path) -> None:
    exported = await exporting.to_folder([ONE, TWO], PLAIN, folder, passphrase="four words")
    assert names(folder) == ["Why cobalt.md.sotto", "why COBALT (2).md.sotto"]
    assert exported.files_beside == 0


async def test_a_passphrase_needs_a_word(exporting: Exporting, folder: Path) -> None:
    with pytest.raises(EmptyPassphrase):
        await exporting.to_file([ONE], PLAIN, folder / "out.md", passphrase=" ")
    assert not names(folder)


async def test_several_are_named_after_their_titles(exporting: Exporting, folder: Path) -> None:
    exported = await exporting.to_folder([ONE, TWO], PLAIN, folder / "new" / "folder")
    assert [path.name for path in exported.paths] == ["Why cobalt.md", "why COBALT (2).md"]
    assert "Why cobalt.files" in names(folder / "new" / "folder")


async def test_only_json_holds_several_in_one_file(exporting: Exporting, folder: Path) -> None:
    with pytest.raises(InputError):
        await exporting.to_file([ONE, TWO], PLAIN, folder / "out.md")
    assert not names(folder)


async def test_another_file_is_left_alone_unless_it_was_said(exporting: Exporting, folder: Path) -> None:
    (folder / "why COBALT (2).md").write_text("kept")
    with pytest.raises(FileExists):
        await exporting.to_folder([ONE, TWO], PLAIN, folder)
    assert names(folder) == ["why COBALT (2).md"]
    await exporting.to_folder([ONE, TWO], PLAIN, folder, may_replace=True)
    assert "why COBALT?" in (folder / "why COBALT (2).md").read_text()
    await exporting.to_folder([ONE, TWO], PLAIN, folder, may_replace=True)
    assert len(names(folder)) == 4


async def test_what_fails_leaves_nothing_that_it_began(exporting: Exporting, folder: Path) -> None:
    (folder / "out.files").mkdir()
    (folder / "out.files" / "blue pot.txt").write_text("kept")
    with pytest.raises(FileExists):
        await exporting.to_file([ONE], PLAIN, folder / "out.md")
    assert names(folder) == ["out.files", "out.files/blue pot.txt"]
    with pytest.raises(PlaceUnwritable):
        await exporting.to_file([TWO], PLAIN, folder / "missing" / "out.md")


async def test_giving_up_leaves_nothing(exporting: Exporting, folder: Path) -> None:
    told: list[tuple[int, int]] = []
    loop, begun = asyncio.get_running_loop(), asyncio.Event()

    def progress(done: int, of: int) -> None:
        told.append((done, of))
        loop.call_soon_threadsafe(begun.set)

    many = [ONE] * 300
    work = asyncio.create_task(exporting.to_folder(many, PLAIN, folder / "new", progress=progress))
    await begun.wait()
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert told[0] == (0, 300_000)
    assert not names(folder)


async def test_progress_reaches_its_end(exporting: Exporting, folder: Path) -> None:
    told: list[tuple[int, int]] = []
    await exporting.to_file([TWO], PLAIN, folder / "out.md", progress=lambda *step: told.append(step))
    assert told == sorted(told)
    assert told[-1] == (1_000, 1_000)


async def test_a_text_is_given_for_the_clipboard(exporting: Exporting) -> None:
    assert "Why cobalt?" in await exporting.text_of(ONE, PLAIN)


async def test_pages_are_no_text(exporting: Exporting) -> None:
    with pytest.raises(InputError):
        await exporting.text_of(ONE, ExportChoice(Format.PDF))


async def test_all_and_a_folders_are_found_without_the_trash(exporting: Exporting, archive: Archive) -> None:
    assert await exporting.everything() == [ONE, TWO]
    await archive.write(folders.add_folder, FolderId("f"), "Pots", 1)
    await archive.write(folders.move, [ONE, TWO], FolderId("f"), UndoId("u"), 1)
    await archive.write(conversations.trash, ONE, 2)
    assert await exporting.everything() == [TWO]
    assert await exporting.within(FolderId("f")) == [TWO]


async def test_a_temporary_conversation_leaves_from_where_it_is(archive: Archive) -> None:
    passing = Archive(is_temporary=True)
    await passing.open_in_memory()
    await begin(passing, TWO, "Unseen")
    exporting = Exporting(archive, lambda each: passing if each == TWO else archive)
    assert "Unseen" in await exporting.text_of(TWO, PLAIN)
    await passing.close()


async def test_the_screen_is_served_meanwhile(exporting: Exporting, archive: Archive, folder: Path) -> None:
    begun, may_go_on = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def progress(_done: int, _of: int) -> None:
        loop.call_soon_threadsafe(begun.set)
        asyncio.run_coroutine_threadsafe(may_go_on.wait(), loop).result(10)

    work = asyncio.create_task(exporting.to_file([ONE], PLAIN, folder / "out.md", progress=progress))
    await begun.wait()
    assert await archive.read(conversations.exists, ONE)
    await archive.write(conversations.rename, ONE, "Meanwhile", 9)
    may_go_on.set()
    await work
    assert "Meanwhile" not in (folder / "out.md").read_text()
