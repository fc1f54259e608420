from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.chat.checking import Checkup
from app.domain.backup import Backup
from app.ui.dialogs.safety_dialog import SafetyDialog
from app.ui.theme.theme import Theme
from tests.fakes.scripted_checking import DAMAGE
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until
from tests.unit.ui.conftest import NOW


@pytest.fixture
async def dialog(
    theme: Theme, controller: ScriptedController, window: QWidget
) -> AsyncIterator[SafetyDialog]:
    made = SafetyDialog(theme, controller, window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.open()
    await until(made.passphrase.state.text, "what the core knows")
    yield made
    made.reject()


async def test_it_tells_what_opens_the_history(dialog: SafetyDialog) -> None:
    assert dialog.recovery.state.text().startswith("There is none yet.")
    assert dialog.passphrase.state.text().startswith("There is none.")
    dialog.done_button.click()
    assert not dialog.isVisible()


async def test_nothing_secret_stays_behind(dialog: SafetyDialog) -> None:
    dialog.recovery.make_button.click()
    await until(dialog.recovery.shown_key.text, "the recovery key")
    dialog.passphrase.set_button.click()
    dialog.passphrase.first.setText("open sesame")
    dialog.reject()
    assert (dialog.recovery.shown_key.text(), dialog.passphrase.first.text()) == ("", "")


async def test_what_expired_shows_in_the_backups_that_still_hold_it(
    dialog: SafetyDialog, controller: ScriptedController
) -> None:
    await until(lambda: dialog.retention.choice.text() == "Never", "the number")
    assert dialog.backups.holding.isHidden()
    controller.backing_up.kept = controller.backing_up.held = [Backup("a", NOW, 1)]
    dialog.retention.deleted.emit(1)
    await until(lambda: not dialog.backups.holding.isHidden(), "the backup")


async def test_damage_that_was_found_closes_it(
    qtbot: QtBot, dialog: SafetyDialog, controller: ScriptedController
) -> None:
    controller.checking.checkup = Checkup((DAMAGE,), ())
    dialog.check.check_button.click()
    await until(lambda: not dialog.check.mend_button.isHidden(), "what may help")
    button = dialog.check.mend_button
    await until(lambda: button.visibleRegion().boundingRect() == button.rect(), "the button to be in sight")
    with qtbot.waitSignal(dialog.mending_wanted):
        dialog.check.mend_button.click()
    assert not dialog.isVisible()
