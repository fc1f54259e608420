"""Sizes and spans of time in words, as exact as somebody who decides by them needs them."""

from math import ceil

from app.ui.translation import tr

_KIB, _MIB, _GIB = 1 << 10, 1 << 20, 1 << 30
_WORTH_SAYING_SECONDS = 5
_MINUTE, _HOUR = 60, 3600
_MILLION = 1_000_000
_TEN = 9.95  # from which on a share is written without a fraction


def size(count: int) -> str:
    """Return a number of bytes, such as 21.0 MiB."""
    if count < _MIB:
        return f"{max(1, count // _KIB)} KiB"
    return f"{count / _MIB:.1f} MiB" if count < _GIB else f"{count / _GIB:.1f} GiB"


def about(seconds: float | None) -> str:
    """Return how long something will take, such as "about 2 minutes"; nothing where nobody need wait."""
    if seconds is None or seconds < _WORTH_SAYING_SECONDS:
        return ""
    if seconds < _MINUTE:
        return tr("about {count} seconds").format(count=ceil(seconds / 10) * 10)
    if seconds < _HOUR:
        minutes = round(seconds / _MINUTE)
        return tr("about 1 minute") if minutes == 1 else tr("about {count} minutes").format(count=minutes)
    hours = round(seconds / _HOUR)
    return tr("about 1 hour") if hours == 1 else tr("about {count} hours").format(count=hours)


def grouped(count: int) -> str:
    """Return a number in groups of three digits."""
    return f"{count:,}".replace(",", " ")


def counted(count: int, thing: str) -> str:
    """Return a number with its thing, such as "1 minute" or "2 minutes"."""
    return f"{count} {thing}" if count == 1 else f"{count:,} {thing}s".replace(",", " ")


def rounded(count: int) -> str:
    """Return a large number as short as one reads it at a glance, such as 940, 4.8 k, 48 k or 1.2 M."""
    if count < 1_000:
        return str(count)
    unit, sign = (1_000, "k") if count < _MILLION - 500 else (_MILLION, "M")
    share = count / unit
    digits = 0 if share >= _TEN or count % unit == 0 else 1
    return f"{share:.{digits}f}\N{NO-BREAK SPACE}{sign}"
