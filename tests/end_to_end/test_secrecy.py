"""What a person types is nowhere on the disk but inside the archive: while Sotto runs, and afterwards."""

import os
from contextlib import suppress
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app.store.migrations.v0001_first import STATEMENTS
from tests.end_to_end.test_conversation import wait_until_written
from tests.fixtures.canary import find_canary, find_canary_in_deleted_files
from tests.fixtures.program import StartProgram
from tests.fixtures.service import ServeScript

pytestmark = pytest.mark.slow

QUESTION = "quokka-7731 sails at dawn"
ANSWER = "word 20,"
KEY = "sk-scripted"


def places(folder: Path) -> list[Path]:
    """Everywhere a program of this session can have written: profile, home, temporary and runtime folders."""
    return [folder, *(Path(os.environ[name]) for name in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR"))]


def test_nothing_that_was_said_can_be_read_on_the_disk(
    start_program: StartProgram, serve_script: ServeScript, tmp_path: Path
) -> None:
    folder = tmp_path / "profile"
    program = start_program(folder, serve_script("held"))
    program.type(QUESTION)
    program.press("Return")
    program.shows(ANSWER)
    wait_until_written(folder)

    def found() -> list[Path]:
        return [path for text in (QUESTION, ANSWER, KEY) for path in find_canary(text, places(folder))]

    assert found() == []
    with suppress(PermissionError):  # root alone may look into the process, so nobody else can find anything
        assert find_canary_in_deleted_files(QUESTION, program.pid) == []
    program.kill()
    assert found() == []
    again = start_program(folder)
    again.shows(QUESTION)
    assert again.close_window() == 0, again.output
    assert found() == []
    assert QUESTION not in program.output + again.output


def test_the_search_finds_the_same_words_in_an_archive_without_a_key(tmp_path: Path) -> None:
    connection = dbapi2.connect(tmp_path / "plain.db", isolation_level=None)
    for statement in STATEMENTS:
        connection.execute(statement)
    connection.execute("INSERT INTO run (parent, depth) VALUES (NULL, 0)")
    connection.execute(
        "INSERT INTO item (public_id, run, depth, role, state, body, created_at)"
        " VALUES ('x', 1, 1, 'user', 'complete', ?, 1)",
        (QUESTION,),
    )
    connection.close()
    assert find_canary(QUESTION, [tmp_path]) == [tmp_path / "plain.db"]


def test_a_temporary_conversation_reaches_no_file_at_all(
    start_program: StartProgram, serve_script: ServeScript, tmp_path: Path
) -> None:
    folder = tmp_path / "profile"
    program = start_program(folder, serve_script("calm"))
    program.shows("scripted")
    program.press("ctrl+shift+n")
    program.shows("Temporary: not stored.")
    program.type(QUESTION)
    program.press("Return")
    program.shows("word 40,")
    program.type("half a quokka")

    def found() -> list[Path]:
        return [path for text in (QUESTION, "half a quokka") for path in find_canary(text, places(folder))]

    assert found() == []
    with suppress(PermissionError):  # root alone may look into the process, so nobody else can find anything
        assert find_canary_in_deleted_files(QUESTION, program.pid) == []
    program.press("ctrl+l")
    program.shows("Your history is locked")
    program.shows_no(QUESTION)
    program.click("push button", "Unlock")
    program.shows("What is on your mind?")
    program.shows_no(QUESTION)
    assert program.close_window() == 0, program.output
    assert found() == []
    assert QUESTION not in program.output
