"""Files that were made to do harm, and readings that are cut off: neither costs more than the one file."""

import asyncio
import os
import signal
import time
import zlib
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image
from sqlcipher3 import dbapi2

from app.chat.attaching import Attaching
from app.domain.errors import GivenUp
from app.domain.exchange_errors import (
    ExchangeError,
    FileDamaged,
    FileProtected,
    FileTextTooLong,
    FileUnpacksTooLarge,
    FileWithoutText,
    ReaderEnded,
)
from app.domain.ids import IdSource
from app.exchange.reading import Reading
from app.store import attachments
from app.store.archive import Archive
from app.store.migrate import migrate
from app.system.profile import Profile
from tests.fakes import made_files
from tests.fakes.made_files import assembled, document_xml, repacked, stream
from tests.faults.conftest import Tell
from tests.fixtures.canary import find_canary, find_canary_in_deleted_files
from tests.fixtures.child_program import StartChild
from tests.fixtures.children import children
from tests.fixtures.waiting import until, wait_until
from tests.unit.store.test_attachments import prepared
from tests.unit.store.writing import Writing, begin

pytestmark = pytest.mark.slow

CANARY = "quokka-4417 keeps the ledger"
MAIN = "word/document.xml"
PATIENCE = 20.0
CLOSED_DOORS = "Max open files            0 "
PAGES = b"<</Type/Pages/Count %d/Kids[4 0 R]>>"
ROOT, FONT = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R>>"


def page_of(content: bytes) -> bytes:
    packed = stream(zlib.compress(content), "/Filter/FlateDecode")
    return assembled([ROOT, PAGES % 1, FONT, PAGE, packed])


def page_that_unpacks_twice() -> bytes:
    """Twenty kilobytes, of which the library would make a gigabyte and a half."""
    packer = zlib.compressobj(1)
    once = b"".join(packer.compress(bytes(1 << 20)) for _ in range(1500)) + packer.flush()
    content = stream(zlib.compress(once), "/Filter[/FlateDecode/FlateDecode]")
    return assembled([ROOT, PAGES % 1, FONT, PAGE, content])


def with_body(xml: bytes) -> bytes:
    return repacked(made_files.packed(), MAIN, xml)


def laughs() -> bytes:
    """A few hundred bytes that unfold to hundreds of billions of words."""
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE w [<!ENTITY a0 "ha">{lines}]>'.encode()
    return head + document_xml("<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>")


def package_that_lies() -> bytes:
    """A package whose list of contents says that its text is short."""
    content = bytearray(with_body(document_xml("<w:p><w:r><w:t>aa</w:t></w:r></w:p>" * 100_000)))
    entry = content.rindex(b"PK\x01\x02")
    assert content[entry + 46 :].startswith(MAIN.encode())
    content[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    return bytes(content)


HOSTILE: dict[str, tuple[Callable[[], bytes], type[ExchangeError]]] = {
    "a page that unpacks to gigabytes": (page_that_unpacks_twice, FileUnpacksTooLarge),
    "a page of twenty million commands": (lambda: page_of(b"q " * 20_000_000), FileUnpacksTooLarge),
    "pages within themselves": (
        lambda: assembled([ROOT, b"<</Type/Pages/Count 1/Kids[2 0 R]>>"]),
        FileWithoutText,
    ),
    "two hundred thousand pages that are not there": (
        lambda: assembled([ROOT, PAGES % 200_000]),
        FileWithoutText,
    ),
    "brackets two hundred thousand deep": (
        lambda: assembled([ROOT[:-2] + b"/X" + b"[" * 200_000 + b"]" * 200_000 + b">>"]),
        FileDamaged,
    ),
    "a page with a password": (
        lambda: made_files.pdf(["x"], encrypt=made_files.PASSWORD),
        FileProtected,
    ),
    "a document of 300 MB in 300 kB": (lambda: with_body(bytes(300 << 20)), FileUnpacksTooLarge),
    "a document of ten million paragraphs": (
        lambda: with_body(document_xml("<w:p/>" * 10_000_000)),
        FileUnpacksTooLarge,
    ),
    "a document that lies about its size": (package_that_lies, FileDamaged),
    "a document a hundred thousand deep": (
        lambda: with_body(document_xml("<w:p>" * 100_000 + "</w:p>" * 100_000)),
        FileDamaged,
    ),
    "a document that unfolds for ever": (lambda: with_body(laughs()), FileDamaged),
    "a picture of 3 600 megapixels": (
        lambda: made_files.png_that_claims(60_000, 60_000),
        FileUnpacksTooLarge,
    ),
    "a picture that is not there": (lambda: made_files.png_that_claims(9_000, 9_000), FileDamaged),
    "fifty megabytes of text": (lambda: b"text " * 10_000_000, FileTextTooLong),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_was_made_to_do_harm_costs_a_moment(name: str, tell: Tell) -> None:
    make, error = HOSTILE[name]
    content, before = make(), children()
    started = time.monotonic()
    with pytest.raises(error):
        Reading().read(content, 2048)
    seconds = time.monotonic() - started
    tell(f"{name}: {len(content)} bytes, {error.__name__} after {seconds:.2f} s")
    assert seconds < PATIENCE
    assert children() == before


def test_a_foreign_file_is_never_brought_in() -> None:
    outside = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    body = document_xml("<w:p><w:r><w:t>before&x;</w:t></w:r></w:p>")
    assert Reading().read(with_body(outside + body), 2048).text == "before"


def test_a_picture_as_large_as_any_camera_makes_is_read() -> None:
    content = made_files.picture(Image.new("RGB", (12_000, 8_000), "teal"), "JPEG")
    assert Reading().read(content, 2048).picture


def long_document() -> bytes:
    """A document that takes seconds to read, with the canary on each of its lines."""
    line = f"BT /F1 1 Tf 10 10 Td ({CANARY}) Tj ET "
    return page_of(line.encode() * 60_000)


@pytest.fixture
async def files(archive: Archive, ids: IdSource) -> AsyncIterator[Attaching]:
    made, before = Attaching(archive, ids), children()
    yield made
    await made.close()
    assert children() == before


async def worker(before: set[int]) -> int:
    """The worker, once it reads: it has let go of every file but its pipes."""
    (pid,) = await until(lambda: children() - before, "the worker")
    limits = Path(f"/proc/{pid}/limits")
    await until(lambda: CLOSED_DOORS in limits.read_text(), "closed doors")
    return int(pid)


async def test_a_reader_that_is_killed_costs_one_reading(files: Attaching) -> None:
    before = children()
    preparing = asyncio.create_task(files.prepare("x.pdf", long_document()))
    os.kill(await worker(before), signal.SIGKILL)
    with pytest.raises(ReaderEnded):
        await preparing
    assert children() == before
    assert (await files.prepare("x.txt", b"the next")).text == "the next"


@pytest.mark.parametrize("close", [False, True])
async def test_a_reading_that_nobody_wants_any_more_leaves_no_process(files: Attaching, close: bool) -> None:
    before = children()
    preparing = asyncio.create_task(files.prepare("x.pdf", long_document()))
    pid = await worker(before)
    started = time.monotonic()
    if close:
        await files.close()
    else:
        preparing.cancel()
    with pytest.raises((asyncio.CancelledError, GivenUp)):
        await preparing
    assert time.monotonic() - started < 1
    assert not runs(pid)


READ = """
    from app.exchange.reading import Reading
    from tests.faults.test_attachments import long_document
    Reading().read(long_document(), 2048)
"""


def test_a_reader_does_not_outlive_a_program_that_was_killed(child: StartChild) -> None:
    program = child(READ)
    (pid,) = wait_until(lambda: children(program.process.pid), "the worker")
    wait_until(lambda: CLOSED_DOORS in Path(f"/proc/{pid}/limits").read_text(), "closed doors")
    os.kill(pid, signal.SIGSTOP)  # so that it cannot end by itself
    program.kill()
    wait_until(lambda: not runs(pid), "the end of the worker")


def told_to(pid: int) -> bytes:
    """A process's arguments and, where one may look, its environment."""
    told = Path(f"/proc/{pid}/cmdline").read_bytes()
    with suppress(PermissionError):
        told += Path(f"/proc/{pid}/environ").read_bytes()
    return told


def runs(pid: int) -> bool:
    """Whether a process does anything any more; one that nobody has waited for yet may still be seen."""
    with suppress(FileNotFoundError, ProcessLookupError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def places(*folders: Path) -> list[Path]:
    return [*folders, *(Path(os.environ[name]) for name in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR"))]


async def test_nothing_of_a_file_can_be_read_outside_of_the_archive(
    files: Attaching, archive: Archive, profile: Profile, tmp_path: Path
) -> None:
    def found() -> list[Path]:
        return find_canary(CANARY, places(tmp_path, profile.folder))

    before = children()
    preparing = asyncio.create_task(files.prepare(f"{CANARY}.pdf", long_document()))
    pid = await worker(before)
    assert CANARY.encode() not in told_to(pid)
    with suppress(PermissionError):
        assert find_canary_in_deleted_files(CANARY, pid) == []
    assert found() == []
    file = await preparing
    assert file.text
    assert CANARY in file.text
    await archive.write(attachments.attach_all, (await begin(archive)).id, [file])
    assert found() == []
    await files.close()
    await archive.close()
    assert found() == []


def test_the_search_finds_the_same_words_in_an_archive_without_a_key(tmp_path: Path) -> None:
    connection = dbapi2.connect(tmp_path / "plain.db", isolation_level=None)
    migrate(connection)
    Writing(connection).conversation("a")
    question = Writing(connection).question("a", "q")
    file = prepared(connection, "a.txt", CANARY.encode(), text=CANARY)
    attachments.attach_all(connection, question.id, [file])
    connection.close()
    assert find_canary(CANARY, [tmp_path]) == [tmp_path / "plain.db"]
