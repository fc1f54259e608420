"""Moments as the command line writes them: local time, in digits that sort."""

from datetime import UTC, datetime


def day(moment: int) -> str:
    return f"{_local(moment):%Y-%m-%d}"


def minute(moment: int) -> str:
    return f"{_local(moment):%Y-%m-%d %H:%M}"


def _local(moment: int) -> datetime:
    return datetime.fromtimestamp(moment / 1_000_000, UTC).astimezone()
