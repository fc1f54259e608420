"""Finds out by trying which system libraries and programs are missing; installs them or says how.

What is missing is learnt from the dynamic loader and by looking for each program; the tables only say which
package has it.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from package_names import DEBIAN_LIBRARIES, INSTALL_LINES, TEST_PIECES, Piece
from places import VENV, VENV_PYTHON
from refusal import MACHINE_NOT_READY, Refusal

NATIVE = (
    "PySide6/QtWidgets.abi3.so",
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/Qt/plugins/platforms/libqwayland.so",
)
NATIVE_FOR_TESTS = ("xllamacpp/xllamacpp*.so",)
LOAD = "import ctypes, sys, PySide6.QtWidgets\nfor file in sys.argv[1:]: ctypes.CDLL(file)"


@dataclass(frozen=True)
class Missing:
    """What the machine lacks: sonames of libraries, and pieces for the tests."""

    libraries: tuple[str, ...]
    pieces: tuple[Piece, ...]

    def __bool__(self) -> bool:
        return bool(self.libraries or self.pieces)

    def names(self) -> str:
        return ", ".join([*self.libraries, *(piece.name for piece in self.pieces)])


def ensure(*, for_tests: bool, again: str) -> None:
    """Return only when Qt loads and, for tests, every piece is there; install them where we may."""
    if not sys.platform.startswith("linux"):
        return
    before = Missing((), ())
    while missing := find_missing(for_tests=for_tests):
        packages = debian_packages(missing)
        if not may_install() or missing == before or packages is None:
            raise Refusal(advice(missing, package_manager(), again), MACHINE_NOT_READY)
        install_debian(packages, again=again)
        before = missing


def find_missing(*, for_tests: bool) -> Missing:
    pieces = [piece for piece in TEST_PIECES if not piece.is_present()] if for_tests else []
    return Missing(tuple(missing_libraries(for_tests=for_tests)), tuple(pieces))


def missing_libraries(*, for_tests: bool) -> list[str]:
    """The libraries that are asked for in vain: all at once as ldd lists them, then by really loading."""
    files = native_files(for_tests=for_tests)
    if shutil.which("ldd") and (unfound := sonames_not_found(run_quietly(["ldd", *files]).stdout)):
        return unfound
    loaded = run_quietly([str(VENV_PYTHON), "-c", LOAD, *files])
    if loaded.returncode == 0:
        return []
    if refused := soname_refused(loaded.stderr):
        return [refused]
    raise Refusal(f"A library does not load on this machine:\n{loaded.stderr.strip()}", MACHINE_NOT_READY)


def native_files(*, for_tests: bool) -> list[str]:
    """The compiled files that need libraries of the system: for tests, the model server's as well."""
    patterns = NATIVE + (NATIVE_FOR_TESTS if for_tests else ())
    packages = next(VENV.glob("lib/python*/site-packages"))
    return [str(file) for pattern in patterns for file in packages.glob(pattern)]


def run_quietly(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"}
    )


def sonames_not_found(ldd_report: str) -> list[str]:
    return sorted(set(re.findall(r"^\s*(\S+) => not found", ldd_report, flags=re.MULTILINE)))


def soname_refused(error: str) -> str | None:
    """The library named by the loader's message, as Python passes it on."""
    match = re.search(r"([\w.+-]+\.so[\w.]*): cannot open shared object file", error)
    return match.group(1) if match else None


def debian_packages(missing: Missing) -> list[str] | None:
    """The Debian packages that bring what is missing; None when a library is in none that we know."""
    if any(soname not in DEBIAN_LIBRARIES for soname in missing.libraries):
        return None
    libraries = {DEBIAN_LIBRARIES[soname] for soname in missing.libraries}
    return sorted(libraries | {piece.apt for piece in missing.pieces})


def package_manager() -> str | None:
    return next((name for name in INSTALL_LINES if shutil.which(name)), None)


def may_install() -> bool:
    """Only root on a Debian-like system installs by itself; everybody else is told the line."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and package_manager() == "apt-get"


def advice(missing: Missing, manager: str | None, again: str) -> str:
    """What to say when the person has to install: what is missing, the one line, and how to go on."""
    packages = packages_for(missing, manager)
    if manager is None or packages is None:
        line = "Install the packages that bring them, then run this again:"
    else:
        install = f"{INSTALL_LINES[manager]} {' '.join(packages)}"
        line = f"Install it with this line, then run the command again:\n  {install}"
    return f"This machine still lacks: {missing.names()}.\n{line}\n  {again}"


def packages_for(missing: Missing, manager: str | None) -> Iterable[str] | None:
    """What to name to the package manager; None when we do not know."""
    if manager == "apt-get":
        return debian_packages(missing)
    if manager == "pacman":  # Arch's own Qt needs the very libraries that ours does
        libraries = {"qt6-base", "qt6-wayland"} if missing.libraries else set()
        return sorted(libraries | {piece.pacman for piece in missing.pieces})
    if manager in ("dnf", "zypper"):  # RPM systems install a library by its soname
        sonames = {f"'{soname}()(64bit)'" for soname in missing.libraries}
        return sorted(sonames | {piece.rpm for piece in missing.pieces})
    return None


def install_debian(packages: list[str], *, again: str) -> None:
    print(f"· Installing system packages: {' '.join(packages)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-q", "-y", "--no-install-recommends", *packages]
    for command in (["apt-get", "update", "-q"], install):
        if subprocess.call(command, env=environment):
            raise Refusal(
                "The system packages could not be installed; the lines above say why. To try again:\n"
                f"  {again}"
            )
