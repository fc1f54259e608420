import time

from app.system.clock import now_ms


def test_the_time_is_whole_milliseconds_since_the_epoch() -> None:
    before = time.time()
    now = now_ms()
    assert isinstance(now, int)
    assert before - 0.001 <= now / 1000 <= time.time()
