"""Keys looked after in the real program: a passphrase, a recovery key, the lock."""

from pathlib import Path

import pytest

from tests.fixtures.program import RunningProgram, StartProgram
from tests.fixtures.service import ServeScript

pytestmark = pytest.mark.slow

WORDS = "four words are enough"
LOCKED = "Your history is locked"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


def set_passphrase_alone(program: RunningProgram) -> None:
    program.press("ctrl+shift+k")
    with program.dialog():
        program.click("push button", "Set a passphrase")
        program.type(WORDS)
        program.press("Tab")
        program.type(WORDS)
        program.press("Tab", "space")  # take the key out of the keyring
        program.press("Tab", "space")  # save
        program.shows("Sotto asks at every start.")
        program.click("push button", "Done")


def test_a_passphrase_locks_the_history_while_it_runs_and_at_the_next_start(
    start_program: StartProgram, serve_script: ServeScript, folder: Path
) -> None:
    program = start_program(folder, serve_script("calm"))
    program.type("How blue is celadon?")
    program.press("Return")
    program.shows("word 40,")
    set_passphrase_alone(program)
    program.press("ctrl+l")
    program.shows(LOCKED)
    program.shows_no("How blue is celadon?")
    program.type("something else")
    program.press("Return")
    program.shows("This passphrase does not open the history.")
    program.type(WORDS)
    program.press("Return")
    program.shows("word 40,")
    assert program.close_window() == 0, program.output

    again = start_program(folder)
    again.shows("Your history opens with its passphrase")
    again.type(WORDS)
    again.press("Return")
    again.shows("word 40,")
    assert again.close_window() == 0, again.output
