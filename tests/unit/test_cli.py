import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import __version__
from app.cli import main
from app.system.profile import Profile
from app.system.profile_lock import ProfileLock
from tests.fixtures.places import REPOSITORY


def sotto(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        cwd=REPOSITORY,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert (ended.value.code, capsys.readouterr().out) == (0, f"sotto {__version__}\n")


def test_an_unknown_option_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--unknown"])
    assert ended.value.code == 2
    assert "--unknown" in capsys.readouterr().err


def test_without_a_display_it_says_what_to_do(tmp_path: Path) -> None:
    answer = sotto("--profile", tmp_path, QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert answer.returncode == 3
    assert answer.stderr == (
        "sotto: There is no display to open a window on. Start Sotto from a desktop, or set DISPLAY to one.\n"
    )


def test_the_environment_is_only_used_together_with_a_model() -> None:
    answer = sotto("--from-environment")
    assert answer.returncode == 2
    assert "--model must name the model" in answer.stderr


def test_a_malformed_address_in_the_environment_is_wrong_use() -> None:
    answer = sotto("--from-environment", "--model", "m", OPENAI_BASE_URL="nowhere")
    assert answer.returncode == 2
    assert "must begin with https://" in answer.stderr


def test_a_profile_that_is_open_already_is_told_with_its_holder(profile: Profile) -> None:
    lock = ProfileLock(profile.lock)
    lock.acquire("a test")
    answer = sotto("--profile", profile.folder)
    lock.release()
    assert answer.returncode == 4
    assert f"in a test (process {os.getpid()})" in answer.stderr


def test_smoke_paints_the_window_without_a_display() -> None:
    answer = sotto("--smoke", QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")


def test_the_profile_may_be_named_in_the_environment(profile: Profile, tmp_path: Path) -> None:
    lock = ProfileLock(profile.lock)
    lock.acquire("a test")
    profile.sidecar.touch()  # a trace of a history
    named = {"SOTTO_PROFILE": str(profile.folder)}
    answers = [sotto("list", **named), sotto("list", "--profile", tmp_path / "other", **named)]
    lock.release()
    assert [answer.returncode for answer in answers] == [4, 1]


def test_verbs_and_help_load_neither_the_window_nor_the_services() -> None:
    code = (
        "import sys\nfrom app.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "loaded = {name.partition('.')[0] for name in sys.modules}\n"
        "print('loaded:', *sorted({'PySide6', 'qasync', 'openai', 'sqlcipher3', 'asyncio'} & loaded))"
    )
    for arguments in (["--version"], ["--help"], ["ask", "--help"], ["context", "--help"]):
        run = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            cwd=REPOSITORY,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        assert run.stdout.splitlines()[-1] == "loaded:"
