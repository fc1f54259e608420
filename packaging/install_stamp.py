"""The note inside .venv that says what was installed there, so that the next start need not ask.

A stamp exists only after a complete installation: it is removed before the first change and written after
the last.
"""

import hashlib
import json
from collections.abc import Iterable
from enum import Enum
from pathlib import Path


class Purpose(Enum):
    """What an installation is for. One for tests holds everything that one for running needs."""

    RUN = "run"
    TEST = "test"

    def serves(self, wanted: "Purpose") -> bool:
        return self is Purpose.TEST or self is wanted


def fingerprint(inputs: Iterable[Path], *facts: str) -> str:
    """One hash over the files that decide what is installed, and facts such as the folder and the Python."""
    digest = hashlib.sha256()
    for fact in facts:
        digest.update(fact.encode() + b"\0")
    for path in inputs:
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_valid(stamp: Path, wanted: Purpose, current: str) -> bool:
    """Whether the stamp stands for the current fingerprint and an installation that serves the purpose."""
    try:
        noted = json.loads(stamp.read_text(encoding="utf-8"))
        return bool(noted["fingerprint"] == current) and Purpose(noted["purpose"]).serves(wanted)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def remove(stamp: Path) -> None:
    stamp.unlink(missing_ok=True)


def write(stamp: Path, purpose: Purpose, current: str) -> None:
    """Write the stamp whole or not at all."""
    unfinished = stamp.with_suffix(".new")
    unfinished.write_text(json.dumps({"purpose": purpose.value, "fingerprint": current}), encoding="utf-8")
    unfinished.replace(stamp)
