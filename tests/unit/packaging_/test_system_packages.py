from pathlib import Path

import pytest

from package_names import TEST_PIECES
from refusal import Refusal
from system_packages import (
    Missing,
    advice,
    debian_packages,
    ensure,
    find_missing,
    packages_for,
    soname_refused,
    sonames_not_found,
)

XVFB = next(piece for piece in TEST_PIECES if piece.name == "Xvfb")
CURSOR_AND_XVFB = Missing(("libxcb-cursor.so.0",), (XVFB,))
UNKNOWN = Missing(("libnobody-knows.so.9",), ())


def test_the_loaders_report_names_each_library_once() -> None:
    report = (
        "\tlibQt6Core.so.6 => ./libQt6Core.so.6 (0x1)\n"
        "\tlibGL.so.1 => not found\n"
        "\tlibEGL.so.1 => not found\n"
        "\tlibGL.so.1 => not found\n"
    )
    assert sonames_not_found(report) == ["libEGL.so.1", "libGL.so.1"]


def test_a_refused_import_names_its_library() -> None:
    error = "ImportError: libglib-2.0.so.0: cannot open shared object file: No such file or directory"
    assert soname_refused(error) == "libglib-2.0.so.0"
    assert soname_refused("ImportError: undefined symbol: qt_version") is None


def test_libraries_and_pieces_become_debian_packages() -> None:
    assert debian_packages(CURSOR_AND_XVFB) == ["libxcb-cursor0", "xvfb"]


def test_one_package_is_named_once_for_two_libraries() -> None:
    both = Missing(("libglib-2.0.so.0", "libgthread-2.0.so.0"), ())
    assert debian_packages(both) == ["libglib2.0-0"]


def test_an_unknown_library_is_not_guessed() -> None:
    assert debian_packages(UNKNOWN) is None
    assert "libnobody-knows.so.9" in advice(UNKNOWN, "apt-get", "python3 packaging/dev.py run")
    assert "apt-get" not in advice(UNKNOWN, "apt-get", "python3 packaging/dev.py run")


@pytest.mark.parametrize(
    ("manager", "line"),
    [
        ("apt-get", "sudo apt-get install libxcb-cursor0 xvfb"),
        ("dnf", "sudo dnf install 'libxcb-cursor.so.0()(64bit)' /usr/bin/Xvfb"),
        ("zypper", "sudo zypper install 'libxcb-cursor.so.0()(64bit)' /usr/bin/Xvfb"),
        ("pacman", "sudo pacman -S --needed qt6-base qt6-wayland xorg-server-xvfb"),
    ],
)
def test_the_advice_is_one_line_to_paste_and_the_command_to_repeat(manager: str, line: str) -> None:
    words = advice(CURSOR_AND_XVFB, manager, "python3 packaging/dev.py test")
    assert words.endswith(f"\n  {line}\n  python3 packaging/dev.py test")


def test_without_a_known_package_manager_the_names_are_all_we_say() -> None:
    assert packages_for(CURSOR_AND_XVFB, None) is None
    words = advice(CURSOR_AND_XVFB, None, "python3 packaging/dev.py test")
    assert "libxcb-cursor.so.0, Xvfb" in words
    assert "sudo" not in words


def test_the_machine_that_runs_this_lacks_nothing() -> None:
    assert not find_missing(for_tests=True)
    ensure(for_tests=True, again="")


def test_where_programs_are_missing_and_no_package_manager_is_known_the_machine_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refusal, match="still lacks: Xvfb, git, strace, xdotool, dbus-daemon") as refused:
        ensure(for_tests=True, again="python3 packaging/dev.py test")
    assert refused.value.exit_code == 3
