import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.errors import KeyringUnavailable
from app.ui.dialogs.passphrase_part import PassphrasePart
from app.ui.theme.theme import Theme
from tests.fakes.scripted_key_care import ScriptedKeyCare
from tests.fixtures.waiting import until

WORDS = "four words are enough"


@pytest.fixture
def care() -> ScriptedKeyCare:
    return ScriptedKeyCare()


@pytest.fixture
async def part(qtbot: QtBot, theme: Theme, care: ScriptedKeyCare) -> PassphrasePart:
    made = PassphrasePart(theme, care)
    qtbot.addWidget(made)
    made.show_state(await care.state())
    made.show()
    return made


async def save(part: PassphrasePart, first: str, second: str, *, alone: bool = False) -> None:
    part.set_button.click()
    part.first.setText(first)
    part.second.setText(second)
    part.alone.setChecked(alone)
    part.save_button.click()


async def test_it_is_typed_twice_and_unseen(part: PassphrasePart, care: ScriptedKeyCare) -> None:
    assert part.state.text() == "There is none. Your history opens with this computer's keyring."
    await save(part, WORDS, WORDS)
    assert part.first.echoMode() is part.second.echoMode() is QLineEdit.EchoMode.Password
    await until(lambda: "beside the keyring" in part.state.text(), "the new state")
    assert (care.passphrase, care.known.in_keyring) == (WORDS, True)
    assert (part.first.text(), part.second.text()) == ("", "")


async def test_two_different_ones_are_not_stored(part: PassphrasePart, care: ScriptedKeyCare) -> None:
    await save(part, WORDS, WORDS[:-1])
    assert part.trouble.text() == "The two are not the same."
    assert care.passphrase == ""


async def test_it_can_be_the_only_way_and_be_removed_again(
    part: PassphrasePart, care: ScriptedKeyCare
) -> None:
    await save(part, WORDS, WORDS, alone=True)
    await until(lambda: "asks at every start" in part.state.text(), "the new state")
    assert not care.known.in_keyring
    part.remove_button.click()
    await until(lambda: part.state.text().startswith("There is none"), "the removal")
    assert care.known.in_keyring
    assert not part.remove_button.isVisible()


async def test_what_goes_wrong_is_told_and_what_was_typed_stays(
    part: PassphrasePart, care: ScriptedKeyCare
) -> None:
    care.trouble = KeyringUnavailable("None.")
    await save(part, WORDS, WORDS)
    await until(part.trouble.isVisible, "the complaint")
    assert part.first.text() == WORDS
    assert part.save_button.isEnabled()


async def test_cancel_and_closing_forget_what_was_typed(part: PassphrasePart) -> None:
    for leave in (part.cancel_button.click, part.end):
        part.set_button.click()
        part.first.setText(WORDS)
        leave()
        assert part.first.text() == ""
        assert not part.first.isVisible()
