"""What a newcomer meets: no service yet, no keyring, nobody at the address, a second window."""

from pathlib import Path

import pytest

from tests.fixtures.assistive import AssistiveTool
from tests.fixtures.program import StartProgram
from tests.fixtures.service import ServeScript, Service

pytestmark = pytest.mark.slow

QUESTION = "Is anybody there?"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


def test_a_service_is_set_up_in_the_window_and_remembered(
    start_program: StartProgram, serve_script: ServeScript, folder: Path
) -> None:
    service = serve_script("calm")
    program = start_program(folder)
    program.shows("Where should answers come from?")
    program.click("push button", "Not now")
    program.type(QUESTION)
    program.press("Return")
    program.shows("Your message stays here until one is set up.")
    program.click("push button", "Set up a model service")
    with program.dialog():
        program.press("ctrl+a")
        program.type(service.base_url)
        program.press("Tab")
        program.type(service.model)
        program.press("Tab")
        program.type(service.api_key)
        program.press("Return")
        program.shows_no("The name by which the service knows the model")
        program.press("Escape")
    program.press("Return")
    program.shows("word 40,")
    assert program.close_window() == 0, program.output

    again = start_program(folder)
    again.shows(service.model)
    again.press("ctrl+n")
    again.type("And now?")
    again.press("Return")
    again.shows("40 tokens")
    assert again.close_window() == 0, again.output


def test_without_a_keyring_the_window_says_what_is_wrong_and_makes_nothing(
    start_program: StartProgram, assistive: AssistiveTool, folder: Path
) -> None:
    program = start_program(
        folder, DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere", AT_SPI_BUS_ADDRESS=assistive.address
    )
    program.shows("No keyring answers")
    program.click("push button", "Quit")
    assert program.ends() == 0, program.output
    assert not (folder / "archive.db").exists()


def test_nobody_at_the_address_is_said_in_words(start_program: StartProgram, folder: Path) -> None:
    program = start_program(folder, Service("http://127.0.0.1:9/v1", "", "m"))
    program.type(QUESTION)
    program.press("Return")
    program.shows("Nothing answers at the service's address.")
    program.shows(QUESTION)
    assert program.close_window() == 0, program.output
