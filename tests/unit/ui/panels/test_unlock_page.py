"""The page in front of a locked history."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.ways import Answer, Way
from app.ui.panels.unlock_page import UnlockPage
from app.ui.theme.theme import Theme
from app.ui.wording import LOCKED

BOTH = (Way.PASSPHRASE, Way.RECOVERY_KEY)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> UnlockPage:
    made = UnlockPage(theme)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def answers(page: UnlockPage) -> list[Answer]:
    heard: list[Answer] = []
    page.answered.connect(heard.append)
    return heard


def offered(page: UnlockPage) -> list[Way]:
    return [way for way, button in page.other_buttons.items() if button.isVisible()]


def test_a_passphrase_is_typed_unseen_and_sent_with_enter(
    qtbot: QtBot, page: UnlockPage, answers: list[Answer]
) -> None:
    page.ask(LOCKED, BOTH)
    assert page.field.hasFocus()
    assert page.field.echoMode() is QLineEdit.EchoMode.Password
    qtbot.keyClicks(page.field, "open sesame")
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert answers == [Answer(Way.PASSPHRASE, "open sesame")]
    assert page.field.text() == ""


def test_nothing_is_sent_while_nothing_is_typed(page: UnlockPage, answers: list[Answer]) -> None:
    page.ask(LOCKED, BOTH)
    page.field.setText("  ")
    page.unlock_button.click()
    assert answers == []
    assert page.field.hasFocus()


def test_while_an_answer_is_tried_nobody_can_send_another(page: UnlockPage, answers: list[Answer]) -> None:
    page.ask(LOCKED, BOTH)
    page.field.setText("x")
    page.unlock_button.click()
    page.unlock_button.click()
    assert len(answers) == 1
    page.ask(LOCKED, BOTH, "It does not fit.")
    assert page.unlock_button.isEnabled()


def test_a_recovery_key_can_be_seen_and_the_key_remembered(page: UnlockPage, answers: list[Answer]) -> None:
    page.ask(LOCKED, BOTH)
    assert offered(page) == [Way.RECOVERY_KEY]
    page.other_buttons[Way.RECOVERY_KEY].click()
    assert offered(page) == [Way.PASSPHRASE]
    assert page.field.echoMode() is QLineEdit.EchoMode.Normal
    page.field.setText("4T7K")
    page.remember.click()
    page.unlock_button.click()
    assert answers == [Answer(Way.RECOVERY_KEY, "4T7K", remember=True)]


def test_what_was_typed_for_one_way_is_gone_in_the_other(page: UnlockPage) -> None:
    page.ask(LOCKED, BOTH)
    page.field.setText("open sesame")
    page.other_buttons[Way.RECOVERY_KEY].click()
    assert page.field.text() == ""


def test_after_a_wrong_answer_the_same_way_is_asked_for(page: UnlockPage) -> None:
    page.ask(LOCKED, BOTH)
    page.other_buttons[Way.RECOVERY_KEY].click()
    page.ask(LOCKED, BOTH, "There is a slip.")
    assert page.field.placeholderText() == "Recovery key"
    assert (page.trouble.text(), page.trouble.isVisible()) == ("There is a slip.", True)
    seen = QAccessible.queryAccessibleInterface(page.field)
    assert seen.text(QAccessible.Text.Description) == "There is a slip."


def test_the_keyring_needs_no_typing(page: UnlockPage, answers: list[Answer]) -> None:
    page.ask(LOCKED, (Way.KEYRING, Way.RECOVERY_KEY))
    assert not page.field.isVisible()
    assert page.unlock_button.hasFocus()
    page.unlock_button.click()
    assert answers == [Answer(Way.KEYRING)]


def test_a_new_passphrase_is_typed_twice(page: UnlockPage, answers: list[Answer]) -> None:
    page.ask(LOCKED, (Way.NEW_PASSPHRASE, Way.KEYRING))
    page.field.setText("open sesame")
    page.again.setText("open sesami")
    page.unlock_button.click()
    assert answers == []
    assert page.trouble.text() == "The two are not the same."
    page.again.setText("open sesame")
    page.unlock_button.click()
    assert answers == [Answer(Way.NEW_PASSPHRASE, "open sesame")]
    assert (page.field.text(), page.again.text()) == ("", "")


def test_quit_is_the_other_way_out(qtbot: QtBot, page: UnlockPage) -> None:
    page.ask(LOCKED, BOTH)
    with qtbot.waitSignal(page.quit_wanted):
        page.quit_button.click()


def test_who_has_no_way_in_any_more_can_restore_a_backup(qtbot: QtBot, page: UnlockPage) -> None:
    page.ask(LOCKED, BOTH)
    assert not page.restore_button.isVisible()
    page.ask(LOCKED, BOTH, restores=True)
    page.field.setText("half a word")
    with qtbot.waitSignal(page.restore_wanted):
        page.restore_button.click()
    assert (page.field.text(), page.unlock_button.isEnabled()) == ("", False)
