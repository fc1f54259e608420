import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import side_by_side


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of two tests, one in each half, that reach one half of its lines each."""
    for folder in ("app", "tests/unit", "tests/faults", "packaging"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "app" / "__init__.py").write_text("def a():\n    return 1\n\n\ndef b():\n    return 2\n")
    (tmp_path / "tests" / "unit" / "test_a.py").write_text(
        "import app\n\ndef test_a():\n    assert app.a()\n"
    )
    (tmp_path / "tests" / "faults" / "test_b.py").write_text(
        "import app\n\ndef test_b():\n    assert app.b()\n"
    )
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


def test_both_halves_are_shown_and_what_both_reached_is_added_up(ran: Ran) -> None:
    code, shown = ran()
    assert (code, shown.count("1 passed")) == (0, 2)
    assert "100%" in shown.splitlines()[-1]


@pytest.mark.parametrize("half", ["unit/test_a.py", "faults/test_b.py"])
def test_a_failure_in_either_half_fails_the_whole(project: Path, ran: Ran, half: str) -> None:
    (project / "tests" / half).write_text("def test_it():\n    assert not 'red'\n")
    code, shown = ran()
    assert code == 1
    assert "1 failed" in shown.splitlines()[-1]


def test_lines_that_nobody_reaches_fail_the_whole(project: Path, ran: Ran) -> None:
    with (project / "app" / "__init__.py").open("a") as module:
        module.write("\n\ndef c():\n" + "    print()\n" * 5)
    code, shown = ran()
    assert code == 2
    assert "Coverage failure: total of" in shown


def test_a_half_that_is_given_up_is_ended(project: Path) -> None:
    (project / "packaging" / "private_session.py").write_text("import time\ntime.sleep(60)\n")
    with side_by_side.started(("tests",), (), project / "coverage", subprocess.DEVNULL) as running:
        assert running.poll() is None
    assert running.poll() is not None
