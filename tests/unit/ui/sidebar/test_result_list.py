"""The list of what was found, gone through by key."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.title_match import sought
from app.ui.sidebar.result_list import ResultList
from app.ui.sidebar.result_model import ResultModel
from app.ui.theme.theme import Theme
from tests.fakes.scripted_searching import hit
from tests.unit.ui.sidebar.listed import conversation

TITLE, FIRST, MORE = 1, 3, 6


@pytest.fixture
def results(qtbot: QtBot, theme: Theme) -> ResultList:
    model = ResultModel()
    model.set_titles([conversation("Glaze")], 1, sought("gla"))
    model.add([hit("Pots", f"glaze {n}") for n in range(5)], is_first=True)
    made = ResultList(theme, model)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(256, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def choose(results: ResultList, row: int) -> None:
    results.setCurrentIndex(results.model().index(row))


def test_it_begins_at_the_first_row_that_leads_somewhere(results: ResultList) -> None:
    results.begin()
    assert (results.hasFocus(), results.currentIndex().row()) == (True, TITLE)


def test_keys_step_over_headings(qtbot: QtBot, results: ResultList) -> None:
    results.begin()
    qtbot.keyClick(results, Qt.Key.Key_Down)
    assert results.currentIndex().row() == FIRST


@pytest.mark.parametrize(("row", "target"), [(TITLE, ["Glaze", None]), (FIRST, ["Pots", "glaze 0"])])
def test_enter_and_a_click_lead_there(qtbot: QtBot, results: ResultList, row: int, target: list) -> None:
    choose(results, row)
    with qtbot.waitSignal(results.target_chosen) as chosen:
        qtbot.keyClick(results, Qt.Key.Key_Return)
    assert chosen.args == target
    place = results.visualRect(results.model().index(row)).center()
    with qtbot.waitSignal(results.target_chosen) as chosen:
        qtbot.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == target


def test_what_is_not_listed_comes_in_its_place_and_is_chosen(qtbot: QtBot, results: ResultList) -> None:
    choose(results, MORE)
    qtbot.keyClick(results, Qt.Key.Key_Return)
    assert results.model().rowCount() == 8
    assert results.currentIndex().row() == MORE
    assert results.currentIndex().data().endswith("glaze 3")


def test_up_from_the_first_row_goes_back(qtbot: QtBot, results: ResultList) -> None:
    results.begin()
    with qtbot.waitSignal(results.left):
        qtbot.keyClick(results, Qt.Key.Key_Up)
    choose(results, FIRST)
    with qtbot.assertNotEmitted(results.left):
        qtbot.keyClick(results, Qt.Key.Key_Up)


def test_what_is_typed_over_it_belongs_into_the_field(qtbot: QtBot, results: ResultList) -> None:
    results.begin()
    with qtbot.waitSignal(results.typed) as typed:
        qtbot.keyClicks(results, "x")
    assert typed.args == ["x"]


def test_near_to_its_end_it_asks_for_more(qtbot: QtBot, results: ResultList) -> None:
    model = results.model()
    model.add([hit(f"{n}", f"{n}") for n in range(50)], is_first=True)
    qtbot.waitUntil(lambda: results.verticalScrollBar().maximum() > 1000)
    with qtbot.assertNotEmitted(results.more_wanted):
        results.look_for_end()
    with qtbot.waitSignal(results.more_wanted):
        results.scrollToBottom()


def test_it_goes_on_where_one_was_until_something_else_is_looked_for(results: ResultList) -> None:
    choose(results, FIRST)
    results.begin()
    assert results.currentIndex().row() == FIRST
    results.forget()
    results.begin()
    assert results.currentIndex().row() == TITLE
