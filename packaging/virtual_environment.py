"""Makes .venv, installs the locked packages and the project, and sees that the machine can carry them."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import install_stamp
import system_packages
from install_stamp import Purpose
from places import PACKAGING, ROOT, VENV, VENV_PYTHON, command_line
from refusal import MACHINE_NOT_READY, Refusal

STAMP = VENV / "sotto-installed.json"
REQUIREMENTS = {
    Purpose.RUN: PACKAGING / "requirements.txt",
    Purpose.TEST: PACKAGING / "requirements-test.txt",
}
PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input", "install")


def prepare(purpose: Purpose, verb: str) -> None:
    """Bring .venv and the machine to the state that the purpose needs; at once when nothing has changed."""
    if is_whole(VENV) and install_stamp.is_valid(STAMP, purpose, current_fingerprint()):
        return
    if not is_whole(VENV):
        make(verb)
    install_stamp.remove(STAMP)
    install(purpose, verb)
    system_packages.ensure(for_tests=purpose is Purpose.TEST, again=command_line(verb))
    install_stamp.write(STAMP, purpose, current_fingerprint())


def current_fingerprint() -> str:
    """Changes with the locked packages, the project's own description, the folder and the Python of .venv."""
    inputs = (*REQUIREMENTS.values(), ROOT / "pyproject.toml", VENV / "pyvenv.cfg")
    return install_stamp.fingerprint(inputs, str(ROOT))


def is_whole(venv: Path) -> bool:
    """Whether .venv still has its Python, and it is the version that runs now."""
    return VENV_PYTHON.exists() and python_of(venv) == sys.version_info[:2]


def python_of(venv: Path) -> tuple[int, ...]:
    """The Python version that a virtual environment was made with; empty when it does not say."""
    try:
        lines = (venv / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ()
    noted = dict(line.split("=", 1) for line in lines if "=" in line)
    numbers = {key.strip(): value for key, value in noted.items()}.get("version", "").strip().split(".")
    return tuple(int(number) for number in numbers[:2] if number.isdigit())


def make(verb: str) -> None:
    """Make .venv afresh; whatever lay there before is of no use any more."""
    ensure_venv_module(verb)
    say("Making .venv with Python {}.{}.{}".format(*sys.version_info[:3]))
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        raise Refusal(
            f"Python could not make {VENV} (see the lines above). To try again: {command_line(verb)}"
        )


def ensure_venv_module(verb: str) -> None:
    """Debian keeps the module that fills a virtual environment in a package of its own."""
    if has_venv_module():
        return
    if not system_packages.may_install():
        raise Refusal(
            "This Python cannot make virtual environments. Install what it lacks, then start again:\n"
            f"  sudo apt-get install python3-venv\n  {command_line(verb)}",
            MACHINE_NOT_READY,
        )
    system_packages.install_debian(["python3-venv"], again=command_line(verb))
    importlib.invalidate_caches()
    if not has_venv_module():
        raise Refusal(f"{sys.executable} has no venv module, even with python3-venv.", MACHINE_NOT_READY)


def has_venv_module() -> bool:
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def install(purpose: Purpose, verb: str) -> None:
    """Install the locked packages, each checked against its hash, and then the project itself."""
    say("Installing the locked packages")
    pip("--require-hashes", "--only-binary=:all:", "-r", str(REQUIREMENTS[purpose]), again=command_line(verb))
    say("Installing Sotto itself")
    pip("--quiet", "--no-deps", "--no-build-isolation", "-e", str(ROOT), again=command_line(verb))


def pip(*arguments: str, again: str) -> None:
    if subprocess.call([str(VENV_PYTHON), *PIP, *arguments], cwd=ROOT, env=pip_environment()):
        raise Refusal(
            "The Python packages could not all be downloaded and installed; the lines above say which.\n"
            f"Nothing is lost. When the connection is back, run this again:\n  {again}"
        )


def pip_environment() -> dict[str, str]:
    """The caller's environment, without what would send the packages elsewhere than into .venv."""
    elsewhere = {"PIP_TARGET", "PIP_PREFIX", "PIP_USER", "PYTHONHOME", "PYTHONPATH"}
    return {name: value for name, value in os.environ.items() if name not in elsewhere}


def say(step: str) -> None:
    print(f"· {step}", flush=True)
