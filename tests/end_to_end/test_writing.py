"""Writing as a person does it: real keys, on a real screen, to the real program."""

from pathlib import Path

import pytest

from tests.fixtures.program import StartProgram
from tests.fixtures.service import ServeScript

pytestmark = pytest.mark.slow

NEXT = "And if it cools faster?"


def test_what_is_asked_next_waits_and_comes_back_when_the_reply_is_stopped(
    start_program: StartProgram, serve_script: ServeScript, tmp_path: Path
) -> None:
    program = start_program(tmp_path / "profile", serve_script("held"))
    program.type("Why is it blue?")
    program.press("Return")
    program.shows("word 20,")
    program.type(NEXT)
    program.press("Return")
    program.shows(f"Next: {NEXT}")
    program.press("Escape")
    program.shows("your next message is back here")
    program.shows_no(f"Next: {NEXT}")
    assert program.close_window() == 0, program.output

    again = start_program(tmp_path / "profile", serve_script("calm"))
    again.shows(NEXT)
    assert again.close_window() == 0, again.output


def test_a_prompt_is_saved_and_brought_back_by_a_slash(
    start_program: StartProgram, serve_script: ServeScript, tmp_path: Path
) -> None:
    program = start_program(tmp_path / "profile", serve_script("calm"))
    program.shows("Ask anything")
    program.type("Explain {topic} briefly.")
    program.press("Menu")
    with program.dialog():
        program.press("Up", "Up", "Up", "Return")
    program.type("Explain")
    program.press("Return")
    program.shows("A slash brings it back.")
    program.press("ctrl+a", "Delete")
    program.type("/expl")
    program.shows("Suggestions")
    program.press("Return")
    program.type("glaze")
    program.shows("Explain glaze briefly.")
    assert program.close_window() == 0, program.output


def test_up_edits_the_last_question(
    start_program: StartProgram, serve_script: ServeScript, tmp_path: Path
) -> None:
    program = start_program(tmp_path / "profile", serve_script("calm"))
    program.type("Why is it blue?")
    program.press("Return")
    program.shows("Send")
    program.shows("tokens of what the model reads")
    program.press("Up")
    program.shows("Edit message")
    program.press("Escape")
    program.shows_no("Edit message")
    assert program.close_window() == 0, program.output
