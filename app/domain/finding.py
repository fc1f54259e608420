"""What the doctor found: one sentence for each thing that was looked at."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    GOOD = "good"
    NOTICE = "notice"  # worth knowing; nothing is lost
    DAMAGE = "damage"


@dataclass(frozen=True, slots=True)
class Finding:
    """`check` is the one word by which a script knows what was looked at."""

    check: str
    severity: Severity
    sentence: str
