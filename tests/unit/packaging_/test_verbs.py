from pathlib import Path

import pytest

import verbs
from refusal import Refusal


def test_an_unknown_verb_shows_how_to_use_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert verbs.main(["fly"]) == 2
    assert capsys.readouterr().err == verbs.USAGE


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["run", "--smoke"], "Options for Sotto follow two dashes: run -- --smoke"),
        (["check", "app"], "check does not understand: app"),
        (["shots", "a", "b"], "shots does not understand: b"),
        (["bench", "no-such-bench"], "There is no bench called no-such-bench."),
        (["bench", "--json"], "Name the file"),
    ],
)
def test_wrong_use_is_said_before_anything_is_installed(
    typed: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verbs.main(typed) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith(words)
    assert not printed.out


def test_the_file_for_the_rows_may_stand_anywhere() -> None:
    assert verbs.bench_arguments(["window"]) == (["window"], None)
    assert verbs.bench_arguments(["--json", "a.json", "window"]) == (["window"], Path("a.json"))
    assert verbs.bench_arguments(["window", "--json", "a.json"]) == (["window"], Path("a.json"))


def test_failed_checks_are_named_and_fail_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert verbs.report_checks([]) == 0
    assert verbs.report_checks(["lint", "types"]) == 1
    assert capsys.readouterr().err == "These checks failed: lint, types.\n"


def test_what_stands_behind_two_dashes_is_for_the_bench_program(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert verbs.before_and_after_dashes(["archive", "--", "--idle"]) == (["archive"], ["--idle"])
    assert verbs.before_and_after_dashes(["archive"]) == (["archive"], [])
    program = tmp_path / "bench_nothing.py"
    program.write_text("import sys\nsys.exit(sys.argv[1:] != ['--idle'] or print('[]'))\n")
    assert verbs.measure(program, {}, ["--idle"]) == []
    assert "Measuring: nothing" in capfd.readouterr().out


def test_a_bench_program_gives_its_rows(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    program = tmp_path / "bench_nothing.py"
    program.write_text("print('[]')")
    assert verbs.measure(program, {}) == []
    assert capfd.readouterr().out == "· Measuring: nothing\n"


def test_a_bench_program_that_fails_is_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    program = tmp_path / "bench_nothing.py"
    program.write_text("import sys; sys.exit('out of paper')")
    with pytest.raises(Refusal, match=r"bench_nothing\.py ended with exit code 1"):
        verbs.measure(program, {})
    assert "out of paper" in capfd.readouterr().err
