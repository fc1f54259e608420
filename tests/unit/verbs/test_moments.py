import time
from collections.abc import Iterator

import pytest

from app.verbs.moments import day, minute

MOMENT = 1_699_999_200_000_000  # 14 November 2023, 22:00 in UTC


@pytest.fixture(autouse=True)
def in_tokyo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_moments_are_told_in_local_time() -> None:
    assert day(MOMENT) == "2023-11-15"
    assert minute(MOMENT) == "2023-11-15 07:00"
