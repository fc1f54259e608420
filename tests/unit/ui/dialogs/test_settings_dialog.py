"""Asks which model service is to answer."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import KeyringLocked, ProviderUnreachable
from app.domain.settings import PRACTICE, ApiKind, ProviderSettings
from app.ui.dialogs.settings_dialog import SettingsDialog
from app.ui.theme.theme import Theme
from tests.fakes.scripted_controller import PROVIDER, ScriptedController
from tests.fixtures.waiting import until

SECRET = "sk-a-secret-key-of-mine"


@pytest.fixture
async def dialog(
    theme: Theme, controller: ScriptedController, window: QWidget
) -> AsyncIterator[SettingsDialog]:
    made = SettingsDialog(theme, controller, window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.open()
    made.activateWindow()
    await until(made.isActiveWindow, "the dialog to be active")
    yield made
    made.reject()
    await asyncio.sleep(0.01)


def write(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.clear()
    qtbot.keyClicks(field, text)


async def test_it_shows_what_is_set_up_but_never_a_key(dialog: SettingsDialog) -> None:
    assert dialog.address.text() == PROVIDER.base_url
    assert (dialog.model.text(), dialog.context.text()) == ("gpt-5", "")
    assert dialog.key.text() == ""
    assert dialog.key.echoMode() is QLineEdit.EchoMode.Password


async def test_it_says_whether_a_key_is_stored_for_the_address(
    qtbot: QtBot, dialog: SettingsDialog, controller: ScriptedController
) -> None:
    hint = dialog.key_field.line
    await until(lambda: "keyring" in hint.text(), "the hint")
    controller.keys["https://example.org:443"] = SECRET
    write(qtbot, dialog.address, "https://example.org/v1")
    qtbot.keyClick(dialog.address, Qt.Key.Key_Tab)
    await until(lambda: "A key is stored" in hint.text(), "the other hint")


async def test_what_was_entered_is_saved(
    qtbot: QtBot, dialog: SettingsDialog, controller: ScriptedController
) -> None:
    write(qtbot, dialog.address, "https://example.org/v1")
    write(qtbot, dialog.model, "small")
    write(qtbot, dialog.key, SECRET)
    write(qtbot, dialog.context, "8000")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    await until(lambda: not dialog.isVisible(), "the end")
    assert controller.provider == ProviderSettings("https://example.org/v1", "small", 8000)
    assert controller.keys == {"https://example.org:443": SECRET}
    assert dialog.key.text() == ""


async def test_an_empty_key_keeps_the_stored_one(
    qtbot: QtBot, dialog: SettingsDialog, controller: ScriptedController
) -> None:
    controller.keys[PROVIDER.origin] = SECRET
    qtbot.keyClick(dialog.model, Qt.Key.Key_Return)
    await until(lambda: not dialog.isVisible(), "the end")
    assert controller.keys == {PROVIDER.origin: SECRET}


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("address", "example.org", "must begin with https://"),
        ("address", "https://me:secret@example.org", "password"),
        ("model", " ", "name of the model"),
        ("context", "12", "at least 500"),
    ],
)
async def test_what_cannot_be_is_said_in_its_place(
    qtbot: QtBot, dialog: SettingsDialog, controller: ScriptedController, field: str, text: str, words: str
) -> None:
    write(qtbot, getattr(dialog, field), text)
    dialog.save_button.click()
    place = getattr(dialog, f"{field}_field")
    assert words in place.line.text()
    assert words in place.input.accessibleDescription()
    assert place.input.hasFocus()
    assert dialog.isVisible()
    assert controller.provider == PROVIDER


async def test_what_could_not_be_saved_is_said_and_can_be_tried_again(
    qtbot: QtBot, dialog: SettingsDialog, controller: ScriptedController
) -> None:
    controller.keyring = KeyringLocked("Locked.")
    write(qtbot, dialog.key, SECRET)
    dialog.save_button.click()
    await until(dialog.trouble.isVisible, "words")
    assert "unlock the keyring" in dialog.trouble.text()
    assert (dialog.save_button.isEnabled(), dialog.key.text()) == (True, SECRET)


async def test_while_it_saves_nothing_can_be_changed_but_it_can_be_left(
    dialog: SettingsDialog, controller: ScriptedController
) -> None:
    controller.slow = asyncio.Event()
    dialog.save_button.click()
    assert not dialog.save_button.isEnabled()
    assert not dialog.address.isEnabled()
    assert dialog.save_button.accessibleName() == "Saving…"
    dialog.cancel_button.click()
    assert not dialog.isVisible()


async def test_every_input_has_a_name_and_tab_goes_down(qtbot: QtBot, dialog: SettingsDialog) -> None:
    inputs = [dialog.address, dialog.model, dialog.key, dialog.context]
    assert [each.accessibleName() for each in inputs] == ["Address", "Model", "Key", "Context"]
    assert {label.buddy() for label in dialog.findChildren(QLabel) if label.buddy()} == set(inputs)
    dialog.address.setFocus()
    seen = []
    for _ in range(8):
        seen.append(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    attempts = [dialog.test_button, dialog.practice_button]
    assert seen == [*inputs, *attempts, dialog.cancel_button, dialog.save_button]


async def test_with_nothing_set_up_it_offers_the_usual(
    theme: Theme, controller: ScriptedController, window: QWidget
) -> None:
    controller.provider = None
    dialog = SettingsDialog(theme, controller, window)
    dialog.open()
    assert dialog.address.text() == "https://api.openai.com/v1"
    assert dialog.model.text() == ""
    dialog.reject()
    await asyncio.sleep(0.01)


async def test_a_connection_is_tried_without_keeping_anything(
    qtbot: QtBot, dialog: SettingsDialog, controller: ScriptedController
) -> None:
    write(qtbot, dialog.model, "small")
    qtbot.mouseClick(dialog.test_button, Qt.MouseButton.LeftButton)
    assert dialog.test_button.accessibleName() == "Asking…"
    await until(dialog.proof.isVisible, "the proof")
    assert controller.services.checked == [(replace(PROVIDER, model="small"), None)]
    assert controller.provider == PROVIDER
    assert dialog.save_button.isEnabled()


async def test_what_keeps_a_service_from_answering_is_told(
    qtbot: QtBot, dialog: SettingsDialog, controller: ScriptedController
) -> None:
    controller.services.trouble = ProviderUnreachable("Nothing answers at the service's address.")
    qtbot.mouseClick(dialog.test_button, Qt.MouseButton.LeftButton)
    await until(dialog.trouble.isVisible, "the trouble")
    assert "Nothing answers" in dialog.trouble.text()


async def test_one_can_practise_without_a_service_and_set_up_a_real_one_later(
    qtbot: QtBot, theme: Theme, dialog: SettingsDialog, controller: ScriptedController, window: QWidget
) -> None:
    qtbot.mouseClick(dialog.practice_button, Qt.MouseButton.LeftButton)
    await until(lambda: not dialog.isVisible(), "the end")
    assert controller.provider == PRACTICE
    later = SettingsDialog(theme, controller, window)
    later.open()
    later.address.setText("https://example.org/v1")
    assert later._entered().api is ApiKind.FIND_OUT
    later.reject()
    await asyncio.sleep(0.01)
