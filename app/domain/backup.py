"""Backups: which there are, which are kept, and how long a text that has been deleted lives on in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

_DAY = 86_400_000_000  # microseconds, as all moments are
_WEEK = 7 * _DAY
_MONDAY = 3 * _DAY  # 1 January 1970 was a Thursday
_DAILY = 7
_WEEKLY = 4


class Reason(StrEnum):
    DAILY = "daily"
    ASKED_FOR = "asked for"
    MIGRATION = "migration"
    ROTATION = "rotation"


@dataclass(frozen=True, slots=True)
class Backup:
    name: str
    made_at: int
    size: int
    reason: Reason = Reason.DAILY


def kept_until(backup: Backup, among: Iterable[Backup]) -> int:
    """Return when a backup is dropped at the latest, if newer ones go on being made.

    The newest of a day is kept for seven days, the newest of a week for four weeks. What was made before a
    migration or a rotation, or was asked for, is kept for four weeks.
    """
    newer = [other for other in among if other.made_at > backup.made_at]
    if backup.reason is not Reason.DAILY or not any(_week(other) == _week(backup) for other in newer):
        return (_week(backup) + _WEEKLY) * _WEEK - _MONDAY
    if not any(_day(other) == _day(backup) for other in newer):
        return (_day(backup) + _DAILY) * _DAY
    return backup.made_at


def to_drop(backups: Iterable[Backup], now: int, room: int) -> tuple[Backup, ...]:
    """Return those that are past their time, and of the rest the oldest that go beyond `room`, in bytes.

    The newest is never among them.
    """
    newest_first = sorted(backups, key=lambda backup: backup.made_at, reverse=True)
    dropped, used = [], 0
    for place, backup in enumerate(newest_first):
        used += backup.size
        if place and (used > room or kept_until(backup, newest_first) <= now):
            dropped.append(backup)
            used -= backup.size
    return tuple(dropped)


def still_holding(backups: Iterable[Backup], made_at: int, purged_at: int) -> tuple[tuple[Backup, int], ...]:
    """Return the backups that hold a text written and purged then, each with the latest moment of its end."""
    known = tuple(backups)
    return tuple(
        (backup, kept_until(backup, known)) for backup in known if made_at <= backup.made_at < purged_at
    )


def _day(backup: Backup) -> int:
    return backup.made_at // _DAY


def _week(backup: Backup) -> int:
    return (backup.made_at + _MONDAY) // _WEEK
