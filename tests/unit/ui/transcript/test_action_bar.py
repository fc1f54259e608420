import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.transcript.action_bar import BAR_FACE, ActionBar
from app.ui.transcript.deeds import Deed

DEEDS = (Deed.COPY, Deed.BRANCH, Deed.AGAIN, Deed.PIN)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(theme: Theme, ground: QWidget) -> ActionBar:
    return ActionBar(theme, ground)


def names(bar: ActionBar) -> list[str]:
    return [button.accessibleName() for button in bar.row]


def test_the_buttons_stand_at_the_end_of_the_row(bar: ActionBar) -> None:
    bar.lay_out(DEEDS, QRect(100, 20, 400, 16), anew=True)
    assert names(bar) == ["Copy", "Branch", "Again", "Pin", "More"]
    assert (bar.geometry().right(), bar.height(), bar.geometry().center().y()) == (499, BAR_FACE.height, 27)


def test_what_has_no_room_is_left_to_the_menu(bar: ActionBar) -> None:
    bar.lay_out(DEEDS, QRect(0, 0, 130, 16), anew=True)
    assert names(bar) == ["Copy", "More"]
    bar.lay_out(DEEDS, QRect(0, 0, 10, 16), anew=False)
    assert names(bar) == ["More"]


def test_it_is_mirrored_where_writing_runs_leftward(bar: ActionBar) -> None:
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bar.lay_out(DEEDS, QRect(100, 20, 400, 16), anew=True)
    assert bar.geometry().left() == 100
    assert bar.button_of(Deed.COPY).x() > bar.button_of(Deed.PIN).x() > bar.more.x()


def test_it_fades_in_and_then_stays_crisp(qtbot: QtBot, bar: ActionBar) -> None:
    bar.lay_out(DEEDS, QRect(0, 20, 400, 16), anew=True)
    assert bar.graphicsEffect().isEnabled()
    qtbot.waitUntil(lambda: not bar.graphicsEffect().isEnabled())
    bar.lay_out(DEEDS, QRect(0, 30, 400, 16), anew=False)
    assert not bar.graphicsEffect().isEnabled()


def test_a_button_is_pressed_by_click_and_by_enter(qtbot: QtBot, bar: ActionBar) -> None:
    bar.lay_out(DEEDS, QRect(0, 20, 400, 16), anew=True)
    with qtbot.waitSignal(bar.wanted) as chosen:
        qtbot.mouseClick(bar.button_of(Deed.AGAIN), LEFT)
    assert chosen.args == [Deed.AGAIN]
    bar.focus()
    qtbot.keyClick(bar.button_of(Deed.COPY), Qt.Key.Key_Right)
    assert bar.button_of(Deed.BRANCH).hasFocus()
    with qtbot.waitSignal(bar.wanted) as chosen:
        qtbot.keyClick(bar.button_of(Deed.BRANCH), Qt.Key.Key_Return)
    assert chosen.args == [Deed.BRANCH]


def test_escape_leads_out_of_it(qtbot: QtBot, bar: ActionBar) -> None:
    bar.lay_out(DEEDS, QRect(0, 20, 400, 16), anew=True)
    bar.focus()
    assert bar.has_focus
    with qtbot.waitSignal(bar.given_up):
        qtbot.keyClick(bar.button_of(Deed.COPY), Qt.Key.Key_Escape)
    with qtbot.waitSignal(bar.left):
        bar.button_of(Deed.COPY).clearFocus()


def test_the_focus_stays_at_its_place_when_a_button_becomes_another(bar: ActionBar) -> None:
    free = QRect(0, 20, 400, 16)
    bar.lay_out(DEEDS, free, anew=True)
    bar.button_of(Deed.PIN).setFocus(Qt.FocusReason.TabFocusReason)
    bar.lay_out((Deed.COPY, Deed.BRANCH, Deed.AGAIN, Deed.UNPIN), free, anew=False)
    assert bar.button_of(Deed.UNPIN).hasFocus()
