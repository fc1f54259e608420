"""The keys of the commands."""

from pathlib import Path

import pytest
from PySide6.QtCore import QKeyCombination
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.actions import SHORTCUTS, Command, bind
from app.ui.plain_keeper import PlainKeeper
from app.ui.shortcuts import Shortcuts, keys_of, trouble_with


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def keeper(window: QWidget) -> PlainKeeper:
    return PlainKeeper(parent=window)


@pytest.fixture
def shortcuts(window: QWidget, keeper: PlainKeeper) -> Shortcuts:
    return made_for(window, keeper)


def made_for(window: QWidget, keeper: PlainKeeper) -> Shortcuts:
    return Shortcuts(bind(window, dict.fromkeys(Command, lambda: None)), keeper, window)


def combination(key: str) -> QKeyCombination:
    return QKeySequence(key)[0]


def test_at_first_every_command_has_its_usual_key(shortcuts: Shortcuts) -> None:
    assert {command: shortcuts.key_of(command) for command in Command} == dict(SHORTCUTS)
    assert not any(shortcuts.is_own(command) for command in Command)


def test_another_key_holds_at_once(qtbot: QtBot, shortcuts: Shortcuts) -> None:
    with qtbot.waitSignal(shortcuts.changed):
        shortcuts.choose(Command.BRANCH, "Ctrl+J")
    assert shortcuts.actions[Command.BRANCH].shortcut() == QKeySequence("Ctrl+J")
    assert (shortcuts.is_own(Command.BRANCH), shortcuts.owner_of("Ctrl+J")) == (True, Command.BRANCH)


def test_who_has_had_a_key_goes_without(shortcuts: Shortcuts) -> None:
    shortcuts.choose(Command.BRANCH, "Ctrl+N")
    assert (shortcuts.key_of(Command.NEW_CONVERSATION), shortcuts.owner_of("Ctrl+N")) == ("", Command.BRANCH)


def test_a_command_can_have_no_key(shortcuts: Shortcuts) -> None:
    for command in (Command.BRANCH, Command.LOCK):
        shortcuts.choose(command, "")
        assert shortcuts.key_of(command) == ""


def test_the_usual_key_comes_back_and_is_taken_from_who_has_it(shortcuts: Shortcuts) -> None:
    shortcuts.choose(Command.BRANCH, "Ctrl+N")
    shortcuts.reset(Command.NEW_CONVERSATION)
    assert (shortcuts.key_of(Command.NEW_CONVERSATION), shortcuts.key_of(Command.BRANCH)) == ("Ctrl+N", "")
    shortcuts.reset_all()
    assert {command: shortcuts.key_of(command) for command in Command} == dict(SHORTCUTS)


def test_what_was_chosen_is_known_to_the_next_window(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    before = PlainKeeper(tmp_path / "plain.json")
    made_for(window, before).choose(Command.BRANCH, "Ctrl+J")
    before.end()
    other = QWidget()
    qtbot.addWidget(other)
    assert made_for(other, PlainKeeper(tmp_path / "plain.json")).key_of(Command.BRANCH) == "Ctrl+J"


def test_other_settings_change_no_key(qtbot: QtBot, shortcuts: Shortcuts, keeper: PlainKeeper) -> None:
    with qtbot.assertNotEmitted(shortcuts.changed):
        keeper.change(notifies=False)


def test_no_two_commands_ever_have_one_key() -> None:
    new = next(iter(Command))
    keys = keys_of({"BRANCH": SHORTCUTS[new], "LOCK": SHORTCUTS[new], "OF_ANOTHER_VERSION": "Ctrl+J"})
    assert keys[Command.BRANCH] == QKeySequence(SHORTCUTS[new])
    assert (keys[Command.LOCK], keys[new]) == (QKeySequence(), QKeySequence())


@pytest.mark.parametrize("key", ["Ctrl+J", "Alt+Shift+1", "F5", "Shift+F5", "Meta+A", "Ctrl+Alt+A"])
def test_these_can_be_keys(key: str) -> None:
    assert trouble_with(combination(key)) == ""


@pytest.mark.parametrize("key", ["A", "Shift+A", "Tab", "Return", "Up", "Space"])
def test_what_writes_or_leads_through_a_text_cannot_be_one(key: str) -> None:
    assert "Ctrl or Alt" in trouble_with(combination(key))


@pytest.mark.parametrize("key", ["Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A"])
def test_what_copies_and_pastes_stays_so(key: str) -> None:
    assert "copying" in trouble_with(combination(key))
