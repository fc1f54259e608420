"""Typed looks into JSON that others wrote: whatever is not what it should be is taken for nothing.

How to use it: turn what was decoded into a mapping once, with `mapping(value)`, and ask only these functions
from then on. Each takes the names under which programs have kept the same thing, and answers with the first
that is of the right kind:

    entry = mapping(value)
    text_at(entry, "title", "name")          # "" where there is none; can be stored whatever it held
    id_at(entry, "uuid", "id")               # "" likewise; a number becomes its digits, a novel its hash
    moment_at(entry, "create_time")          # whole microseconds or None; s, ms or an ISO date
    for each in mappings_at(entry, "messages"): ...

`leftover` makes the `raw` of an item out of what has no place in it, bounded in size.
"""

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from app.domain.text_pieces import storable, whole_characters

Values = Mapping[str, Any]

MOST_RAW = 16_000
"""Characters of an item's `raw`. What does not fit stays behind."""

_NOTHING: Values = MappingProxyType({})
_LONGEST_ID = 200
_LAST_SECOND = 32_503_680_000  # the year 3000: what lies beyond is no moment
_LONGEST_MOMENT = 40
# From which magnitude on a number of seconds is one of a smaller unit, the largest first.
_UNITS = ((10**17, 10**9), (10**14, 10**6), (10**11, 10**3))


def mapping(value: object) -> Values:
    return value if isinstance(value, dict) else _NOTHING


def sequence(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else ()


def text(value: object) -> str:
    """Return a text as it can be stored, with plain line ends."""
    return storable(value).replace("\r\n", "\n") if isinstance(value, str) else ""


def number(value: object) -> float | None:
    """Return a finite number. What is true or false is no number."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    with suppress(OverflowError, ValueError):
        if math.isfinite(found := float(value)):
            return found
    return None


def identity(value: object) -> str:
    """Return what something is called: short, and the same every time. "" where it has no name."""
    name = str(value) if type(value) is int and abs(value) < 1 << 63 else text(value)
    if len(name) <= _LONGEST_ID:
        return name
    return sha256(name.encode()).hexdigest()


def moment(value: object) -> int | None:
    """Return a moment as whole microseconds. What lies before 1970 or beyond the year 3000 is none."""
    if isinstance(value, str):
        return _dated(value.strip()) if len(value) <= _LONGEST_MOMENT else None
    seconds = number(value)
    if seconds is None:
        return None
    unit = next((unit for least, unit in _UNITS if seconds >= least), 1)
    if isinstance(value, int):
        return _possible(value * 1_000_000 // unit)
    return _possible(round(seconds / unit * 1_000_000))


def mapping_at(values: Values, *names: str) -> Values:
    for name in names:
        found = values.get(name)
        if isinstance(found, dict) and found:
            return found
    return _NOTHING


def sequence_at(values: Values, *names: str) -> Sequence[Any]:
    for name in names:
        found = values.get(name)
        if isinstance(found, list) and found:
            return found
    return ()


def mappings_at(values: Values, *names: str) -> Iterator[Values]:
    """Yield the mappings of a sequence, and pass over whatever else is in it."""
    return (each for each in sequence_at(values, *names) if isinstance(each, dict))


def texts_at(values: Values, *names: str) -> Iterator[str]:
    """Yield the texts of a sequence that are not empty."""
    return filter(None, map(text, sequence_at(values, *names)))


def text_at(values: Values, *names: str) -> str:
    for name in names:
        found = values.get(name)
        if isinstance(found, str) and found:
            return text(found)
    return ""


def number_at(values: Values, *names: str) -> float | None:
    return next((found for name in names if (found := number(values.get(name))) is not None), None)


def flag_at(values: Values, *names: str) -> bool:
    """Whether any of these is true: a 1 or a "true" is not."""
    return any(values.get(name) is True for name in names)


def id_at(values: Values, *names: str) -> str:
    for name in names:
        if found := identity(values.get(name)):
            return found
    return ""


def moment_at(values: Values, *names: str) -> int | None:
    for name in names:
        found = moment(values.get(name))
        if found is not None:
            return found
    return None


def as_json(value: object) -> str:
    """Return a value as JSON text, or "" for what is none: too deep, not finite, or no value of JSON."""
    with suppress(ValueError, TypeError, RecursionError, OverflowError):
        written = json.dumps(
            value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_plain_number
        )
        return whole_characters(written)
    return ""


def as_text(value: object) -> str:
    """Return a text as it is, and anything else as JSON."""
    return text(value) if isinstance(value, str) else "" if value is None else as_json(value)


def leftover(values: Values, placed: Iterable[str]) -> str | None:
    """Return what `values` hold beside the names that found a `placed`, as JSON, or None for nothing.

    What is empty tells nothing, and what would make the whole too long stays behind.
    """
    known = frozenset(placed)
    kept: list[str] = []
    room = MOST_RAW
    for name, value in values.items():
        if name in known or not value or len(name) > _LONGEST_ID:
            continue
        written = as_json(value) if _is_small(value, room) else ""
        entry = f"{as_json(name)}:{written}"
        if written and len(entry) < room:
            kept.append(entry)
            room -= len(entry) + 1
    return "{" + ",".join(kept) + "}" if kept else None


def _is_small(value: object, most: int) -> bool:
    """Whether a value can be at most so long as JSON. Looks at no more of it than it takes to know."""
    waiting = [value]
    seen = 0
    while waiting and seen <= most:
        each = waiting.pop()
        seen += len(each) if isinstance(each, str | list | dict) else 1
        if seen > most:
            return False
        if isinstance(each, dict):
            waiting.extend(each)
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)
    return seen <= most


def _plain_number(value: object) -> float:
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError


def _dated(written: str) -> int | None:
    with suppress(ValueError, OverflowError):
        date = datetime.fromisoformat(written)
        aware = date if date.tzinfo else date.replace(tzinfo=UTC)
        since = aware - datetime(1970, 1, 1, tzinfo=UTC)
        return _possible((since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds)
    with suppress(ValueError, OverflowError):
        found = float(written)
        return moment(found) if math.isfinite(found) and found >= _UNITS[-1][0] // 1000 else None
    return None


def _possible(microseconds: int) -> int | None:
    return microseconds if 0 < microseconds < _LAST_SECOND * 1_000_000 else None
