"""Is there a display to open a window on? Where there is none, Qt aborts the process, so we ask first."""

import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

_X_DISPLAY = re.compile(r"(?P<host>[^:]*):(?P<number>\d+)(\.\d+)?")
_FIRST_X_PORT = 6000
_PATIENCE_SECONDS = 2.0


def has_display(environment: Mapping[str, str]) -> bool:
    """Tell whether a window can be opened, by knocking at the display that the environment names."""
    if sys.platform in ("win32", "darwin"):
        return True
    platforms = environment.get("QT_QPA_PLATFORM", "").split(";")  # Qt tries one after the other
    return any(_can_draw(platform.split(":")[0].removesuffix("-egl"), environment) for platform in platforms)


def _can_draw(platform: str, environment: Mapping[str, str]) -> bool:
    match platform:
        case "":
            return _answers_wayland(environment) or _answers_x(environment)
        case "wayland":
            return _answers_wayland(environment)
        case "xcb":
            return _answers_x(environment)
        case _:
            return True


def _answers_wayland(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY")
    if not name:
        return False
    return _answers(str(Path(environment.get("XDG_RUNTIME_DIR", "/"), name)))


def _answers_x(environment: Mapping[str, str]) -> bool:
    match = _X_DISPLAY.fullmatch(environment.get("DISPLAY", ""))
    if not match:
        return False
    number = int(match["number"])
    if match["host"] in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108  # where every X server listens
        return _answers(path) or _answers(f"\0{path}")
    try:
        socket.create_connection((match["host"], _FIRST_X_PORT + number), _PATIENCE_SECONDS).close()
    except OSError:
        return False
    return True


def _answers(path: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as knock:
        knock.settimeout(_PATIENCE_SECONDS)
        try:
            knock.connect(path)
        except OSError:
            return False
    return True
