"""What was spent, made ready to be looked at: by one measure, in stretches of days that can be drawn."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import takewhile

from app.domain.statistics import Spent

_MOST_DAYS, _MOST_WEEKS = 62, 106  # more cannot be told apart in a picture
_WEEK = 7
_MICRO = 1_000_000


class Yardstick(StrEnum):
    TOKENS = "tokens"
    ANSWERS = "answers"
    COST = "cost"


@dataclass(frozen=True, slots=True)
class Stretch:
    """What was spent from one day to another, both included."""

    first: date
    last: date
    spent: Spent


def amount(spent: Spent, by: Yardstick) -> tuple[float, float]:
    """Return how much that is: what is known, and what we only estimate. Cost is in dollars."""
    match by:
        case Yardstick.TOKENS:
            known = spent.input_tokens + spent.output_tokens
            return known, spent.estimated_input_tokens + spent.estimated_output_tokens
        case Yardstick.ANSWERS:
            return spent.requests, 0
        case Yardstick.COST:
            return (spent.cost or 0) / _MICRO, 0


def stretches(by_day: Mapping[date, Spent], first: date, last: date) -> list[Stretch]:
    """Return every day of a span or, of a long one, its weeks or months. Nothing spent is told as well."""
    made: list[Stretch] = []
    days = (last - first).days + 1
    at = first
    while at <= last:
        end = min(last, _end(at, days))
        inside = (by_day[day] for day in _days(at, end) if day in by_day)
        made.append(Stretch(at, end, sum(inside, Spent())))
        at = end + timedelta(days=1)
    return made


def beginning(by_day: Mapping[date, Spent], first: date, last: date) -> date:
    """Return the first day on which anything was spent: what lies before it is not worth drawing."""
    spent = [day for day in by_day if first <= day <= last]
    return min(spent, default=last)


def largest(parts: Mapping[str, Spent], by: Yardstick, most: int) -> list[tuple[str, Spent]]:
    """Return the parts that weigh the most, the largest first, without those that weigh nothing."""
    ordered = sorted(parts.items(), key=lambda part: -sum(amount(part[1], by)))
    return list(takewhile(lambda part: sum(amount(part[1], by)) > 0, ordered))[:most]


def _end(first: date, days: int) -> date:
    if days <= _MOST_DAYS:
        return first
    if days <= _MOST_WEEKS * _WEEK:
        return first + timedelta(days=_WEEK - 1 - first.weekday())
    next_month = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
    return next_month - timedelta(days=1)


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
