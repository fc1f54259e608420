"""Regenerates the locked requirements: every package pinned and hashed, and no address of any server."""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from places import PACKAGING, ROOT, VENV
from refusal import Refusal

UV = "uv==0.13.8"
TOOLS = VENV / "lock-tools"
EXTRAS = {"requirements.txt": ("build",), "requirements-test.txt": ("build", "test")}
COMPILE = ("pip", "compile", "--universal", "--generate-hashes", "--no-header", "--no-annotate", "--quiet")
ADDRESS = re.compile(
    r"://|^\s*(-i|-f|--index-url|--extra-index-url|--find-links|--trusted-host)\b|@ ", re.MULTILINE
)


def lock(options: Sequence[str]) -> None:
    """Write both files afresh. Pins stay unless uv is told otherwise, for example with --upgrade."""
    uv = install_uv()
    with tempfile.TemporaryDirectory() as folder:
        for name, extras in EXTRAS.items():
            made = Path(folder) / name
            shutil.copyfile(PACKAGING / name, made)
            compile_requirements(uv, made, extras, options)
            verify(made.read_text(encoding="utf-8"), name)
        for name in EXTRAS:
            shutil.copyfile(Path(folder) / name, PACKAGING / name)
            print(f"· Wrote packaging/{name}", flush=True)


def install_uv() -> str:
    """Put uv into a small environment of its own, so that the project never depends on it."""
    programs = TOOLS / ("Scripts" if sys.platform == "win32" else "bin")
    python = str(programs / "python")
    commands = [
        [sys.executable, "-m", "venv", str(TOOLS)],
        [python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", UV],
    ]
    for command in commands:
        if subprocess.call(command):
            raise Refusal(f"{UV} could not be installed; the lines above say why.")
    return str(programs / "uv")


def compile_requirements(uv: str, target: Path, extras: Sequence[str], options: Sequence[str]) -> None:
    chosen = [word for extra in extras for word in ("--extra", extra)]
    command = [
        uv,
        *COMPILE,
        "--python-version",
        "3.11",
        *chosen,
        "pyproject.toml",
        "-o",
        str(target),
        *options,
    ]
    if subprocess.call(command, cwd=ROOT, stdout=subprocess.DEVNULL):
        raise Refusal(f"{target.name} could not be resolved; the lines above say why.")


def verify(requirements: str, name: str) -> None:
    """Refuse a file that pins nothing, lacks hashes, or says where packages come from."""
    pins = re.findall(r"^\S+==\S+", requirements, flags=re.MULTILINE)
    if not pins or requirements.count("--hash=") < len(pins):
        raise Refusal(f"{name} does not hold a hash for every package.")
    if named := ADDRESS.search(requirements):
        line = requirements[: named.end()].count("\n") + 1
        raise Refusal(f"{name} names an address in line {line}. The locked files must work with any index.")
