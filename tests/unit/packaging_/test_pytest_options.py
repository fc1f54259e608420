from pathlib import Path

import pytest

from pytest_options import COVERAGE, pytest_arguments


def test_by_default_everything_but_the_long_runs_and_is_covered(tmp_path: Path) -> None:
    assert pytest_arguments([], tmp_path) == [*COVERAGE, "-m", "not long"]


def test_long_tests_run_when_asked_for(tmp_path: Path) -> None:
    assert pytest_arguments(["--long"], tmp_path) == [*COVERAGE]


def test_options_that_select_nothing_keep_the_coverage(tmp_path: Path) -> None:
    typed = ["-x", "-q", "--durations", "10"]
    assert pytest_arguments(typed, tmp_path) == [*COVERAGE, *typed, "-m", "not long"]


@pytest.mark.parametrize("typed", [["-m", "slow or qt"], ["-mslow or qt"]])
def test_the_persons_markers_are_kept_beside_ours(typed: list[str], tmp_path: Path) -> None:
    assert pytest_arguments(typed, tmp_path) == ["-m", "(slow or qt) and not long"]
    assert pytest_arguments([*typed, "--long"], tmp_path) == typed


@pytest.mark.parametrize(
    "typed",
    [["-k", "stop"], ["-kstop"], ["tests"], ["tests/test_a.py::test_b"], ["--ignore=tests"], ["--co"]],
)
def test_a_part_of_the_tests_is_not_measured(typed: list[str], tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_a.py").touch()
    assert pytest_arguments(typed, tmp_path) == [*typed, "-m", "not long"]
