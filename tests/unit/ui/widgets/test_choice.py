"""A button that opens a menu of choices."""

from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.choice import Choice

CHOICES = [(1, "One"), (2, "Two")]


def test_it_says_what_holds_and_marks_it_among_the_others(qtbot: QtBot, theme: Theme) -> None:
    choice = Choice(theme, "How many", CHOICES)
    qtbot.addWidget(choice)
    choice.set_value(2)
    assert (choice.accessibleName(), choice.accessibleDescription()) == ("Two", "How many")
    assert [action.text() for action in choice.menu_of_choices.actions()] == ["One", "Two"]


def test_what_is_picked_is_told_but_not_shown_before_it_holds(qtbot: QtBot, theme: Theme) -> None:
    choice = Choice(theme, "How many", CHOICES)
    qtbot.addWidget(choice)
    choice.set_value(2)
    with qtbot.waitSignal(choice.chosen) as chosen:
        choice.menu_of_choices.actions()[0].trigger()
    assert chosen.args == [1]
    assert choice.accessibleName() == "Two"


def test_a_value_from_elsewhere_is_shown_as_it_is(qtbot: QtBot, theme: Theme) -> None:
    choice = Choice(theme, "How many")
    qtbot.addWidget(choice)
    choice.offer(CHOICES, 7)
    assert choice.accessibleName() == "7"


def test_a_press_opens_the_menu(qtbot: QtBot, theme: Theme) -> None:
    choice = Choice(theme, "How many", CHOICES)
    qtbot.addWidget(choice)
    choice.set_value(1)
    choice.show()
    choice.click()
    assert choice.menu_of_choices.isVisible()
    choice.menu_of_choices.hide()
