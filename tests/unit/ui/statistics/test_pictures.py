"""What was spent, drawn."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.reckoning import Yardstick
from app.domain.statistics import Spent, Statistics
from app.ui.statistics.pictures import Pictures
from app.ui.statistics.reckoned import Reckoned
from app.ui.theme.theme import Theme
from app.ui.widgets.share_row import ShareRow

FIRST, LAST = date(2026, 11, 18), date(2026, 11, 20)
MANY, FEW = Spent(9, 900, 90), Spent(1, 100, 10)
SPENT = Statistics(MANY, {"large": MANY, "small": FEW}, {LAST: MANY}, {9: MANY}, {None: FEW})


@pytest.fixture
def pictures(qtbot: QtBot, theme: Theme) -> Pictures:
    made = Pictures(theme)
    qtbot.addWidget(made)
    made.resize(600, 700)
    made.show()
    made.show_spent(Reckoned(FIRST, LAST, SPENT, 7, {}), Yardstick.TOKENS)
    return made


def shares(pictures: Pictures) -> list[str]:
    return [row.text() for row in pictures.findChildren(ShareRow) if not row.isHidden()]


def test_the_largest_come_first_in_words_that_can_be_read(pictures: Pictures) -> None:
    assert shares(pictures) == ["large: 990", "small: 110", "Since deleted: 110"]


def test_a_day_is_told_while_it_is_looked_at(qtbot: QtBot, pictures: Pictures) -> None:
    pictures.by_day.setFocus()
    qtbot.keyClick(pictures.by_day, Qt.Key.Key_End)
    assert pictures.looked_at[pictures.by_day].text() == "20 Nov 2026: 990 tokens"


def test_another_measure_draws_anew(qtbot: QtBot, pictures: Pictures) -> None:
    pictures.show_spent(Reckoned(FIRST, LAST, SPENT, 7, {}), Yardstick.ANSWERS)
    qtbot.waitUntil(lambda: shares(pictures) == ["large: 9", "small: 1", "Since deleted: 1"])


def test_where_nothing_was_spent_it_says_so(qtbot: QtBot, pictures: Pictures) -> None:
    pictures.show_spent(Reckoned(FIRST, LAST, Statistics(Spent(), {}, {}, {}, {}), 0, {}), Yardstick.TOKENS)
    qtbot.waitUntil(lambda: shares(pictures) == [])
    assert pictures.models.itemAt(0).widget().text() == "Nothing in this time."
