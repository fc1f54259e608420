"""Where the rows are or, while something is looked for, what was found."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.sidebar.search_place import SearchPlace
from app.ui.theme.theme import Theme
from tests.fakes.scripted_searching import hit


@pytest.fixture
def place(qtbot: QtBot, theme: Theme) -> Iterator[SearchPlace]:
    around = QWidget()
    made = SearchPlace(theme, QListWidget())
    column = QVBoxLayout(around)
    column.addWidget(made.field)
    column.addWidget(made)
    qtbot.addWidget(around)
    around.resize(272, 600)
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    yield made
    around.close()


@pytest.fixture
def found(qtbot: QtBot, place: SearchPlace) -> SearchPlace:
    """Two messages were found."""
    place.begin()
    qtbot.keyClicks(place.field.line, "glaze")
    place.page.model.add([hit("Pots", "glaze 1"), hit("Pots", "glaze 2")], is_first=True)
    return place


def test_results_take_the_place_of_the_rows_while_something_is_typed(place: SearchPlace) -> None:
    wanted: list[str] = []
    place.wanted.connect(wanted.append)
    for text in ("g", "gl", " ", ""):
        place.field.set_text(text)
        assert (place.currentWidget() is place.page) == bool(text.strip())
    assert wanted == ["g", "gl", "", ""]


def test_to_begin_goes_to_the_field_and_chooses_what_stands_there(qtbot: QtBot, found: SearchPlace) -> None:
    with qtbot.waitSignal(found.begun):
        found.begin()
    assert (found.field.line.hasFocus(), found.field.line.selectedText()) == (True, "glaze")
    found.begin("ware")
    assert found.field.text == "ware"


def test_down_goes_to_the_results_and_up_comes_back(qtbot: QtBot, found: SearchPlace) -> None:
    qtbot.keyClick(found.field.line, Qt.Key.Key_Down)
    assert found.page.list.hasFocus()
    qtbot.keyClick(found.page.list, Qt.Key.Key_Up)
    assert found.field.line.hasFocus()
    assert not found.field.line.selectedText()


def test_down_where_nothing_is_looked_for_goes_to_the_rows(qtbot: QtBot, place: SearchPlace) -> None:
    place.begin()
    with qtbot.waitSignal(place.ended):
        qtbot.keyClick(place.field.line, Qt.Key.Key_Down)


def test_enter_in_the_field_takes_the_first(qtbot: QtBot, found: SearchPlace) -> None:
    with qtbot.waitSignal(found.target_chosen) as chosen:
        qtbot.keyClick(found.field.line, Qt.Key.Key_Return)
    assert chosen.args == ["Pots", "glaze 1"]


@pytest.mark.parametrize("in_results", [False, True])
def test_escape_leaves_the_search_for_the_rows(qtbot: QtBot, found: SearchPlace, in_results: bool) -> None:
    if in_results:
        found.page.list.begin()
    with qtbot.waitSignal(found.ended):
        qtbot.keyClick(found.page.list if in_results else found.field.line, Qt.Key.Key_Escape)
    assert (found.field.text, found.currentWidget() is found.page) == ("", False)
    assert found.page.model.rowCount() == 0


def test_what_is_typed_over_the_results_goes_on_in_the_field(qtbot: QtBot, found: SearchPlace) -> None:
    found.page.list.begin()
    qtbot.keyClicks(found.page.list, "d")
    assert (found.field.text, found.field.line.hasFocus()) == ("glazed", True)


def test_a_hint_narrows_what_was_typed(qtbot: QtBot, found: SearchPlace) -> None:
    qtbot.keyClicks(found.field.line, " is:")
    found.page.hints.buttons[0].click()
    assert (found.field.text, found.field.line.hasFocus()) == ("glaze is:pinned ", True)


def test_another_order_is_another_search(qtbot: QtBot, found: SearchPlace) -> None:
    with qtbot.waitSignal(found.wanted) as wanted:
        found.page.order_button.click()
    assert wanted.args == ["glaze"]
