import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.ui.panels.report_page import ReportPage
from app.ui.theme.theme import Theme
from app.ui.wording import Words

WORDS = Words("What could be read is rescued", "Read: 1 message.\nNothing is missing.", "Open it.")


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> ReportPage:
    made = ReportPage(theme)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_it_tells_what_came_of_it(page: ReportPage) -> None:
    page.tell(WORDS, "Open", "Not now")
    shown = [page.title.text(), page.explanation.text(), page.next_step.text()]
    assert shown == [WORDS.title, WORDS.explanation, WORDS.next_step]
    seen = QAccessible.queryAccessibleInterface(page)
    assert seen.text(QAccessible.Text.Name) == WORDS.title


@pytest.mark.parametrize(("name", "goes_on"), [("next_button", True), ("leave_button", False)])
def test_one_decides_once(qtbot: QtBot, page: ReportPage, name: str, *, goes_on: bool) -> None:
    page.tell(WORDS, "Open", "Not now")
    button = getattr(page, name)
    with qtbot.waitSignal(page.decided) as decided:
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert decided.args == [goes_on]
    assert not page.next_button.isEnabled()
    assert not page.leave_button.isEnabled()


def test_where_there_is_no_way_back_none_is_offered(page: ReportPage) -> None:
    page.tell(WORDS, "Open")
    assert not page.leave_button.isVisible()
    assert page.next_button.hasFocus()
