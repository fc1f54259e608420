import pytest

from app.domain.ways import Answer, KeyState, RecoveryStage, Way

DAY = 24 * 3_600_000_000


def test_a_secret_is_not_shown_by_accident() -> None:
    assert "open sesame" not in repr(Answer(Way.PASSPHRASE, "open sesame"))


@pytest.mark.parametrize(
    ("recovery", "deferred_at", "needed"),
    [
        (RecoveryStage.NONE, None, True),
        (RecoveryStage.PENDING, None, True),
        (RecoveryStage.CONFIRMED, None, False),
        (RecoveryStage.NONE, 10 * DAY - 1, False),
        (RecoveryStage.NONE, 3 * DAY, False),
        (RecoveryStage.NONE, 3 * DAY - 1, True),
        (RecoveryStage.CONFIRMED, 1, False),
    ],
)
def test_who_put_it_off_is_reminded_after_a_week(
    recovery: RecoveryStage, deferred_at: int | None, needed: bool
) -> None:
    state = KeyState(True, False, recovery, deferred_at)
    assert state.needs_reminder(10 * DAY) is needed
