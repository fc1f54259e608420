"""Keys looked after from the command line, by a person at a terminal and beside an open window."""

import json
import re
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Ask, StartVerb, Terminal
from tests.fixtures.program import StartProgram
from tests.fixtures.service import ServeScript

pytestmark = pytest.mark.slow

PROMPT = "Recovery key: "


@pytest.fixture
def begun(ask: Ask, serve_script: ServeScript, folder: Path) -> Path:
    """A folder with a history in it."""
    verb = ask(serve_script("calm").base_url, "How blue is celadon?")
    assert verb.process.wait(30) == 0, verb.complained
    return folder


async def test_a_recovery_key_is_shown_once_and_typed_back(
    sotto: StartVerb, begun: Path, terminal: Terminal
) -> None:
    verb = sotto("key", "recovery", "--profile", begun, asked_at=terminal, answers=terminal.side)
    await terminal.until(PROMPT)
    shown = next(
        line for line in terminal.shows.splitlines() if re.fullmatch(r"[0-9A-Z]+(-[0-9A-Z]+)+", line)
    )
    terminal.type("a slip\n")
    await terminal.until("sotto: ")
    terminal.type(f"{shown}\n")
    assert await verb.ends() == 0, terminal.shows
    assert "The recovery key has been confirmed." in terminal.shows


def test_a_passphrase_set_beside_a_window_locks_it_from_then_on(
    sotto: StartVerb, begun: Path, start_program: StartProgram
) -> None:
    window = start_program(begun)
    window.shows("word 40,")
    how = ("--alone", "--new-passphrase-stdin", "--json", "--profile", begun)
    verb = sotto("key", "passphrase", *how, piped=b"four words are enough\n")
    assert verb.process.wait(30) == 0, verb.complained
    assert json.loads(verb.said)["keyring"] is None
    window.press("ctrl+l")
    window.shows("Your history is locked")
    window.type("four words are enough")
    window.press("Return")
    window.shows("word 40,")
    assert window.close_window() == 0, window.output
    piped = sotto("list", "--passphrase-stdin", "--profile", begun, piped=b"four words are enough\n")
    assert piped.process.wait(30) == 0, piped.complained
