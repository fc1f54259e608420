"""All that pictures and table are made of."""

from datetime import date

from app.domain.ids import ConversationId
from app.domain.statistics import Spent, Statistics
from app.ui.statistics.reckoned import Reckoned, hour_name

DAY = date(2026, 11, 20)
ONE = Spent(1, 10, 2)
TALKS = {ConversationId("a"): ONE, ConversationId("b"): ONE, ConversationId("c"): ONE, None: ONE}
TITLES = {ConversationId("a"): "Tax", ConversationId("b"): "Tax"}


def test_it_has_a_line_for_whatever_was_spent_on() -> None:
    statistics = Statistics(ONE, {"m": ONE}, {DAY: ONE}, {9: ONE}, TALKS)
    reckoned = Reckoned(date(2026, 11, 18), DAY, statistics, 7, TITLES)
    assert [(kind, name) for kind, name, _ in reckoned.lines()] == [
        ("All", "18 Nov to 20 Nov 2026"),
        ("Day", "20 Nov 2026"),
        ("Hour", "09:00"),
        ("Model", "m"),
        ("Conversation", "Since deleted"),
        ("Conversation", "Tax"),
        ("Conversation", "Without a title"),
    ]
    assert reckoned.conversations["Tax"] == Spent(2, 20, 4)
    assert len(reckoned.days) == 3


def test_hours_are_told_as_a_clock_does() -> None:
    assert [hour_name(hour) for hour in (0, 17)] == ["00:00", "17:00"]
