import subprocess
import sys

from tests.fixtures.places import REPOSITORY

DEV = REPOSITORY / "packaging" / "dev.py"
AS_OLD_PYTHON = "import runpy, sys; sys.version_info = (3, 10, 13); runpy.run_path(sys.argv[1])"


def start(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)


def test_an_older_python_is_told_which_one_is_needed() -> None:
    refused = start("-c", AS_OLD_PYTHON, str(DEV))
    assert refused.returncode == 3
    assert "needs Python 3.11 or newer; this is Python 3.10." in refused.stderr
    assert "Traceback" not in refused.stderr


def test_without_a_verb_the_verbs_are_listed() -> None:
    listed = start(str(DEV))
    assert listed.returncode == 2
    for verb in ("run", "test", "check", "bench", "shots", "lock"):
        assert f"\n  {verb}" in listed.stderr
