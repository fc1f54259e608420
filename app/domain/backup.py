"""Backups, by their age and size: which are kept, which may go, and which still hold what was deleted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

_DAYS, _WEEKS = 7, 4
_LARGEST_SHARE = 0.2
_A_DAY, _A_WEEK = "%Y-%m-%d", "%G-%V"
_DAY = 24 * 3_600_000_000
_KEPT_AT_MOST = (_WEEKS + 1) * 7 * _DAY

# A backup is named by a whole second, which may be the one before, and clocks are put right by a little.
_CLOCK_MARGIN = 2_000_000


@dataclass(frozen=True, slots=True)
class Backup:
    """One file. The moment, in microseconds, is that of what it holds, down to the whole second.

    A precaution was made before something changed the whole archive: its key, or its schema.
    """

    name: str
    made_at: int
    size: int
    is_precaution: bool = False

    @property
    def kept_until(self) -> int:
        """The moment by which newer backups have taken its place, if Sotto is used every day."""
        return self.made_at + _KEPT_AT_MOST


def superfluous(backups: Sequence[Backup], free_bytes: int, just_made: str = "") -> tuple[Backup, ...]:
    """Return those that may go: seven days and four weeks are kept, within a fifth of the free disk.

    The newest always stays, however large it is. The newest precaution stays beside others of its day. The
    one of the name `just_made` is the newest, also by a clock that was set back. Those from days to come tell
    that a clock went wrong, then or now: they are counted by themselves, and take no other one's place.
    """
    now = next((backup.made_at for backup in backups if backup.name == just_made), None)
    newest_first = sorted(
        backups, key=lambda backup: (backup.name != just_made, _is_to_come(backup, now), -backup.made_at)
    )
    kept = _kept_by_age([backup for backup in newest_first if not _is_to_come(backup, now)])
    kept |= _kept_by_age([backup for backup in newest_first if _is_to_come(backup, now)])
    room = free_bytes * _LARGEST_SHARE
    taken = 0
    for backup in newest_first:
        taken += backup.size if backup in kept else 0
        if backup in kept and backup is not newest_first[0] and taken > room:
            kept.remove(backup)
            taken -= backup.size
    return tuple(backup for backup in newest_first if backup not in kept)


def is_due(backups: Sequence[Backup], changed_at: int, now: int) -> bool:
    """Whether the archive has changed since the newest backup, and that one is not of today.

    One from the future was made by a clock that went wrong, and stands for nothing.
    """
    newest = max((backup.made_at for backup in backups if backup.made_at <= now), default=None)
    if newest is None:
        return True
    return changed_at > newest and _span(newest, _A_DAY) != _span(now, _A_DAY)


def holding(
    backups: Iterable[Backup], written_at: int, purged_at: int | None, now: int | None = None
) -> tuple[Backup, ...]:
    """Return the backups that may still hold a text which was written and purged at these moments.

    None is for what is yet to leave the archive. A clock that went wrong tells nothing: where the text was
    purged before it was written, each backup may hold it, and one from the future, seen from `now`, may too.
    """
    if purged_at is not None and purged_at < written_at:
        return tuple(backups)
    since = [backup for backup in backups if written_at <= backup.made_at + _CLOCK_MARGIN]
    if purged_at is None:
        return tuple(since)
    return tuple(each for each in since if each.made_at < purged_at or (now and each.made_at > now))


def _is_to_come(backup: Backup, now: int | None) -> bool:
    return now is not None and backup.made_at > now + _DAY


def _kept_by_age(newest_first: Sequence[Backup]) -> set[Backup]:
    days = _newest_of_each(newest_first, _DAYS, _A_DAY)
    weeks = _newest_of_each(newest_first, _WEEKS, _A_WEEK)
    return days | weeks | _newest_precaution_of(days, newest_first)


def _newest_of_each(newest_first: Sequence[Backup], count: int, span: str) -> set[Backup]:
    """Return the newest backup of each of the last `count` days or weeks that have any."""
    found: dict[str, Backup] = {}
    for backup in newest_first:
        found.setdefault(_span(backup.made_at, span), backup)
    return set(list(found.values())[:count])


def _newest_precaution_of(days: Iterable[Backup], newest_first: Sequence[Backup]) -> set[Backup]:
    """Return the newest precaution, as long as a backup of its day is kept."""
    kept_days = {_span(backup.made_at, _A_DAY) for backup in days}
    for backup in newest_first:
        if backup.is_precaution:
            return {backup} if _span(backup.made_at, _A_DAY) in kept_days else set()
    return set()


def _span(moment: int, span: str) -> str:
    return datetime.fromtimestamp(moment / 1_000_000, UTC).astimezone().strftime(span)
