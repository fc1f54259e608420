"""A newcomer's first steps."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.errors import KeyringLocked
from app.domain.settings import PRACTICE, ProviderSettings
from app.ui.panels.first_run_page import FirstRunPage
from app.ui.plain_keeper import PlainKeeper
from app.ui.theme.theme import Theme
from app.ui.widgets.button import Button
from tests.fakes.scripted_controller import ScriptedController
from tests.fakes.scripted_key_care import RECOVERY_KEY, ScriptedKeyCare
from tests.fakes.scripted_settings import ScriptedServiceCare
from tests.fixtures.waiting import until

HERE = ProviderSettings("http://127.0.0.1:11434/v1", "llama3.2", name="Ollama")


@pytest.fixture
def care(controller: ScriptedController) -> ScriptedServiceCare:
    made = ScriptedServiceCare(controller.events, None)
    made.here = [HERE]
    return made


@pytest.fixture
def page(
    qtbot: QtBot, theme: Theme, care: ScriptedServiceCare, controller: ScriptedController
) -> FirstRunPage:
    made = FirstRunPage(theme, care, controller.key_care, PlainKeeper())
    qtbot.addWidget(made, before_close_func=lambda each: each.end())
    made.resize(900, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


async def test_with_a_key_of_openai_three_steps_lead_to_the_conversations(
    qtbot: QtBot, page: FirstRunPage, care: ScriptedServiceCare
) -> None:
    page.begin()
    qtbot.keyClick(page.openai_button, Qt.Key.Key_Space)
    assert page.key.hasFocus()
    qtbot.keyClicks(page.key, "sk-a-secret-key-of-mine")
    qtbot.keyClick(page.key, Qt.Key.Key_Return)
    await until(page.recovery.isVisible, "the recovery key")
    assert (care.asked.model, list(care.keys.values())) == ("gpt-5", ["sk-a-secret-key-of-mine"])
    assert page.key.text() == ""
    page.recovery.make_button.click()
    await until(page.recovery.typed.isVisible, "the key")
    page.recovery.typed.setText(RECOVERY_KEY)
    page.recovery.confirm_button.click()
    await until(lambda: not page.recovery.typed.isVisible(), "its confirmation")
    page.next_button.click()
    assert page.title.text() == "That is all"
    with qtbot.waitSignal(page.left) as left:
        qtbot.keyClick(page.next_button, Qt.Key.Key_Space)
    assert left.args == [True]


async def test_a_server_that_was_found_here_is_one_press_away(
    page: FirstRunPage, care: ScriptedServiceCare
) -> None:
    page.begin()
    await until(lambda: len(page.services.findChildren(Button)) == 4, "the server")
    found = [each for each in page.services.findChildren(Button) if "Ollama" in each.accessibleName()]
    found[0].click()
    await until(page.recovery.isVisible, "the next step")
    assert care.asked.base_url == HERE.base_url


async def test_one_can_look_around_first_and_leave_the_rest_for_later(
    qtbot: QtBot, page: FirstRunPage, care: ScriptedServiceCare
) -> None:
    page.begin()
    page.practice_button.click()
    await until(page.recovery.isVisible, "the next step")
    assert care.asked.api is PRACTICE.api
    with qtbot.waitSignal(page.left) as left:
        page.later_button.click()
    assert left.args == [True]


async def test_leaving_at_the_first_step_is_no_end(qtbot: QtBot, page: FirstRunPage) -> None:
    page.begin()
    with qtbot.waitSignal(page.left) as left:
        page.later_button.click()
    assert left.args == [False]


async def test_what_could_not_be_kept_is_said_and_can_be_tried_again(
    page: FirstRunPage, care: ScriptedServiceCare
) -> None:
    page.begin()
    care.trouble = KeyringLocked("Locked.")
    page.practice_button.click()
    await until(page.trouble.isVisible, "words")
    assert "unlock the keyring" in page.trouble.text()
    assert page.services.isEnabled()


def test_without_a_key_there_is_no_next_step(page: FirstRunPage, care: ScriptedServiceCare) -> None:
    page._ask_for_key()
    page.next_button.click()
    assert page.key.hasFocus()
    assert care.asked is None


def test_its_reminder_comes_from_the_same_care(page: FirstRunPage, controller: ScriptedController) -> None:
    assert isinstance(controller.key_care, ScriptedKeyCare)
    assert page.recovery._care is controller.key_care
