import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from app.chat import attaching
from app.chat.attaching import Attaching
from app.domain.attached_parts import sent_body
from app.domain.attachment import GivenFile, PreparedFile
from app.domain.errors import AppError, GivenUp, StoreError
from app.domain.exchange_errors import FileEmpty, FileKindUnknown, FileTooLarge, FileUnreadable
from app.domain.ids import IdSource
from app.domain.item import question_body
from app.exchange import reading
from app.store import attachments, blobs
from app.store.archive import Archive
from app.store.driver import Connection
from tests.fakes import made_files
from tests.fixtures.child_program import StartChild
from tests.fixtures.children import children
from tests.fixtures.waiting import until
from tests.unit.store.writing import begin

LIBRARIES = """
    import sys
    import app.chat.attaching
    print([name for name in ("docx", "lxml", "PIL", "pypdfium2") if name in sys.modules])
"""
NEVER = (sys.executable, "-c", "import signal; signal.pause()")


@pytest.fixture
async def files(archive: Archive, ids: IdSource) -> AsyncIterator[Attaching]:
    made, before = Attaching(archive, ids), children()
    yield made
    await made.close()
    assert children() == before


def blobs_in(connection: Connection) -> int:
    (count,) = connection.execute("SELECT count(*) FROM blob").fetchone()
    return int(count)


async def sent(archive: Archive, *files: PreparedFile) -> tuple[GivenFile, ...]:
    """What a model is given of the files of a first message."""
    question = await begin(archive)
    await archive.write(attachments.attach_all, question.id, files)
    return (await archive.read(attachments.given_files, [question.id]))[question.id]


async def test_a_prepared_picture_can_be_looked_at_before_it_is_sent(files: Attaching) -> None:
    drawing = made_files.picture(Image.new("RGB", (40, 20), "blue"), "PNG")
    prepared = await files.prepare("blue.png", drawing)
    assert Image.open(BytesIO(await files.picture(prepared))).format == "PNG"


async def test_a_text_goes_from_the_disk_to_the_model(
    files: Attaching, archive: Archive, tmp_path: Path
) -> None:
    (tmp_path / "Grüße.md").write_bytes(b"\xef\xbb\xbfeins\r\nzwei")
    prepared = await files.prepare_file(tmp_path / "Grüße.md")
    assert (prepared.name, prepared.media_type, prepared.text) == ("Grüße.md", "text/markdown", "eins\nzwei")
    (given,) = await sent(archive, prepared)
    assert (given.name, given.text) == ("Grüße.md", "eins\nzwei")


async def test_the_file_itself_is_kept_to_the_letter(files: Attaching, archive: Archive) -> None:
    content = made_files.pdf(["One fish"])
    prepared = await files.prepare("fish.txt", content)
    assert (prepared.media_type, prepared.text) == ("application/pdf", "One fish")
    await sent(archive, prepared)
    assert (
        b"".join(await archive.read(lambda connection: list(blobs.pieces(connection, prepared.blob))))
        == content
    )


async def test_of_a_picture_only_what_a_model_is_given_is_kept(files: Attaching, archive: Archive) -> None:
    content = made_files.picture(Image.new("RGB", (400, 200)), "JPEG", comment="canary")
    prepared = await files.prepare("me.jpg", content, longest_side=100)
    assert (prepared.media_type, prepared.text) == ("image/jpeg", None)
    (given,) = await sent(archive, prepared)
    assert given.picture
    assert Image.open(BytesIO(given.picture)).size == (100, 50)
    assert b"canary" not in given.picture


async def test_steps_are_told_on_the_loop(files: Attaching) -> None:
    steps: list[tuple[int, int, bool]] = []
    loop = asyncio.get_running_loop()

    def hear(done: int, of: int) -> None:
        steps.append((done, of, asyncio.get_running_loop() is loop))

    await files.prepare("fish.pdf", made_files.pdf(["One", "Two"]), hear)
    await until(lambda: len(steps) == 2, "both steps")
    assert steps == [(1, 2, True), (2, 2, True)]


async def test_a_name_that_is_no_text_is_mended(files: Attaching) -> None:
    assert (await files.prepare("gr\udcfc\udcdfe.md", b"x")).name == "gr\ufffd\ufffde.md"


@pytest.mark.parametrize(("content", "error"), [(b"", FileEmpty), (bytes(range(256)), FileKindUnknown)])
async def test_what_cannot_be_read_leaves_nothing(
    files: Attaching, archive: Archive, content: bytes, error: type[AppError]
) -> None:
    with pytest.raises(error):
        await files.prepare("x", content)
    assert await archive.read(blobs_in) == 0


async def test_the_disk_is_asked_for_files_alone(files: Attaching, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "none", tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(FileUnreadable):
            await files.prepare_file(path)


async def test_a_file_may_be_so_large(
    files: Attaching, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attaching, "MOST_BYTES", 3)
    (tmp_path / "three").write_bytes(b"abc")
    (tmp_path / "four").write_bytes(b"abcd")
    assert (await files.prepare_file(tmp_path / "three")).text == "abc"
    with pytest.raises(FileTooLarge):
        await files.prepare_file(tmp_path / "four")
    with pytest.raises(FileTooLarge):
        await files.prepare("four", b"abcd")


async def test_large_bytes_come_in_steps_that_let_others_write(files: Attaching, archive: Archive) -> None:
    content = made_files.pdf(["One fish"]) + b"%" * 6_000_000
    prepared = await files.prepare("large.pdf", content)
    await sent(archive, prepared)
    pieces = await archive.read(lambda connection: list(blobs.pieces(connection, prepared.blob)))
    assert b"".join(pieces) == content


async def test_what_is_taken_back_leaves_the_archive_and_what_was_sent_stays(
    files: Attaching, archive: Archive
) -> None:
    kept, taken_back = [await files.prepare(name, name.encode()) for name in ("kept", "taken back")]
    await sent(archive, kept)
    await files.drop(taken_back)
    await files.drop(kept)
    assert await archive.read(blobs_in) == 1


async def test_cancelling_ends_the_process_and_leaves_nothing(
    files: Attaching, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "worker_command", lambda: NEVER)
    before = children()
    preparing = asyncio.create_task(files.prepare("x", b"x" * 1_000_000))
    await until(lambda: children() - before, "the worker")
    preparing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await preparing
    assert children() == before
    assert await archive.read(blobs_in) == 0


async def test_cancelling_while_bytes_are_written_leaves_nothing(
    files: Attaching, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, write = asyncio.Event(), archive.write

    async def write_and_tell(*work: Any) -> Any:  # noqa: ANN401
        begun.set()
        return await write(*work)

    monkeypatch.setattr(archive, "write", write_and_tell)
    preparing = asyncio.create_task(files.prepare("x.pdf", made_files.pdf(["x"]) + b"%" * 20_000_000))
    await begun.wait()
    preparing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await preparing
    assert await archive.read(blobs_in) == 0


async def test_no_more_than_two_are_read_at_once(files: Attaching, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "worker_command", lambda: NEVER)
    before = children()
    preparing = [asyncio.create_task(files.prepare("x", b"x")) for _ in range(4)]
    await until(lambda: len(children() - before) == 2, "two workers")
    await asyncio.sleep(0.1)
    assert len(children() - before) == 2
    await files.close()
    assert all(
        isinstance(each, asyncio.CancelledError)
        for each in await asyncio.gather(*preparing, return_exceptions=True)
    )


async def test_closing_removes_what_was_not_sent(files: Attaching, archive: Archive) -> None:
    kept, _ = [await files.prepare(name, name.encode()) for name in ("sent", "never sent")]
    await sent(archive, kept)
    await files.close()
    await files.close()
    assert await archive.read(blobs_in) == 1
    with pytest.raises(GivenUp):
        await files.prepare("late", b"late")


async def test_an_earlier_run_is_swept_up_and_this_one_is_not(files: Attaching, archive: Archive) -> None:
    await archive.write(blobs.begin_blob)
    prepared = await files.prepare("x", b"x")
    assert await files.sweep()
    assert not await files.sweep()
    (given,) = await sent(archive, prepared)
    assert given.text == "x"


async def test_an_archive_that_fails_is_told(
    files: Attaching, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(blobs, "add_pieces", fail)
    with pytest.raises(StoreError):
        await files.prepare("x", b"x")
    assert await archive.read(blobs_in) == 0


def test_the_start_brings_in_none_of_the_libraries(child: StartChild) -> None:
    assert child(LIBRARIES).ends() == "[]"


async def test_an_attached_file_is_a_part_of_what_is_sent(files: Attaching, archive: Archive) -> None:
    given = await sent(archive, await files.prepare("a.md", b"# one"))
    content = json.loads(sent_body(question_body("What?"), given))["content"]
    assert [part["text"] for part in content] == ["File: a.md\n```\n# one\n```", "What?"]
