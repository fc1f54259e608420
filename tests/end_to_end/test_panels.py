"""What stands beside a conversation, opened, read and worked with real keys in the real program."""

from pathlib import Path

import pytest

from tests.fixtures.program import RunningProgram, StartProgram
from tests.fixtures.service import Service

pytestmark = pytest.mark.slow


@pytest.fixture
def program(start_program: StartProgram, model_server: Service, tmp_path: Path) -> RunningProgram:
    """A program in which one question has been answered."""
    made = start_program(tmp_path / "profile", model_server)
    made.type("How blue is celadon?")
    made.press("Return")
    made.shows("64 tokens")
    return made


def test_a_message_is_left_out_where_the_model_s_view_is_shown_and_taken_back(
    program: RunningProgram,
) -> None:
    program.press("ctrl+shift+m")
    program.shows("With your next question")
    program.shows("You · How blue is celadon?")
    program.press("Home", "x")
    program.shows("Left out: it is not sent")
    program.shows("Not sent: you left it out")
    program.press("ctrl+z")
    program.shows_no("Not sent: you left it out")
    program.press("Escape")
    program.shows_no("With your next question")
    assert program.close_window() == 0, program.output


def test_a_branch_is_named_deleted_and_had_back_in_the_map(program: RunningProgram) -> None:
    program.press("ctrl+m")
    program.shows("1 branch · 2 messages")
    program.press("F2")
    program.type("Blue")
    program.press("Return")
    program.shows("Blue, level 1")
    program.press("Escape", "ctrl+3")
    program.type("And green?")
    program.press("Return")
    program.shows("And green?")
    assert program.close_window() == 0, program.output


def test_statistics_tell_of_the_answer(program: RunningProgram) -> None:
    program.press("ctrl+shift+y")
    with program.dialog():
        program.shows("1 answer")
        program.press("Escape")
    assert program.close_window() == 0, program.output
