from datetime import datetime, timedelta

import pytest

from app.domain.backup import Backup, holding, is_due, superfluous

NOON = datetime(2026, 11, 20, 12).astimezone()  # a Friday
HUGE = 1 << 40


def us(moment: datetime) -> int:
    return int(moment.timestamp()) * 1_000_000


def backup(days_ago: float, size: int = 1, *, is_precaution: bool = False) -> Backup:
    moment = us(NOON - timedelta(days=days_ago))
    return Backup(f"{days_ago} days ago", moment, size, is_precaution=is_precaution)


def kept(backups: list[Backup], free_bytes: int = HUGE) -> list[str]:
    gone = superfluous(backups, free_bytes)
    return [each.name for each in backups if each not in gone]


def test_seven_days_and_four_weeks_are_kept() -> None:
    assert kept([backup(days) for days in range(60)]) == [f"{days} days ago" for days in (*range(7), 12, 19)]


def test_of_each_day_the_newest_is_kept() -> None:
    assert kept([backup(0), backup(0.1), backup(0.2), backup(1), backup(1.1)]) == ["0 days ago", "1 days ago"]


def test_days_without_a_backup_do_not_count() -> None:
    names = [0, 10, 20, 30, 40, 50, 60]
    assert kept([backup(days) for days in names]) == [f"{days} days ago" for days in names]


def test_all_together_take_a_fifth_of_the_free_disk_at_most() -> None:
    backups = [backup(days, size=10) for days in range(5)]
    assert kept(backups, free_bytes=250) == [f"{days} days ago" for days in range(5)]
    assert kept(backups, free_bytes=200) == [f"{days} days ago" for days in range(4)]
    assert kept(backups, free_bytes=0) == ["0 days ago"]


def test_a_large_old_one_goes_before_small_ones_that_fit() -> None:
    assert kept([backup(0), backup(1, size=1000), backup(2)], free_bytes=50) == ["0 days ago", "2 days ago"]


def test_the_one_just_made_stays_also_by_a_clock_that_was_set_back() -> None:
    backups = [backup(days) for days in range(-7, 3)]
    for just_made, name in (("", "1 days ago"), ("1 days ago", "2 days ago")):
        gone = {each.name for each in superfluous(backups, 0, just_made)}
        assert name in gone
        assert (just_made or "-7 days ago") not in gone
        assert len(gone) == len(backups) - 1


def test_those_of_a_clock_that_ran_ahead_take_no_other_ones_place() -> None:
    ahead = [backup(-1000 - days) for days in range(9)]
    daily = [backup(days) for days in range(9)]
    gone = superfluous([*ahead, *daily], HUGE, "0 days ago")
    assert [each for each in daily if each not in gone] == daily[:7]
    assert len([each for each in ahead if each not in gone]) == 7


def test_a_clock_that_was_set_far_back_drops_none_of_the_seven_days() -> None:
    daily = [backup(days) for days in range(7)]
    assert superfluous([*daily, backup(30_000)], HUGE, "30000 days ago") == ()


def test_where_room_is_short_those_of_a_clock_that_ran_ahead_go_first() -> None:
    backups = [backup(-1000, size=10), *(backup(days, size=10) for days in range(3))]
    assert [each.name for each in superfluous(backups, 150, "0 days ago")] == ["-1000 days ago"]


def test_the_newest_precaution_stays_beside_later_backups_of_its_day_for_seven_days() -> None:
    precautions = [backup(0.1, is_precaution=True), backup(0.2, is_precaution=True)]
    assert kept([backup(0), *precautions]) == ["0 days ago", "0.1 days ago"]
    for days, stays in ((6, True), (7, False)):
        later = [backup(-each) for each in range(1, days + 1)]
        names = kept([*later, backup(0), precautions[0]])
        assert ("0.1 days ago" in names) is stays


@pytest.mark.parametrize(
    ("backups", "changed_days_ago", "due"),
    [
        ([], 100.0, True),
        ([backup(1)], 0.5, True),
        ([backup(1)], 1.5, False),
        ([backup(0.1)], 0.0, False),
        ([backup(3), backup(0.1)], 0.0, False),
        ([backup(-400)], 0.5, True),
        ([backup(-400), backup(1)], 0.5, True),
        ([backup(-400), backup(0)], 0.0, False),
    ],
)
def test_one_is_due_on_another_day_when_something_has_changed(
    backups: list[Backup], changed_days_ago: float, due: bool
) -> None:
    assert is_due(backups, us(NOON - timedelta(days=changed_days_ago)), us(NOON)) is due


def test_what_was_purged_is_in_the_backups_made_between() -> None:
    backups = [backup(days) for days in (1, 2, 3, 4)]
    written, purged = us(NOON - timedelta(days=3)), us(NOON - timedelta(days=1))
    assert [each.name for each in holding(backups, written, purged)] == ["2 days ago", "3 days ago"]


def test_what_is_yet_to_leave_is_in_all_backups_made_since_it_was_written() -> None:
    backups = [backup(days) for days in (1, 2, 3, 4)]
    assert len(holding(backups, us(NOON - timedelta(days=3)), None)) == 3


def test_a_text_of_the_second_in_which_a_backup_was_made_may_be_in_it() -> None:
    made = [backup(1)]
    written, purged = made[0].made_at + 900_000, us(NOON)
    assert holding(made, written, purged) == tuple(made)
    assert holding(made, written, None) == tuple(made)
    assert holding(made, made[0].made_at + 60_000_000, purged) == ()


def test_where_a_clock_went_wrong_each_backup_may_hold_the_text() -> None:
    backups, purged = [backup(-1), backup(1), backup(2)], us(NOON)
    assert holding(backups, purged + 24 * 3_600_000_000, purged) == tuple(backups)
    assert holding(backups, 1, purged, now=purged + 1) == tuple(backups)
    assert holding(backups, 1, purged, now=backups[0].made_at) == tuple(backups[1:])


def test_a_backup_is_gone_after_five_weeks() -> None:
    assert backup(0).kept_until == us(NOON) + 35 * 24 * 3_600_000_000
