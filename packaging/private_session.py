"""A desktop session for one command: fresh folders, a fresh bus, an unlocked keyring, a display if asked.

Nothing of the person's own session gets in, and nothing that was started or written here stays behind,
whether the command ends, fails or is interrupted.
Used alone: `python packaging/private_session.py [--display] COMMAND`
"""

import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import FrameType

from refusal import MACHINE_NOT_READY, Refusal

Answer = Callable[[int, FrameType | None], None] | signal.Handlers

# What a command inside may know of the world outside.
PASSED_ON = (
    *("PATH", "LD_LIBRARY_PATH", "CI", "TERM", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR"),
    "COVERAGE_FILE",
    *("SYSTEMROOT", "SYSTEMDRIVE", "COMSPEC", "PATHEXT", "WINDIR", "NUMBER_OF_PROCESSORS"),
)
FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "run",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "TMPDIR": "tmp",
    "TEMP": "tmp",
    "TMP": "tmp",
}
IS_LINUX = sys.platform.startswith("linux")
END_SIGNALS = (signal.SIGTERM, signal.SIGHUP) if hasattr(signal, "SIGHUP") else (signal.SIGTERM,)
SCREEN = "1600x1000x24"
SOCKET_PATH_LIMIT = 107
PATIENCE = 5.0
BECOME_REAPER = 36  # PR_SET_CHILD_SUBREAPER of <linux/prctl.h>


@contextlib.contextmanager
def private_session(*, display: bool = False) -> Iterator[dict[str, str]]:
    """Start a session, hand over the environment for commands inside it, and end everything afterwards."""
    adopt_orphans()
    with signals_unwind(), fresh_folder() as folder:
        try:
            yield start_services(folder, display=display)
        finally:
            with undisturbed():
                end_descendants()


def run_inside(command: Sequence[str], environment: dict[str, str], folder: Path | None = None) -> int:
    """Run a command to its end. A Ctrl-C reaches it directly, so here we only wait for how it ends."""
    with answering_signals(keep_waiting, (signal.SIGINT,)):
        code = subprocess.call(command, env=environment, cwd=folder)
    return 128 - code if code < 0 else code


def keep_waiting(_number: int, _frame: FrameType | None) -> None:
    """Unlike an ignored signal, an answered one is not ignored by the command too."""


def start_services(folder: Path, *, display: bool) -> dict[str, str]:
    environment = fresh_environment(folder)
    if IS_LINUX:
        start_bus(environment)
        unlock_keyring(environment)
        if display:
            environment["DISPLAY"] = start_display(environment)
            environment["QT_QPA_PLATFORM"] = "xcb"
    return environment


def fresh_environment(folder: Path) -> dict[str, str]:
    """An environment that leads every program into the folder, offscreen, in plain English and UTF-8."""
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    for name, leaf in FOLDERS.items():
        (folder / leaf).mkdir(mode=0o700, exist_ok=True)
        environment[name] = str(folder / leaf)
    return environment | {
        "LANG": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "QT_QPA_PLATFORM": "offscreen",
        "SOTTO_TEST_SESSION": str(folder),
    }


def start_bus(environment: dict[str, str]) -> None:
    """Start a D-Bus of our own, listening inside the fresh folder."""
    runtime = environment["XDG_RUNTIME_DIR"]
    if len(f"{runtime}/keyring/control") > SOCKET_PATH_LIMIT:
        raise Refusal(
            f"The path of {runtime} is too long for sockets. Set TMPDIR to a shorter one.", MACHINE_NOT_READY
        )
    options = ["--session", "--nofork", "--nopidfile", f"--address=unix:path={runtime}/bus"]
    environment["DBUS_SESSION_BUS_ADDRESS"] = first_line(
        ["dbus-daemon", *options], "--print-address", environment
    )


def start_display(environment: dict[str, str]) -> str:
    """Start a virtual screen on the first free number."""
    options = ["-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"]
    return ":" + first_line(["Xvfb", *options], "-displayfd", environment)


def first_line(command: list[str], option: str, environment: dict[str, str]) -> str:
    """Start a service; return the line that it writes, once ready, to the descriptor given by the option."""
    reading, writing = os.pipe()
    descriptor = [f"{option}={writing}"] if option.startswith("--") else [option, str(writing)]
    try:
        start_service([*command, *descriptor], environment, pass_fds=[writing])
    finally:
        os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as answer:
        line = answer.readline().strip()
    if not line:
        raise Refusal(f"{command[0]} did not start, so there is no private session to run in.")
    return line


def start_service(
    command: list[str], environment: dict[str, str], pass_fds: Sequence[int] = ()
) -> subprocess.Popen[bytes]:
    """Start a service out of reach of the terminal's Ctrl-C, so that it outlives the command inside."""
    if shutil.which(command[0]) is None:
        hint = "`python3 packaging/dev.py test` says how to install it."
        raise Refusal(f"The private session needs {command[0]}. {hint}", MACHINE_NOT_READY)
    return subprocess.Popen(
        command,
        env=environment,
        pass_fds=pass_fds,
        start_new_session=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def unlock_keyring(environment: dict[str, str]) -> None:
    """Start the keyring with a new, open collection, as after a person's login, and see that it answers."""
    start_service(["gnome-keyring-daemon", "--unlock", "--components=secrets"], environment).communicate(
        b"\n"
    )
    deadline = time.monotonic() + PATIENCE
    while not keyring_is_open(environment):
        if time.monotonic() > deadline:
            raise Refusal("gnome-keyring-daemon did not open its collection.")
        time.sleep(0.02)


def keyring_is_open(environment: dict[str, str]) -> bool:
    """Whether the daemon has a collection. Asked once it is on the bus, lest the bus start a second one."""
    name = "org.freedesktop.secrets"
    if "true" not in ask("org.freedesktop.DBus", "/", "org.freedesktop.DBus.NameHasOwner", name, environment):
        return False
    read_alias = "org.freedesktop.Secret.Service.ReadAlias"
    return "/collection/" in ask(name, "/org/freedesktop/secrets", read_alias, "default", environment)


def ask(service: str, path: str, method: str, text: str, environment: dict[str, str]) -> str:
    """What a service on the bus answers to a method called with one string; empty when it does not."""
    question = ["dbus-send", "--session", "--print-reply=literal", f"--dest={service}", path, method]
    done = subprocess.run(
        [*question, f"string:{text}"], env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout


@contextlib.contextmanager
def fresh_folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="sotto-")).resolve()
    try:
        yield folder
    finally:
        with undisturbed():
            remove_folder(folder)


def remove_folder(folder: Path) -> None:
    """Remove the folder, even where a test took away its own permissions."""
    for parent, names, _files in os.walk(folder):
        for inner in (Path(parent, name) for name in names):
            if not inner.is_symlink():
                inner.chmod(0o700)
    shutil.rmtree(folder)


@contextlib.contextmanager
def signals_unwind() -> Iterator[None]:
    """While inside, being asked to end unwinds the stack, so that everything is cleared away first."""

    def unwind(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    with answering_signals(unwind, END_SIGNALS):
        yield


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """While inside, nobody's impatience interrupts the clearing away."""
    with answering_signals(signal.SIG_IGN, (*END_SIGNALS, signal.SIGINT)):
        yield


@contextlib.contextmanager
def answering_signals(answer: Answer, numbers: Sequence[signal.Signals]) -> Iterator[None]:
    before = {number: signal.signal(number, answer) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def adopt_orphans() -> None:
    """Make this process the parent of every service that lets go of its own, so that none escapes the end."""
    if IS_LINUX:
        ctypes.CDLL(None).prctl(BECOME_REAPER, 1, 0, 0, 0)


def end_descendants() -> None:
    """Ask every process that was started here to end; after a while, insist."""
    deadline = time.monotonic() + PATIENCE
    asked: set[int] = set()
    while IS_LINUX and (running := descendants(os.getpid())):
        insist = time.monotonic() > deadline
        for process in running if insist else [one for one in running if one not in asked]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL if insist else signal.SIGTERM)
        asked.update(running)
        time.sleep(0.02)
        collect_ended()


def collect_ended() -> None:
    """Take note of ended children, adopted ones too; unnoticed they would stay listed for ever."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def descendants(ancestor: int) -> list[int]:
    """Every living process below the given one, as the system lists them."""
    children: dict[int, list[int]] = {}
    for process, parent in living():
        children.setdefault(parent, []).append(process)
    found, waiting = [], [ancestor]
    while waiting:
        below = children.get(waiting.pop(), [])
        found += below
        waiting += below
    return found


def living() -> Iterator[tuple[int, int]]:
    """Each process with its parent."""
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            after_name = (entry / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2]
            yield int(entry.name), int(after_name.split()[1])


def main(arguments: list[str]) -> int:
    display = arguments[:1] == ["--display"]
    command = arguments[1:] if display else arguments
    if not command:
        sys.stderr.write("Say what to run: python packaging/private_session.py [--display] COMMAND\n")
        return 2
    try:
        with private_session(display=display) as environment:
            return run_inside(command, environment)
    except Refusal as refusal:
        sys.stderr.write(f"{refusal}\n")
        return refusal.exit_code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
