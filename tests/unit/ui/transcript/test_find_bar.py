import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.transcript.find_bar import FindBar

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> FindBar:
    made = FindBar(theme)
    qtbot.addWidget(made)
    made.resize(900, 44)
    made.show()
    return made


def test_what_is_typed_is_told(qtbot: QtBot, bar: FindBar) -> None:
    typed: list[str] = []
    bar.typed.connect(typed.append)
    qtbot.keyClicks(bar.field, "ab")
    assert typed == ["a", "ab"]


@pytest.mark.parametrize(("modifier", "by"), [(Qt.KeyboardModifier.NoModifier, 1), (SHIFT, -1)])
def test_enter_goes_on_and_back(qtbot: QtBot, bar: FindBar, modifier: Qt.KeyboardModifier, by: int) -> None:
    with qtbot.waitSignal(bar.step_wanted) as wanted:
        qtbot.keyClick(bar.field, Qt.Key.Key_Return, modifier)
    assert wanted.args == [by]


def test_buttons_do_the_same_once_there_is_something(qtbot: QtBot, bar: FindBar) -> None:
    assert not bar.next_button.isEnabled()
    bar.say("3 of 17", found=True)
    assert bar.count.accessibleName() == "3 of 17"
    for button, by in ((bar.next_button, 1), (bar.previous_button, -1)):
        with qtbot.waitSignal(bar.step_wanted) as wanted:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert wanted.args == [by]


def test_it_is_closed_by_escape_and_by_its_button(qtbot: QtBot, bar: FindBar) -> None:
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    with qtbot.waitSignal(bar.closed):
        qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
