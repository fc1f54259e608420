"""The palette's panel: its field leads its list."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.actions import Command
from app.ui.dialogs.palette_model import PaletteModel
from app.ui.dialogs.palette_panel import PalettePanel
from app.ui.dialogs.palette_rows import CommandRow
from app.ui.theme.theme import Theme
from tests.unit.ui.dialogs.test_palette_model import ROWS, model

__all__ = ["model"]


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, model: PaletteModel) -> PalettePanel:
    made = PalettePanel(theme, model)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.begin()
    made.show_rows(ROWS)
    return made


def place(panel: PalettePanel) -> int:
    return panel.list.currentIndex().row()


def test_the_first_row_is_chosen_and_arrows_go_round(qtbot: QtBot, panel: PalettePanel) -> None:
    seen = [place(panel)]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        qtbot.keyClick(panel.field, key)
        seen.append(place(panel))
    assert seen == [0, 1, 0, 3, 0, 3]
    assert panel.field.hasFocus()


def test_enter_takes_the_chosen_row_and_a_click_the_one_it_meets(qtbot: QtBot, panel: PalettePanel) -> None:
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.taken) as taken:
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert taken.args == [ROWS[1]]
    spot = panel.list.visualRect(panel.list.model().index(3)).center()
    with qtbot.waitSignal(panel.taken) as taken:
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert taken.args == [ROWS[3]]


def test_where_nothing_is_listed_enter_does_nothing(qtbot: QtBot, panel: PalettePanel) -> None:
    panel.show_rows([])
    with qtbot.assertNotEmitted(panel.taken):
        qtbot.keyClick(panel.field, Qt.Key.Key_Down)
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)


def test_what_the_person_has_gone_to_stays_chosen_while_rows_come(qtbot: QtBot, panel: PalettePanel) -> None:
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    panel.show_rows([CommandRow(Command.QUIT, "Quit"), *ROWS])
    assert place(panel) == 2
    qtbot.keyClicks(panel.field, "x")
    panel.show_rows(ROWS)
    assert place(panel) == 0


def test_escape_leaves_and_tab_stays(qtbot: QtBot, panel: PalettePanel) -> None:
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    qtbot.keyClick(panel.field, Qt.Key.Key_Tab)
    assert panel.field.hasFocus()


def test_it_is_as_high_as_its_rows_up_to_a_limit(panel: PalettePanel) -> None:
    heights = []
    for count in (0, 1, 2, 9, 50):
        panel.show_rows([CommandRow(Command.QUIT, f"{n}") for n in range(count)])
        heights.append(panel.sizeHint().height())
    assert heights == [49, 101, 137, 389, 389]


def test_field_and_list_have_names(panel: PalettePanel) -> None:
    assert (panel.field.accessibleName(), panel.list.accessibleName()) == ("Find anything", "Results")
