import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fixtures.places import REPOSITORY
from tests.fixtures.waiting import wait_until

PROGRAM = [sys.executable, str(REPOSITORY / "packaging" / "private_session.py")]
TELL_ENVIRONMENT = "import json, os; print(json.dumps(dict(os.environ)))"
KEEP_A_SECRET = """
import keyring
keyring.set_password("service", "name", "a quiet wörd")
print(type(keyring.get_keyring()).__module__, keyring.get_password("service", "name"))
"""
ASK_ACCESSIBILITY = (
    "dbus-send --session --print-reply=literal --dest=org.a11y.Bus /org/a11y/bus org.a11y.Bus.GetAddress"
)
START_STRAYS = "sleep 600 & setsid sleep 600 & echo ready; wait"


@pytest.fixture
def temporary(session_folder: Path) -> Iterator[Path]:
    """A folder with a short path: sockets inside it may not have a long one."""
    with tempfile.TemporaryDirectory(dir=session_folder, prefix="") as folder:
        yield Path(folder)


def start(*command: str, temporary: Path, **options: object) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"TMPDIR": str(temporary), "OPENAI_API_KEY": "sk-outside"}
    return subprocess.run(
        [*PROGRAM, *command], env=environment, capture_output=True, text=True, check=False, **options
    )


@pytest.fixture
def busy_session(temporary: Path) -> Iterator[subprocess.Popen[str]]:
    """A session whose command has started processes that would outlive it."""
    process = subprocess.Popen(
        [*PROGRAM, "sh", "-c", START_STRAYS],
        env=os.environ | {"TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    with process:
        assert process.stdout.readline() == "ready\n"
        yield process
        if process.poll() is None:  # the test has failed before it ended it
            process.terminate()


def processes_that_know(folder: Path) -> list[int]:
    """The living processes that were started with this folder in their environment."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if os.fsencode(folder) + b"/sotto-" in (place / "environ").read_bytes():
                found.append(int(place.name))
        except OSError:
            continue
    return found


def test_nothing_of_the_outside_gets_in(temporary: Path) -> None:
    inside = json.loads(start(sys.executable, "-c", TELL_ENVIRONMENT, temporary=temporary).stdout)
    folder = Path(inside["SOTTO_TEST_SESSION"])
    assert folder.parent == temporary
    for name in ("HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
        assert Path(inside[name]).parent == folder
    assert "OPENAI_API_KEY" not in inside
    assert inside["DBUS_SESSION_BUS_ADDRESS"] != os.environ["DBUS_SESSION_BUS_ADDRESS"]
    assert inside["QT_QPA_PLATFORM"] == "offscreen"
    assert "DISPLAY" not in inside


def test_the_keyring_is_real_open_and_the_sessions_own(temporary: Path) -> None:
    kept = start(sys.executable, "-c", KEEP_A_SECRET, temporary=temporary)
    assert kept.stdout == "keyring.backends.SecretService a quiet wörd\n"


def test_the_accessibility_bus_can_be_started(temporary: Path) -> None:
    assert "unix:" in start("sh", "-c", ASK_ACCESSIBILITY, temporary=temporary).stdout


def test_a_display_is_given_when_asked_for(temporary: Path) -> None:
    shown = start(
        "--display", "sh", "-c", "xdotool getdisplaygeometry; echo $QT_QPA_PLATFORM", temporary=temporary
    )
    assert shown.stdout == "1600 1000\nxcb\n"


def test_the_commands_exit_code_is_kept(temporary: Path) -> None:
    assert start("sh", "-c", "exit 7", temporary=temporary).returncode == 7
    assert start("sh", "-c", "kill -9 $$", temporary=temporary).returncode == 137


def test_without_a_command_it_says_what_it_needs(temporary: Path) -> None:
    refused = start(temporary=temporary)
    assert refused.returncode == 2
    assert refused.stderr.startswith("Say what to run")


def test_a_folder_too_deep_for_sockets_is_refused_in_words(tmp_path: Path) -> None:
    deep = tmp_path / "deep" / ("d" * 60)
    deep.mkdir(parents=True)
    refused = start("true", temporary=deep)
    assert refused.returncode == 3
    assert "Set TMPDIR to a shorter one" in refused.stderr
    assert not list(deep.iterdir())


def test_nothing_stays_behind_even_where_permissions_were_taken_away(temporary: Path) -> None:
    start("sh", "-c", "mkdir -p $HOME/a/b; chmod 0 $HOME/a", temporary=temporary)
    assert not list(temporary.iterdir())
    assert not processes_that_know(temporary)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_being_ended_ends_everything_that_was_started(
    number: signal.Signals, busy_session: subprocess.Popen[str], temporary: Path
) -> None:
    wait_until(lambda: len(processes_that_know(temporary)) >= 5, "all that was started")
    busy_session.send_signal(number)
    assert busy_session.wait(timeout=20) == 128 + number
    assert not processes_that_know(temporary)
    assert not list(temporary.iterdir())


def test_an_interruption_from_the_terminal_ends_everything(
    busy_session: subprocess.Popen[str], temporary: Path
) -> None:
    os.killpg(busy_session.pid, signal.SIGINT)
    assert busy_session.wait(timeout=20) == 128 + signal.SIGINT
    assert not processes_that_know(temporary)
    assert not list(temporary.iterdir())
