"""A damaged history brought back in the real program, by keys alone."""

import shutil
from pathlib import Path

import pytest

from app.cli import main
from app.system.profile import log_of
from tests.fixtures.program import StartProgram
from tests.fixtures.service import ServeScript
from tests.unit.store.damage import PAGE, crashed, pages_of, small_archive, with_a_bit_flipped

pytestmark = pytest.mark.slow

QUESTION = "How blue is celadon?"
DAMAGED = "The history is damaged"


@pytest.fixture
def archive(tmp_path: Path, start_program: StartProgram, serve_script: ServeScript) -> Path:
    """The archive of a profile in which a question has been answered."""
    program = start_program(tmp_path / "profile", serve_script("calm"))
    program.type(QUESTION)
    program.press("Return")
    program.shows("word 40,")
    assert program.close_window() == 0, program.output
    return tmp_path / "profile" / "archive.db"


def damage(archive: Path) -> bytes:
    """Flip a bit of the first page, without which nothing opens."""
    content = bytearray(archive.read_bytes())
    content[100] ^= 1
    archive.write_bytes(content)
    return bytes(content)


def damage_unseen(archive: Path, pattern: Path, key: str) -> bytes:
    """Flip a bit of a page that nobody reads at the start. Tables lie at the same pages in every archive."""
    small_archive(pattern, key)
    (page,) = pages_of(pattern, key, ("prompt",))
    archive.write_bytes(damaged := with_a_bit_flipped(archive.read_bytes(), page))
    return damaged


def page_of_prompts(content: bytes, pattern: Path, key: str) -> bytes:
    (page,) = pages_of(pattern, key, ("prompt",))
    return content[(page - 1) * PAGE : page * PAGE]


def kept(archive: Path, deed: str) -> list[bytes]:
    return [path.read_bytes() for path in archive.parent.glob(f"archive.db.before-{deed}-*")]


def test_a_damaged_history_is_rescued_and_its_messages_read(
    archive: Path, start_program: StartProgram
) -> None:
    damaged = damage(archive)
    program = start_program(archive.parent)
    program.shows(DAMAGED)
    program.press("Tab", "Tab", "Tab", "space")
    program.shows("Read: 1 conversation and 2 messages.")
    program.shows("Nothing is missing.")
    assert archive.read_bytes() == damaged
    program.press("space")
    program.shows("The rescued history is in place")
    program.press("space")
    program.shows("word 40,")
    program.shows(QUESTION)
    assert program.close_window() == 0, program.output
    assert kept(archive, "rescue") == [damaged]


def test_a_backup_is_restored_and_its_messages_read(archive: Path, start_program: StartProgram) -> None:
    assert main(["backup", "--profile", str(archive.parent)]) == 0
    damaged = damage(archive)
    program = start_program(archive.parent)
    program.shows(DAMAGED)
    program.press("Tab", "Tab", "space")
    program.shows("Choose the one to restore")
    program.press("Return")
    program.shows("The backup has been restored")
    program.press("space")
    program.shows("word 40,")
    assert program.close_window() == 0, program.output
    assert kept(archive, "restore") == [damaged]


def test_damage_that_only_a_check_finds_is_rescued_as_well(
    archive: Path, start_program: StartProgram, tmp_path: Path, archive_key: str
) -> None:
    damaged = damage_unseen(archive, tmp_path / "pattern.db", archive_key)
    program = start_program(archive.parent)
    program.shows("word 40,")
    program.press("ctrl+shift+k")
    with program.dialog():
        program.press("Down")  # from security to the backups
        program.find("push button", "Check the archive").press()  # it may lie below the fold
        program.shows("Pages of the archive that are not as they were written: 1.")
        program.find("push button", "See what may help…").press()
    program.shows(DAMAGED)
    program.press("Tab", "Tab", "Tab", "space")
    program.shows("Read: 1 conversation and 2 messages.")
    program.shows("Not all could be read of: saved prompts.")
    program.press("space")
    program.shows("The rescued history is in place")
    program.press("space")
    program.shows("word 40,")
    assert program.close_window() == 0, program.output
    (former,) = kept(archive, "rescue")
    assert page_of_prompts(former, tmp_path / "pattern.db", archive_key) == page_of_prompts(
        damaged, tmp_path / "pattern.db", archive_key
    )


def test_trying_again_is_the_default_and_changes_nothing(archive: Path, start_program: StartProgram) -> None:
    damaged = damage(archive)
    program = start_program(archive.parent)
    program.shows(DAMAGED)
    program.press("space")
    program.shows(DAMAGED)
    assert program.close_window() == 0, program.output
    assert archive.read_bytes() == damaged


def test_the_log_of_another_history_is_moved_out_of_the_way(
    archive: Path, start_program: StartProgram, tmp_path: Path, archive_key: str
) -> None:
    log = log_of(crashed(tmp_path / "another", archive_key))
    shutil.copy(log, log_of(archive))
    program = start_program(archive.parent)
    program.shows("A file of another history is in the way")
    program.press("Tab", "Tab", "space")
    program.shows("The file is out of the way")
    program.press("Return")
    program.shows("word 40,")
    assert program.close_window() == 0, program.output
    (aside,) = archive.parent.glob("archive.db-wal.of-another-*")
    assert aside.read_bytes() == log.read_bytes()
