"""Moments as the command line writes them: local time, in digits that sort."""

from app.domain.local_time import on_the_clock


def day(moment: int) -> str:
    return f"{on_the_clock(moment):%Y-%m-%d}"


def minute(moment: int) -> str:
    return f"{on_the_clock(moment):%Y-%m-%d %H:%M}"
