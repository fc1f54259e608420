import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest

from app.system.display import has_display

Listen = Callable[[str | tuple[str, int]], socket.socket]
FIRST_X_PORT = 6000


@pytest.fixture
def listen() -> Iterator[Listen]:
    """Opens a socket that answers, as a display does."""
    with ExitStack() as opened:

        def start(address: str | tuple[str, int]) -> socket.socket:
            family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
            listening = opened.enter_context(socket.socket(family))
            listening.bind(address)
            listening.listen()
            return listening

        yield start


@pytest.fixture
def x_display(listen: Listen) -> str:
    """A display of the X kind under a free number, at an address that leaves no file."""
    for number in count(4000):
        try:
            listen(f"\0/tmp/.X11-unix/X{number}")
        except OSError:
            continue
        return f":{number}"
    raise AssertionError


@pytest.fixture
def wayland(listen: Listen) -> dict[str, str]:
    """A display of the Wayland kind. Its folder is relative, lest the whole path be too long for a socket."""
    listen("wayland-7")
    return {"XDG_RUNTIME_DIR": ".", "WAYLAND_DISPLAY": "wayland-7"}


def test_without_any_display_there_is_none() -> None:
    assert not has_display({})
    assert not has_display({"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""})


def test_an_x_display_that_answers_is_one(x_display: str) -> None:
    for name in (x_display, f"{x_display}.0", f"unix{x_display}"):
        assert has_display({"DISPLAY": name})


def test_an_x_display_may_be_reached_over_the_network(listen: Listen) -> None:
    port = listen(("127.0.0.1", 0)).getsockname()[1]
    display = {"DISPLAY": f"127.0.0.1:{port - FIRST_X_PORT}.0"}
    assert has_display(display)


@pytest.mark.parametrize("name", [":3999", "127.0.0.1:1", "127.0.0.1:59536", "nonsense", ":", ":1:2", ":x"])
def test_an_x_display_that_does_not_answer_is_none(name: str) -> None:
    assert not has_display({"DISPLAY": name})


def test_a_wayland_display_that_answers_is_one(wayland: dict[str, str]) -> None:
    assert has_display(wayland)


def test_a_socket_whose_display_has_ended_is_none(
    tmp_path: Path, wayland: dict[str, str], listen: Listen
) -> None:
    listen("stale").close()
    assert (tmp_path / "stale").exists()
    for name in ("stale", "missing", "too-long-for-a-socket" * 10):
        assert not has_display(wayland | {"WAYLAND_DISPLAY": name})


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600", "xcb;offscreen"])
def test_a_platform_that_draws_elsewhere_needs_no_display(platform: str) -> None:
    assert has_display({"QT_QPA_PLATFORM": platform})


@pytest.mark.parametrize(
    ("platform", "x", "way"),
    [
        ("xcb", True, False),
        ("xcb:someoption", True, False),
        ("wayland", False, True),
        ("wayland-egl", False, True),
        ("wayland;xcb", True, True),
        ("", True, True),
    ],
)
def test_only_a_display_of_the_wanted_kind_counts(
    platform: str, x: bool, way: bool, x_display: str, wayland: dict[str, str]
) -> None:
    assert has_display({"DISPLAY": x_display, "QT_QPA_PLATFORM": platform}) is x
    assert has_display(wayland | {"QT_QPA_PLATFORM": platform}) is way


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_other_systems_always_have_a_display(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert has_display({})
