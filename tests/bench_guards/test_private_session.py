import os
import subprocess
import sys

from tests.fixtures.places import REPOSITORY


def start_tests(**environment: str) -> subprocess.CompletedProcess[str]:
    """Collects one small test file of the real suite in a changed environment."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "tests/bench_guards/test_private_session.py"],
        cwd=REPOSITORY,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_outside_the_private_session_nothing_runs() -> None:
    refused = start_tests(SOTTO_TEST_SESSION="")
    assert refused.returncode != 0
    assert "python3 packaging/dev.py test" in refused.stdout + refused.stderr
    assert "collected" not in refused.stdout


def test_a_home_outside_the_session_is_refused() -> None:
    refused = start_tests(HOME="/nonexistent")
    assert refused.returncode != 0
    assert "HOME must lie inside" in refused.stdout + refused.stderr


def test_inside_the_session_tests_run() -> None:
    assert start_tests().returncode == 0
