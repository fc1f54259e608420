import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.errors import KeyringLocked
from app.domain.ways import RecoveryStage
from app.ui.dialogs.recovery_part import RecoveryPart
from app.ui.theme.theme import Theme
from tests.fakes.scripted_key_care import RECOVERY_KEY, ScriptedKeyCare
from tests.fixtures.waiting import until


@pytest.fixture
def care() -> ScriptedKeyCare:
    return ScriptedKeyCare()


@pytest.fixture
async def part(qtbot: QtBot, theme: Theme, care: ScriptedKeyCare) -> RecoveryPart:
    made = RecoveryPart(theme, care)
    qtbot.addWidget(made)
    made.show_state(await care.state())
    made.show()
    return made


async def shown(part: RecoveryPart) -> None:
    part.make_button.click()
    await until(lambda: part.shown_key.text() == RECOVERY_KEY, "the recovery key")


async def test_it_says_that_there_is_none_and_what_that_means(part: RecoveryPart) -> None:
    assert "open only with this keyring" in part.state.text()
    assert not part.typed.isVisible()


async def test_it_is_shown_once_and_counts_when_typed_back(
    qtbot: QtBot, part: RecoveryPart, care: ScriptedKeyCare
) -> None:
    await shown(part)
    assert not part.make_button.isVisible()
    qtbot.keyClicks(part.typed, RECOVERY_KEY)
    qtbot.keyClick(part.typed, Qt.Key.Key_Return)
    await until(lambda: "typed back" in part.state.text(), "the confirmation")
    assert care.known.recovery is RecoveryStage.CONFIRMED
    assert (part.shown_key.text(), part.typed.text()) == ("", "")


async def test_a_slip_is_told_and_the_key_still_shown(part: RecoveryPart, care: ScriptedKeyCare) -> None:
    await shown(part)
    part.typed.setText(RECOVERY_KEY[:-1])
    part.confirm_button.click()
    await until(part.trouble.isVisible, "the complaint")
    assert "Compare it with your note" in part.trouble.text()
    assert part.shown_key.text() == RECOVERY_KEY
    assert care.known.recovery is RecoveryStage.PENDING


async def test_it_can_be_put_off(part: RecoveryPart, care: ScriptedKeyCare) -> None:
    await shown(part)
    part.later_button.click()
    await until(part.make_button.isVisible, "the end of asking")
    assert care.deferred == 1
    assert "never typed back" in part.state.text()


async def test_closing_forgets_what_was_shown(part: RecoveryPart) -> None:
    await shown(part)
    part.end()
    assert part.shown_key.text() == ""


async def test_what_goes_wrong_is_told(part: RecoveryPart, care: ScriptedKeyCare) -> None:
    care.trouble = KeyringLocked("Locked.")
    part.make_button.click()
    await until(part.trouble.isVisible, "the complaint")
    assert part.make_button.isEnabled()
