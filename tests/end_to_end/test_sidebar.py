"""Conversations renamed, branched, deleted and brought back in the real program, with real keys."""

from pathlib import Path

import pytest

from tests.fixtures.program import RunningProgram, StartProgram
from tests.fixtures.service import Service

pytestmark = pytest.mark.slow

DELETED = "Moved to the trash"


def asked(start_program: StartProgram, service: Service, folder: Path) -> RunningProgram:
    program = start_program(folder, service)
    program.type("How blue is celadon?")
    program.press("Return")
    program.shows("64 tokens")
    return program


def test_a_branch_goes_its_own_way_under_a_name_of_its_own(
    start_program: StartProgram, model_server: Service, tmp_path: Path
) -> None:
    program = asked(start_program, model_server, tmp_path / "profile")
    program.press("ctrl+shift+b", "F2")
    program.type("Another way")
    program.press("Return")
    program.shows("Another way")
    program.press("ctrl+3")
    program.type("And green?")
    program.press("Return")
    program.shows("And green?")
    program.press("ctrl+1", "Down")
    program.shows_no("And green?")
    assert program.close_window() == 0, program.output

    again = start_program(tmp_path / "profile")
    again.shows("And green?")
    assert "Another way" in again.transcript()


def test_a_deleted_conversation_comes_back_by_undo_and_from_the_trash_of_before(
    start_program: StartProgram, model_server: Service, tmp_path: Path
) -> None:
    program = asked(start_program, model_server, tmp_path / "profile")
    program.press("ctrl+1", "Delete")
    program.shows(DELETED)
    program.press("ctrl+z")
    program.shows("64 tokens")
    program.shows_no(DELETED)
    program.press("ctrl+1", "Delete")
    program.shows(DELETED)
    assert program.close_window() == 0, program.output

    again = start_program(tmp_path / "profile")
    again.shows("Trash")
    assert "64 tokens" not in again.transcript()
    again.click("check box", "Trash")
    again.press("Return")
    again.shows_no("Restore")
    again.press("ctrl+1", "Down")
    again.shows("64 tokens")
    assert again.close_window() == 0, again.output
