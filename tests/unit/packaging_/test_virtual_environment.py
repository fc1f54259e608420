import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from places import VENV
from tests.fixtures.places import REPOSITORY
from virtual_environment import current_fingerprint, has_venv_module, is_whole, pip_environment, python_of

UNREACHABLE = "http://127.0.0.1:9/"


def test_a_virtual_environment_says_which_python_made_it(tmp_path: Path) -> None:
    (tmp_path / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.12.1\n")
    assert python_of(tmp_path) == (3, 12)


@pytest.mark.parametrize("text", ["", "home = /usr/bin\n", "version = \n"])
def test_a_virtual_environment_that_does_not_say_is_of_no_version(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyvenv.cfg").write_text(text)
    assert python_of(tmp_path) == ()
    assert python_of(tmp_path / "absent") == ()


def test_the_environment_that_runs_this_is_whole() -> None:
    assert has_venv_module()
    assert is_whole(VENV)
    assert current_fingerprint() == current_fingerprint()


def test_pip_is_not_led_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    monkeypatch.setenv("PIP_CERT", "/certificates")
    assert "PIP_TARGET" not in pip_environment()
    assert pip_environment()["PIP_CERT"] == "/certificates"


@pytest.mark.slow
def test_a_failed_download_ends_in_a_sentence_and_leaves_no_stamp(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "packaging", tmp_path / "packaging")
    shutil.copy(REPOSITORY / "pyproject.toml", tmp_path)
    failed = subprocess.run(
        [sys.executable, "packaging/dev.py", "run"],
        cwd=tmp_path,
        env=os.environ | {"PIP_INDEX_URL": UNREACHABLE, "PIP_RETRIES": "0", "PIP_CONFIG_FILE": os.devnull},
        capture_output=True,
        text=True,
        check=False,
    )
    assert failed.returncode == 1
    assert failed.stderr.endswith(f"run this again:\n  {Path(sys.executable).name} packaging/dev.py run\n")
    assert "Traceback" not in failed.stderr
    assert (tmp_path / ".venv" / "pyvenv.cfg").exists()
    assert not list((tmp_path / ".venv").glob("*.json"))
