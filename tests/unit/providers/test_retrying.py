import pytest

from app.domain.errors import (
    AppError,
    CredentialsRejected,
    ProviderBroken,
    ProviderBusy,
    ProviderUnreachable,
    RateLimited,
    ReplyInterrupted,
)
from app.providers.retrying import wait_before_retry


@pytest.mark.parametrize("kind", [RateLimited, ProviderBusy])
def test_a_busy_service_is_asked_again_a_few_times_ever_later(kind: type[RateLimited]) -> None:
    assert [wait_before_retry(attempt, kind("busy")) for attempt in range(1, 6)] == [1, 2, 4, None, None]


@pytest.mark.parametrize(
    ("said", "wait"), [(0.0, 1.0), (3.5, 3.5), (120.0, 120.0), (121.0, None), (3600, None)]
)
def test_what_the_service_says_counts_within_reason(said: float, wait: float | None) -> None:
    assert wait_before_retry(1, RateLimited("busy", said)) == wait


def test_nobody_is_left_waiting_longer_than_two_minutes_altogether() -> None:
    assert wait_before_retry(2, RateLimited("busy", 60.0), waited=60.0) == 60.0
    assert wait_before_retry(2, RateLimited("busy", 60.0), waited=60.5) is None


@pytest.mark.parametrize("kind", [CredentialsRejected, ProviderBroken, ProviderUnreachable, ReplyInterrupted])
def test_nothing_else_is_tried_again_by_itself(kind: type[AppError]) -> None:
    assert wait_before_retry(1, kind("no")) is None
