import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.ui.dialogs.hours_choice import HoursChoice, span
from app.ui.theme.theme import Theme


def choice(qtbot: QtBot, theme: Theme, *, offers_general: bool) -> HoursChoice:
    made = HoursChoice(theme, offers_general=offers_general)
    qtbot.addWidget(made)
    made.show()
    return made


def offered(made: HoursChoice) -> list[str]:
    return [action.text() for action in made.menu_of_hours.actions()]


@pytest.mark.parametrize(
    ("hours", "said"),
    [(24, "24 hours"), (36, "36 hours"), (168, "7 days"), (2160, "90 days"), (8760, "1 year")],
)
def test_a_span_is_said_as_a_person_says_it(hours: int, said: str) -> None:
    assert span(hours) == said


def test_it_says_what_holds_to_everybody(qtbot: QtBot, theme: Theme) -> None:
    made = choice(qtbot, theme, offers_general=False)
    assert made.text() == "Never"
    made.set_hours(720, 720)
    assert QAccessible.queryAccessibleInterface(made).text(QAccessible.Text.Name) == "After 30 days"
    assert offered(made)[0] == "Never"
    assert offered(made)[-1] == "After 1 year"


def test_what_holds_in_general_is_offered_to_one_alone(qtbot: QtBot, theme: Theme) -> None:
    made = choice(qtbot, theme, offers_general=True)
    made.set_hours(None, 24)
    assert (made.text(), offered(made)[0]) == ("As for all: 24 hours", "As for all: 24 hours")
    made.set_hours(0, 0)
    assert (made.text(), offered(made)[:2]) == ("Never", ["As for all: never", "Never"])


def test_a_number_from_elsewhere_is_offered_too(qtbot: QtBot, theme: Theme) -> None:
    made = choice(qtbot, theme, offers_general=False)
    made.set_hours(36, 36)
    assert offered(made)[1:4] == ["After 24 hours", "After 36 hours", "After 7 days"]


def test_a_choice_is_asked_for_and_shown_only_once_it_holds(qtbot: QtBot, theme: Theme) -> None:
    made = choice(qtbot, theme, offers_general=False)
    made.click()
    qtbot.waitUntil(made.menu_of_hours.isVisible)
    with qtbot.waitSignal(made.chosen) as chosen:
        qtbot.keyClick(made.menu_of_hours, Qt.Key.Key_Down)
        qtbot.keyClick(made.menu_of_hours, Qt.Key.Key_Down)
        qtbot.keyClick(made.menu_of_hours, Qt.Key.Key_Return)
    assert (chosen.args, made.text()) == ([24], "Never")
