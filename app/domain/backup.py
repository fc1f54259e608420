"""Backups, by their age and size: which are kept, which may go, and which still hold what was deleted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

_DAYS, _WEEKS = 7, 4
_LARGEST_SHARE = 0.2
_DAY = 24 * 3_600_000_000
_KEPT_AT_MOST = (_WEEKS + 1) * 7 * _DAY


@dataclass(frozen=True, slots=True)
class Backup:
    """One file. The moment, in microseconds, is that of what it holds."""

    name: str
    made_at: int
    size: int

    @property
    def kept_until(self) -> int:
        """The moment by which newer backups have taken its place, if Sotto is used every day."""
        return self.made_at + _KEPT_AT_MOST


def superfluous(backups: Iterable[Backup], free_bytes: int) -> tuple[Backup, ...]:
    """Return those that may go: seven days and four weeks are kept, within a fifth of the free disk.

    The newest always stays, however large it is.
    """
    newest_first = sorted(backups, key=lambda backup: -backup.made_at)
    kept = _newest_of_each(newest_first, _DAYS, "%Y-%m-%d")
    kept |= _newest_of_each(newest_first, _WEEKS, "%G-%V")
    room = free_bytes * _LARGEST_SHARE
    taken = 0
    for backup in newest_first:
        taken += backup.size if backup in kept else 0
        if backup in kept and backup is not newest_first[0] and taken > room:
            kept.remove(backup)
            taken -= backup.size
    return tuple(backup for backup in newest_first if backup not in kept)


def is_due(backups: Sequence[Backup], changed_at: int, now: int) -> bool:
    """Whether the archive has changed since the newest backup, and that one is not of today."""
    if not backups:
        return True
    newest = max(backup.made_at for backup in backups)
    return changed_at > newest and _day(newest, "%Y-%m-%d") != _day(now, "%Y-%m-%d")


def holding(backups: Iterable[Backup], written_at: int, purged_at: int) -> tuple[Backup, ...]:
    """Return the backups that still hold a text which was written and purged at these moments."""
    return tuple(backup for backup in backups if written_at <= backup.made_at < purged_at)


def _newest_of_each(newest_first: Sequence[Backup], count: int, span: str) -> set[Backup]:
    """Return the newest backup of each of the last `count` days or weeks that have any."""
    found: dict[str, Backup] = {}
    for backup in newest_first:
        found.setdefault(_day(backup.made_at, span), backup)
    return set(list(found.values())[:count])


def _day(moment: int, span: str) -> str:
    return datetime.fromtimestamp(moment / 1_000_000, UTC).astimezone().strftime(span)
