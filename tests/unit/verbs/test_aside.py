import sys

import pytest

from app.verbs.aside import Aside, complain, own_aside


def aside(*, is_terminal: bool = True, quiet: bool = False) -> tuple[Aside, list[str]]:
    said: list[str] = []
    return Aside(said.append, is_terminal=is_terminal, quiet=quiet), said


def test_complaints_stand_beside_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    complain("It is gone.")
    assert capsys.readouterr() == ("", "sotto: It is gone.\n")


def test_without_an_error_output_nothing_goes_to_the_answer(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    complain("It is gone.")
    own_aside().remark("By the way.")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("is_terminal", "quiet", "heard"), [(True, False, True), (True, True, False), (False, False, False)]
)
def test_remarks_are_for_a_person_who_wants_them(is_terminal: bool, quiet: bool, heard: bool) -> None:
    made, said = aside(is_terminal=is_terminal, quiet=quiet)
    made.remark("By the way.")
    made.progress("Copying")(1, 2)
    assert bool(said) == heard


def test_progress_stays_in_one_line_and_leaves_nothing_of_it() -> None:
    made, said = aside()
    tell = made.progress("Copying")
    for done in range(1000):
        tell(done, 1000)
    assert len(said) == 100
    assert said[50] == "\r\x1b[KCopying: 50 %"
    made.complain("The disk is full.")
    assert said[100:] == ["\r\x1b[K", "sotto: The disk is full.\n"]


def test_work_of_no_size_is_told_too() -> None:
    made, said = aside()
    made.progress("Copying")(0, 0)
    assert said == ["\r\x1b[KCopying: 0 %"]
