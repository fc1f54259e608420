"""The time, as whole milliseconds, which is how the archive keeps it."""

import time


def now_ms() -> int:
    return time.time_ns() // 1_000_000
