"""What was spent in words and numbers: short in a picture, whole in a table."""

from datetime import date

from app.domain.reckoning import Stretch, Yardstick, amount
from app.domain.statistics import Spent
from app.ui import measures
from app.ui.translation import tr
from app.ui.when import short_month

_SMALL_COST = 0.01


def yardstick(by: Yardstick) -> str:
    match by:
        case Yardstick.TOKENS:
            return tr("Tokens")
        case Yardstick.ANSWERS:
            return tr("Answers")
        case Yardstick.COST:
            return tr("Cost")


def short(spent: Spent, by: Yardstick) -> str:
    """Return how much that is, with a sign where some of it is only estimated."""
    known, estimated = amount(spent, by)
    if by is Yardstick.COST:
        return dollars(spent.cost)
    sign = "≈ " if estimated else ""
    return sign + measures.rounded(round(known + estimated))


def dollars(cost: int | None) -> str:
    """Return a cost in millionths of a dollar as a person reads it."""
    if cost is None:
        return tr("unknown")
    whole = cost / 1_000_000
    return f"${whole:.2f}" if not 0 < whole < _SMALL_COST else f"${whole:.4f}"


def spoken(spent: Spent, by: Yardstick) -> str:
    """Return how much that is in a few words."""
    known, estimated = amount(spent, by)
    match by:
        case Yardstick.COST:
            return dollars(spent.cost)
        case Yardstick.ANSWERS:
            return tr("1 answer") if known == 1 else tr("{count} answers").format(count=whole(known))
        case Yardstick.TOKENS:
            told = tr("{count} tokens").format(count=whole(known + estimated))
            about = tr("{told}, {count} of them estimated").format(told=told, count=whole(estimated))
            return about if estimated else told


def whole(count: float) -> str:
    """Return a number with all its figures, in groups of three."""
    return f"{round(count):,}".replace(",", "\u202f")


def day(when: date) -> str:
    return tr("{day} {month}").format(day=when.day, month=short_month(when))


def stretch_label(stretch: Stretch) -> str:
    """Return what stands under a bar."""
    is_month = (stretch.last - stretch.first).days > 7
    return f"{short_month(stretch.first)} {stretch.first.year}" if is_month else day(stretch.first)


def stretch_name(stretch: Stretch) -> str:
    """Return which days a bar is of."""
    if stretch.first == stretch.last:
        return f"{day(stretch.first)} {stretch.first.year}"
    return tr("{first} to {last}").format(
        first=day(stretch.first), last=f"{day(stretch.last)} {stretch.last.year}"
    )
