"""Everything found and done by key in the real program: the search, the palette, keys of one's own."""

from pathlib import Path

import pytest

from tests.end_to_end.test_sidebar import asked
from tests.fixtures.program import RunningProgram, StartProgram
from tests.fixtures.service import Service
from tests.fixtures.waiting import wait_until

pytestmark = pytest.mark.slow


def messages(program: RunningProgram) -> str:
    """What can be read of the conversation that is shown."""
    return program.transcript().partition("\nMessages\n")[2].partition("\nAsk anything\n")[0]


def test_what_is_typed_is_found_and_enter_leads_there(
    start_program: StartProgram, model_server: Service, tmp_path: Path
) -> None:
    program = asked(start_program, model_server, tmp_path / "profile")
    program.press("ctrl+n")
    program.type("Which boat is quiet?")
    program.press("Return")
    wait_until(lambda: "quiet" in messages(program), "the other conversation")
    program.press("ctrl+shift+f")
    program.type("celad")
    program.shows("How blue is celadon?, You ·")
    program.press("Down", "Down", "Return")
    wait_until(lambda: "celadon" in messages(program), "the message")
    assert "quiet" not in messages(program)
    program.press("ctrl+shift+f")
    program.type("nowhere")
    program.shows("Nothing was found")
    program.press("Escape")
    program.shows_no("Nothing was found")
    assert program.close_window() == 0, program.output


def test_the_palette_does_what_is_written_there(
    start_program: StartProgram, model_server: Service, tmp_path: Path
) -> None:
    program = asked(start_program, model_server, tmp_path / "profile")
    program.press("ctrl+n")
    program.shows_no("64 tokens")
    program.press("ctrl+k")
    program.type("blucel")
    program.shows("How blue is celadon?")
    program.press("Return")
    program.shows("64 tokens")
    program.press("ctrl+k")
    program.type("keybo")
    program.press("Return")
    program.shows("Keys of the commands")
    with program.dialog():
        program.press("Escape")
    program.shows_no("Keys of the commands")
    assert program.close_window() == 0, program.output


def test_a_key_of_ones_own_works_at_once_and_after_a_restart(
    start_program: StartProgram, model_server: Service, tmp_path: Path
) -> None:
    program = asked(start_program, model_server, tmp_path / "profile")
    program.press("F1")
    with program.dialog():
        program.shows("Keys of the commands")
        program.find("push button", "Ctrl+N").press()
        program.shows("Press keys…")
        program.press("ctrl+j")
        program.shows_no("Press keys…")
        program.press("Escape")
    program.shows_no("Keys of the commands")
    program.press("ctrl+j")
    program.shows_no("64 tokens")
    assert program.close_window() == 0, program.output

    again = start_program(tmp_path / "profile")
    again.shows("64 tokens")
    again.press("ctrl+j")
    again.shows_no("64 tokens")
    assert again.close_window() == 0, again.output
