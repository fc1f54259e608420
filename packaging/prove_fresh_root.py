"""Proves the two commands where nothing is prepared: a new, smallest Debian 12 with python3 and venv alone.

Run as root with debootstrap installed: `python3 packaging/prove_fresh_root.py [PYTEST OPTIONS]`.
The new system lives in a temporary folder; its mounts and processes end with each command.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from places import ROOT
from private_session import signals_unwind
from refusal import MACHINE_NOT_READY, Refusal

RELEASE = "bookworm"
PROJECT = "/opt/sotto"
TOOLS = ("debootstrap", "unshare", "chroot", "git")
DEV = ("python3", "packaging/dev.py")
# What lets this machine reach packages, so that the new system reaches them the same way.
SOURCES = (
    "/etc/apt/sources.list",
    "/etc/apt/sources.list.d",
    "/etc/apt/keyrings",
    "/etc/apt/trusted.gpg.d",
)
SETTINGS = (
    "/etc/hosts",
    "/etc/pip.conf",
    "/etc/resolv.conf",
    "/etc/ssl/certs/ca-certificates.crt",
)
PROXIES = ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")
MOUNT_AND_ENTER = """
set -eu
root=$1; shift
mount -t proc proc "$root/proc"
mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
exec chroot "$root" "$@"
"""


def main(pytest_options: Sequence[str]) -> int:
    try:
        require_tools()
        with signals_unwind(), tempfile.TemporaryDirectory(prefix="sotto-root-") as folder:
            steps = prove(Path(folder) / "root", pytest_options)
    except Refusal as refusal:
        print(f"Not proved: {refusal}", flush=True)
        return refusal.exit_code
    print(f"Proved on a fresh Debian ({RELEASE}): {', '.join(steps)}.", flush=True)
    return 0


def require_tools() -> None:
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        raise Refusal(f"this needs {', '.join(missing)}.", MACHINE_NOT_READY)
    if os.geteuid() != 0:
        raise Refusal("only root may build a system in a folder.", MACHINE_NOT_READY)


def prove(root: Path, pytest_options: Sequence[str]) -> list[str]:
    """Build the system and run both commands in it; what was done, with the time that each step took."""

    def inside(*command: str) -> None:
        call([*enter(root), *DEV, *command])

    return [
        timed("base system", lambda: build_system(root)),
        timed("first run", lambda: inside("run", "--", "--smoke")),
        timed("test", lambda: inside("test", *pytest_options)),
        timed("second run", lambda: inside("run", "--", "--smoke")),
    ]


def timed(step: str, work: Callable[[], None]) -> str:
    """Do a step, and say what it was and how long it took."""
    print(f"=== {step}", flush=True)
    begin = time.monotonic()
    try:
        work()
    except subprocess.CalledProcessError as error:
        raise Refusal(f"{step} ended with exit code {error.returncode}.") from error
    took = f"{step} in {time.monotonic() - begin:.1f} s"
    print(f"=== {took}", flush=True)
    return took


def call(command: Sequence[str]) -> None:
    subprocess.run(command, check=True)


def build_system(root: Path) -> None:
    options = ["--variant=minbase", "--include=python3,python3-venv"]
    mirror = machine_mirror()
    call(["debootstrap", *options, RELEASE, str(root), *mirror])
    if mirror:  # this machine has the same release: let the new one use all of its sources
        (root / "etc/apt/sources.list").unlink()
    for name in [*SETTINGS, *(SOURCES if mirror else ())]:
        copy_setting(Path(name), root / name.lstrip("/"))
    acquire = subprocess.run(
        ["apt-config", "dump", "Acquire"], capture_output=True, text=True, check=True
    ).stdout
    (root / "etc/apt/apt.conf.d/90as-outside").write_text(acquire, encoding="utf-8")
    call(["git", "clone", "--quiet", str(ROOT), str(root / PROJECT.lstrip("/"))])


def machine_mirror() -> list[str]:
    """Where this machine gets the release from, or nothing: debootstrap knows a default."""
    command = ["apt-get", "indextargets", "--format", "$(CODENAME) $(REPO_URI)"]
    known = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
    return [line.split()[1] for line in known if line.startswith(f"{RELEASE} ")][:1]


def copy_setting(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    elif source.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def enter(root: Path) -> list[str]:
    """How a command starts inside: own mounts and processes, a bare environment, in the project's folder."""
    bare = {"HOME": "/root", "LANG": "C.UTF-8", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
    variables = [f"{name}={value}" for name, value in (bare | passed_on(root)).items()]
    unshare = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]
    shell = ["sh", "-c", MOUNT_AND_ENTER, "sh", str(root)]
    return [*unshare, *shell, "env", "-i", f"--chdir={PROJECT}", *variables]


def passed_on(root: Path) -> dict[str, str]:
    """What the environment says about reaching packages, except where it names a file that is not inside."""
    return {
        name: value
        for name, value in os.environ.items()
        if name in PROXIES
        or (name.startswith("PIP_") and (not value.startswith("/") or (root / value.lstrip("/")).exists()))
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
