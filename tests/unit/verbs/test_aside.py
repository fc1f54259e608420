import sys

import pytest

from app.verbs.aside import complain, remark


def test_complaints_stand_beside_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    complain("It is gone.")
    assert capsys.readouterr() == ("", "sotto: It is gone.\n")


def test_without_an_error_output_nothing_goes_to_the_answer(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    complain("It is gone.")
    remark("By the way.", quiet=False)
    assert capsys.readouterr().out == ""


def test_remarks_are_for_a_person_who_wants_them(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    remark("Nobody sits here.", quiet=False)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    remark("Not wanted.", quiet=True)
    remark("By the way.", quiet=False)
    assert capsys.readouterr().err == "sotto: By the way.\n"
