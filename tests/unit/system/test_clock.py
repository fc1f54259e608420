import time

from app.system.clock import now_us


def test_the_time_is_whole_microseconds_since_the_epoch() -> None:
    before = time.time()
    now = now_us()
    assert isinstance(now, int)
    assert before - 0.000_001 <= now / 1_000_000 <= time.time()
