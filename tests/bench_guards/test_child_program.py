import pytest

from tests.fixtures.child_program import StartChild


def test_what_a_child_prints_is_handed_over(child: StartChild) -> None:
    assert child("import sys; print(*sys.argv[1:])", "a", "ä").ends() == "a ä"


def test_a_child_that_fails_or_warns_is_red(child: StartChild) -> None:
    for lines in ("1 / 0", "import warnings; warnings.warn('old')"):
        with pytest.raises(AssertionError, match="exit code 1"):
            child(lines).ends()


def test_a_child_that_ends_before_its_line_is_red(child: StartChild) -> None:
    with pytest.raises(AssertionError, match="something else"):
        child("print('something else')").until("ready")


def test_a_warning_nobody_can_catch_is_printed(child: StartChild) -> None:
    assert "ResourceWarning" in child("open('/dev/null')").ends()
