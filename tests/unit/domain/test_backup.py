import pytest

from app.domain.backup import Backup, Reason, kept_until, still_holding, to_drop

DAY = 86_400_000_000
NOW = 1000 * DAY + DAY // 2
PLENTY = 1 << 60


def daily(count: int) -> list[Backup]:
    return [Backup(f"{age} days old", NOW - age * DAY, 10) for age in range(count)]


def test_seven_days_and_four_weeks_are_kept() -> None:
    backups = daily(60)
    gone = to_drop(backups, NOW, PLENTY)
    kept = [round((NOW - backup.made_at) / DAY) for backup in backups if backup not in gone]
    assert kept[:7] == list(range(7))
    assert len(kept) in (9, 10)
    assert max(kept) < 28


def test_of_a_day_only_the_newest_is_kept_when_it_is_over() -> None:
    early, late = Backup("early", NOW, 10), Backup("late", NOW + 5, 10)
    assert to_drop([early, late], NOW + DAY, PLENTY) == (early,)


def test_the_newest_is_never_dropped() -> None:
    (only,) = daily(1)
    assert to_drop([only], NOW + 1000 * DAY, 0) == ()


def test_beyond_the_room_the_oldest_go_first() -> None:
    backups = daily(5)
    assert to_drop(backups, NOW, 25) == tuple(backups[2:])


def test_one_made_before_a_rotation_is_kept_for_weeks_beside_newer_ones() -> None:
    before = Backup("before", NOW, 10, Reason.ROTATION)
    after = Backup("after", NOW + 5, 10)
    assert to_drop([before, after], NOW + 13 * DAY, PLENTY) == ()
    assert to_drop([before, after], NOW + 28 * DAY, PLENTY) == (before,)


@pytest.mark.parametrize("place", range(1, 30))
def test_the_moment_told_is_the_moment_of_dropping(place: int) -> None:
    backups = daily(30)
    until = kept_until(backups[place], backups)
    assert backups[place] in to_drop(backups, until, PLENTY)
    assert backups[place] not in to_drop(backups, until - 1, PLENTY)


def test_only_backups_made_between_writing_and_purging_hold_a_text() -> None:
    backups = daily(5)
    holding = still_holding(backups, made_at=NOW - 3 * DAY, purged_at=NOW - DAY)
    assert [backup for backup, _ in holding] == [backups[2], backups[3]]
    assert all(until > backup.made_at for backup, until in holding)
