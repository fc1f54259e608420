"""The real program on the screen, started, read and ended the way the end-to-end tests do it."""

from pathlib import Path

from tests.fixtures.program import StartProgram


def test_it_starts_is_read_and_ends(start_program: StartProgram, tmp_path: Path) -> None:
    program = start_program(tmp_path / "profile")
    program.shows("New conversation")
    assert program.picture(tmp_path / "picture.png").stat().st_size > 5000
    assert program.close_window() == 0, program.output


def test_it_ends_when_the_system_asks(start_program: StartProgram, tmp_path: Path) -> None:
    program = start_program(tmp_path / "profile")
    program.shows("New conversation")
    assert program.terminate() == 0, program.output


def test_it_can_be_killed_and_started_again(start_program: StartProgram, tmp_path: Path) -> None:
    first = start_program(tmp_path / "profile")
    first.shows("New conversation")
    first.kill()
    second = start_program(tmp_path / "profile")
    second.shows("New conversation")
    assert second.pid != first.pid
