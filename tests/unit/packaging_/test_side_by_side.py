import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import side_by_side

LINES = "\n\n".join(f"def {name}():\n    return 1\n" for name in "abc")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of three tests, one in each part, that reach a third of its lines each."""
    for folder in ("app", "tests/unit", "tests/end_to_end", "tests/faults", "packaging"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "app" / "__init__.py").write_text(LINES)
    for folder, name in (("unit", "a"), ("end_to_end", "b"), ("faults", "c")):
        test = f"import app\n\ndef test_{name}():\n    assert app.{name}()\n"
        (tmp_path / "tests" / folder / f"test_{name}.py").write_text(test)
    # Inside a session already: what would start another one starts the command itself.
    (tmp_path / "packaging" / "private_session.py").write_text(
        "import subprocess, sys\nsys.exit(subprocess.call(sys.argv[1:]))\n"
    )
    monkeypatch.setattr(side_by_side, "ROOT", tmp_path)
    monkeypatch.setattr(side_by_side, "VENV_PYTHON", Path(sys.executable))
    return tmp_path


Ran = Callable[[], tuple[int, str]]


@pytest.fixture
def ran(project: Path, capfd: pytest.CaptureFixture[str]) -> Ran:
    def run() -> tuple[int, str]:
        assert project == side_by_side.ROOT
        code = side_by_side.run_whole(["-p", "no:cacheprovider", "--cov=app", "--cov-report="])
        return code, capfd.readouterr().out

    return run


def test_all_parts_are_shown_and_what_they_reached_is_added_up(ran: Ran) -> None:
    code, shown = ran()
    assert (code, shown.count("1 passed")) == (0, 3)
    assert "100%" in shown.splitlines()[-1]


@pytest.mark.parametrize("part", ["unit/test_a.py", "end_to_end/test_b.py", "faults/test_c.py"])
def test_a_failure_in_any_part_fails_the_whole(project: Path, ran: Ran, part: str) -> None:
    (project / "tests" / part).write_text("def test_it():\n    assert not 'red'\n")
    code, shown = ran()
    assert code == 1
    assert "1 failed" in shown.splitlines()[-1]


def test_lines_that_nobody_reaches_fail_the_whole(project: Path, ran: Ran) -> None:
    with (project / "app" / "__init__.py").open("a") as module:
        module.write("\n\ndef d():\n" + "    print()\n" * 5)
    code, shown = ran()
    assert code == 2
    assert "Coverage failure: total of" in shown


def test_a_part_that_is_given_up_is_ended(project: Path) -> None:
    (project / "packaging" / "private_session.py").write_text("import time\ntime.sleep(60)\n")
    with side_by_side.started(("tests",), (), project / "coverage", subprocess.DEVNULL) as running:
        assert running.poll() is None
    assert running.poll() is not None
