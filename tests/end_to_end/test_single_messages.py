"""What a person does with single messages in the real program, with real keys and clicks."""

from pathlib import Path

import pytest

from tests.fixtures.program import RunningProgram, StartProgram
from tests.fixtures.service import ServeScript

pytestmark = pytest.mark.slow

QUESTION = "How blue is celadon?"


@pytest.fixture
def asked(start_program: StartProgram, serve_script: ServeScript, tmp_path: Path) -> RunningProgram:
    """The program with a question and its answer."""
    program = start_program(tmp_path / "profile", serve_script("calm"))
    program.type(QUESTION)
    program.press("Return")
    program.shows("40 tokens")
    return program


def test_versions_are_made_and_gone_through_by_key(asked: RunningProgram) -> None:
    asked.press("ctrl+r")
    asked.shows("40 tokens. version 2 of 2")
    asked.press("alt+Left")
    asked.shows("version 1 of 2")
    asked.press("alt+Right")
    asked.shows("version 2 of 2")
    assert asked.close_window() == 0, asked.output


def test_a_question_is_edited_in_its_place_and_the_edit_taken_back(asked: RunningProgram) -> None:
    asked.press("ctrl+2", "ctrl+Up", "ctrl+Up", "ctrl+shift+e", "ctrl+a")
    asked.type("How green is celadon?")
    asked.press("ctrl+Return")
    asked.shows("Edited")
    assert QUESTION not in messages(asked)
    asked.press("ctrl+z")
    asked.shows_no("Edited")
    assert QUESTION in messages(asked)
    assert asked.close_window() == 0, asked.output


def test_the_buttons_of_a_message_are_reached_by_key_and_pressed_by_click(asked: RunningProgram) -> None:
    asked.press("ctrl+2", "ctrl+Up", "Return")
    asked.click("push button", "Pin")
    asked.shows("Pinned")
    asked.press("ctrl+f")
    asked.type("celadon")
    asked.shows("1 of 1")
    asked.press("Escape")
    assert asked.close_window() == 0, asked.output


def messages(program: RunningProgram) -> str:
    return program.transcript().split("\nMessages\n")[1].split("\nAsk anything\n")[0]
