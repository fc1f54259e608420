"""The page for when the history cannot be opened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.domain.errors import KeyringLocked, SecretMissing, StoreDamaged
from app.domain.remedy import Remedy
from app.ui.panels.problem_page import ProblemPage
from app.ui.theme.theme import Theme
from app.ui.wording import words_for

LOCKED = words_for(KeyringLocked("Locked.").fault)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> ProblemPage:
    made = ProblemPage(theme)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.say(LOCKED)
    return made


def test_it_says_what_happened_and_what_to_do(page: ProblemPage) -> None:
    shown = [page.title.text(), page.explanation.text(), page.next_step.text()]
    assert shown == [LOCKED.title, LOCKED.explanation, LOCKED.next_step]
    seen = QAccessible.queryAccessibleInterface(page)
    assert seen.text(QAccessible.Text.Name) == LOCKED.title


def test_retry_has_the_focus_and_works_by_key(qtbot: QtBot, page: ProblemPage) -> None:
    assert page.retry_button.hasFocus()
    with qtbot.waitSignal(page.retry_wanted):
        qtbot.keyClick(page.retry_button, Qt.Key.Key_Space)


def test_while_it_is_tried_again_nobody_can_ask_twice(page: ProblemPage) -> None:
    page.retry_button.click()
    assert not page.retry_button.isEnabled()
    page.say(words_for(SecretMissing("Gone.").fault))
    assert page.retry_button.isEnabled()
    assert page.title.text() == "The key is missing"


def test_quit_is_the_other_way_out(qtbot: QtBot, page: ProblemPage) -> None:
    with qtbot.waitSignal(page.quit_wanted):
        qtbot.mouseClick(page.quit_button, Qt.MouseButton.LeftButton)


def test_what_may_help_is_offered_in_the_order_of_least_loss(qtbot: QtBot, page: ProblemPage) -> None:
    assert not any(button.isVisible() for button in page.remedy_buttons.values())
    page.say(words_for(StoreDamaged("Damaged.").fault), (Remedy.RESTORE, Remedy.RESCUE))
    assert page.retry_button.hasFocus()
    seen = []
    for _ in range(3):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        seen.append(page.focusWidget())
    assert seen == [
        page.quit_button,
        page.remedy_buttons[Remedy.RESTORE],
        page.remedy_buttons[Remedy.RESCUE],
    ]
    with qtbot.waitSignal(page.remedy_wanted) as wanted:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert wanted.args == [Remedy.RESCUE]
    assert not page.retry_button.isEnabled()
    page.say(LOCKED)
    assert not any(button.isVisible() for button in page.remedy_buttons.values())


@pytest.mark.parametrize("width", [360, 1280])
def test_its_words_fit_whatever_the_width(page: ProblemPage, width: int) -> None:
    page.resize(width, 600)
    page.layout().activate()
    for text in (page.title, page.explanation, page.next_step):
        assert text.height() >= text.flow_height > 0
