"""The real program on a real screen, with real keys, a real keyring and the real cipher."""

import time
from pathlib import Path

import pytest

from tests.fixtures.program import RunningProgram, StartProgram
from tests.fixtures.service import ServeScript, Service

pytestmark = pytest.mark.slow

INTERRUPTED = "What had arrived was kept."
QUESTION = "How does the cooling curve change the blue?"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


def test_a_question_is_answered_and_found_again(
    start_program: StartProgram, model_server: Service, folder: Path
) -> None:
    program = start_program(folder, model_server)
    program.type(QUESTION)
    program.press("Return")
    program.shows("64 tokens")
    program.shows(INTERRUPTED)
    before = messages(program)
    assert QUESTION in before
    assert program.close_window() == 0, program.output

    again = start_program(folder)
    again.shows("64 tokens")
    assert messages(again) == before


def test_the_painted_messages_are_items_of_a_list(
    start_program: StartProgram, serve_script: ServeScript, folder: Path
) -> None:
    program = start_program(folder, serve_script("held"))
    program.type(QUESTION)
    program.press("Return")
    program.shows("word 20,")
    question = program.find("list item", QUESTION)
    assert question.description.startswith("You · ")
    asked, answered = program.find("list", "Messages").children[:2]
    assert asked.name == QUESTION
    assert answered.role == "list item"
    assert "word 20," in answered.name


def test_a_crash_in_mid_stream_keeps_the_question_and_what_had_arrived(
    start_program: StartProgram, serve_script: ServeScript, folder: Path, tmp_path: Path
) -> None:
    program = start_program(folder, serve_script("held"))
    program.type(QUESTION)
    program.press("Return")
    program.shows("word 20,")
    wait_until_written(folder)
    program.kill()

    again = start_program(folder)
    again.shows(QUESTION)
    again.shows("word 20,")
    again.shows(INTERRUPTED)
    again.picture(tmp_path / "after-crash.png")
    assert again.close_window() == 0, again.output


def test_stop_keeps_what_arrived(
    start_program: StartProgram, serve_script: ServeScript, folder: Path
) -> None:
    program = start_program(folder, serve_script("held"))
    program.type(QUESTION)
    program.press("Return")
    program.shows("word 20,")
    program.press("Escape")
    program.shows("Stopped")
    assert "word 21" not in program.transcript()
    assert program.close_window() == 0, program.output


def test_closing_in_mid_stream_loses_nothing(
    start_program: StartProgram, serve_script: ServeScript, folder: Path
) -> None:
    program = start_program(folder, serve_script("held"))
    program.type(QUESTION)
    program.press("Return")
    program.shows("word 20,")
    assert program.close_window() == 0, program.output

    again = start_program(folder)
    again.shows("word 20,")
    again.shows(INTERRUPTED)


def messages(program: RunningProgram) -> str:
    """All that can be read between the transcript's name and the composer's."""
    return program.transcript().split("\nMessages\n")[1].split("\nAsk anything\n")[0]


def wait_until_written(folder: Path) -> None:
    """Wait for the journal: two commits' time after the last text has come."""
    size = -1
    while size != (size := (folder / "archive.db-wal").stat().st_size):
        time.sleep(0.6)


def test_what_was_typed_and_not_sent_is_there_at_the_next_start(
    start_program: StartProgram, serve_script: ServeScript, tmp_path: Path
) -> None:
    service = serve_script("calm")
    program = start_program(tmp_path / "profile", service)
    program.type("Half a ")
    program.shows(service.model)
    program.type("quest")
    program.shows("Half a quest")
    assert program.close_window() == 0, program.output
    again = start_program(tmp_path / "profile", service)
    again.shows("Half a quest")
    assert again.close_window() == 0, again.output
