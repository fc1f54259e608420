"""The small plain file of settings that are read before anything is unlocked. Nothing of content is in it."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from app.domain.plain_settings import PlainSettings
from app.system.private_file import write_privately

_LONGEST = 1 << 16


def read_plain_settings(file: Path) -> PlainSettings:
    """Return what the file says. One that is missing, unreadable or no such file says nothing."""
    try:
        with file.open("rb") as opened:
            values: Any = json.loads(opened.read(_LONGEST))
    except (OSError, ValueError, RecursionError):
        return PlainSettings()
    return PlainSettings.from_mapping(values) if isinstance(values, dict) else PlainSettings()


def write_plain_settings(file: Path, settings: PlainSettings) -> None:
    """Replace the file. Where that cannot be done the settings hold for this run, and nobody is bothered."""
    with suppress(OSError):
        write_privately(file, json.dumps(settings.to_mapping(), indent=1).encode())
