"""`sotto stats`: what has been asked, and what it took, added up in several ways."""

from argparse import Namespace
from collections.abc import Mapping
from datetime import date
from typing import Any

from app.chat.spending import Spending
from app.domain.ids import ConversationId
from app.domain.statistics import Spent, Statistics
from app.system.clock import now_us
from app.system.profile import Profile
from app.verbs.opened import opened_profile
from app.verbs.output import single_line
from app.verbs.told import Told

_FIRST, _LAST = date.min, date.max
_MILLION = 1_000_000


async def stats(options: Namespace, profile: Profile) -> Told:
    first, last = options.first or _FIRST, options.last or _LAST
    async with opened_profile(profile, options.answer, "sotto stats") as opened:
        spending = Spending(opened.archive, now_us)
        spent = await spending.between(first, last)
        gone = [each for each in spent.by_conversation if each is not None]
        titles = await spending.titles(gone) if options.by == "conversation" else {}
    parts = _parts(spent, options.by)
    names = {key: _name(key, titles) for key in parts}
    lines = [_line(names[key], part) for key, part in parts.items()]
    rows = [{options.by: key, **_titled(key, titles), **_values(part)} for key, part in parts.items()]
    return Told([*lines, _line("all", spent.total)], {"total": _values(spent.total), "by": rows})


def _parts(spent: Statistics, by: str) -> Mapping[Any, Spent]:
    match by:
        case "day":
            return {day.isoformat(): part for day, part in spent.by_day.items()}
        case "hour":
            return spent.by_hour
        case "conversation":
            return spent.by_conversation
    return dict(sorted(spent.by_model.items(), key=lambda each: (-_tokens(each[1]), each[0])))


def _name(key: object, titles: Mapping[ConversationId, str]) -> str:
    match key:
        case None:
            return "conversations that are gone"
        case int():
            return f"{key:02}:00"
    found = titles.get(ConversationId(str(key)))
    return f"{key}  {single_line(found)}" if found else single_line(str(key))


def _titled(key: object, titles: Mapping[ConversationId, str]) -> dict[str, str | None]:
    return {"title": titles.get(ConversationId(str(key)))} if titles else {}


def _line(name: str, part: Spent) -> str:
    about = "~" if part.estimated_input_tokens or part.estimated_output_tokens else ""
    tokens_in = part.input_tokens + part.estimated_input_tokens
    tokens_out = part.output_tokens + part.estimated_output_tokens
    cost = "" if part.cost is None else f"  ${part.cost / _MILLION:.4f}"
    return (
        f"{part.requests:>7} requests  {about}{tokens_in:>10} in  {about}{tokens_out:>10} out{cost}  {name}"
    )


def _tokens(part: Spent) -> int:
    return part.input_tokens + part.output_tokens + part.estimated_input_tokens + part.estimated_output_tokens


def _values(part: Spent) -> dict[str, int | None]:
    return {
        "requests": part.requests,
        "input_tokens": part.input_tokens,
        "output_tokens": part.output_tokens,
        "estimated_input_tokens": part.estimated_input_tokens,
        "estimated_output_tokens": part.estimated_output_tokens,
        "cost_in_millionths": part.cost,
    }
