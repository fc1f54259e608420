"""Has Spending's face: what a test or a picture says was spent."""

import random
from collections.abc import Iterable
from datetime import date, timedelta

from app.domain.ids import ConversationId
from app.domain.statistics import Spent, Statistics

TODAY = date(2026, 11, 20)
_TITLES = ("Celadon glaze and firing curve", "Rename a git branch safely", "Sourdough at 68 % hydration")


class ScriptedSpending:
    """Says the same at every run. `seldom` leaves out days, as people do."""

    def __init__(self) -> None:
        self.today = TODAY
        self.is_empty = False
        self.asked: list[tuple[date, date]] = []

    async def between(self, first: date, last: date) -> Statistics:
        self.asked.append((first, last))
        if self.is_empty:
            return Statistics(Spent(), {}, {}, {}, {})
        chance = random.Random(5)  # noqa: S311
        days = {TODAY - timedelta(days=number): _some(chance) for number in range(0, 300, 2)}
        by_day = {day: spent for day, spent in days.items() if first <= day <= last}
        total = sum(by_day.values(), Spent())
        hours = {hour: _some(chance) for hour in (8, 9, 10, 11, 14, 15, 16, 20, 21)}
        models = {"gpt-5": _some(chance, 9), "llama-3.3-70b-instruct": _some(chance, 4), "practice": Spent(3)}
        talks = {ConversationId(str(number)): _some(chance, 5 - number) for number in range(4)}
        return Statistics(total, models, dict(sorted(by_day.items())), hours, {**talks, None: _some(chance)})

    async def messages(self, _first: date, _last: date) -> int:
        return 0 if self.is_empty else 12_408

    async def titles(self, conversations: Iterable[ConversationId]) -> dict[ConversationId, str]:
        return {each: _TITLES[int(each)] for each in conversations if int(each) < len(_TITLES)}


def _some(chance: random.Random, weight: int = 1) -> Spent:
    into, out = chance.randint(2_000, 30_000) * weight, chance.randint(300, 5_000) * weight
    return Spent(chance.randint(1, 14) * weight, into, out, into // 6, out // 9, into * 2 + out * 8)
