"""What fills the window."""

import asyncio
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import KeyringLocked
from app.ui.actions import Command
from app.ui.main_window import MainWindow
from app.ui.panels.panel import PanelKind
from app.ui.panels.problem_page import ProblemPage
from app.ui.settings.settings_dialog import SettingsDialog
from app.ui.theme.theme import Scheme, Theme
from app.ui.theme.tokens import DARK
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.pseudo_language import untranslated
from tests.fixtures.waiting import until

CONTROL = Qt.KeyboardModifier.ControlModifier


async def test_it_says_when_it_was_painted(bare: MainWindow) -> None:
    waiting = asyncio.create_task(bare.painted())
    await asyncio.sleep(0.05)
    assert not waiting.done()
    bare.show()
    await waiting
    assert not bare.windowIcon().isNull()


async def test_a_painted_window_is_not_blank_and_an_empty_one_is(bare: MainWindow) -> None:
    bare.show()
    await bare.painted()
    assert not bare.is_blank()
    bare.pane.hide()
    bare.sidebar.hide()
    assert bare.is_blank()


async def test_the_composer_has_the_focus(window: MainWindow) -> None:
    window.setFocus()
    assert window.pane.composer.field.hasFocus()


@pytest.mark.parametrize(
    ("key", "place"),
    [
        (Qt.Key.Key_1, "sidebar.list"),
        (Qt.Key.Key_2, "pane.transcript"),
        (Qt.Key.Key_3, "pane.composer.field"),
    ],
)
async def test_keys_go_from_place_to_place(qtbot: QtBot, window: MainWindow, key: Qt.Key, place: str) -> None:
    wanted: QWidget = window
    for name in place.split("."):
        wanted = getattr(wanted, name)
    qtbot.keyClick(window, key, CONTROL)
    assert wanted.hasFocus()


async def test_a_key_opens_the_settings_and_escape_leaves_them(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Comma, CONTROL)
    dialog = window.findChild(SettingsDialog)
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    await asyncio.sleep(0.01)


async def test_a_key_quits(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Q, CONTROL)
    assert not window.isVisible()


async def test_what_is_open_goes_with_the_history_that_it_shows(
    window: MainWindow, controller: ScriptedController
) -> None:
    window.open_settings()
    before = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    assert before
    window.attach(controller)
    assert not any(dialog.isVisible() for dialog in window.findChildren(QDialog))


async def test_after_closing_nothing_is_heard(window: MainWindow, controller: ScriptedController) -> None:
    conversation = (await controller.conversations())[0].id
    window.close()
    controller.begin_reply(conversation)
    controller.grow(conversation, "too late")
    await asyncio.sleep(0.05)
    assert len(window.pane.transcript.history.items) == 2


def problem(window: MainWindow) -> ProblemPage:
    """Let the window tell of a problem, and return the page that does."""
    window.threshold.show_problem(KeyringLocked("Locked."))
    window.show_threshold()
    return window.findChild(ProblemPage)


async def test_a_problem_takes_the_place_of_everything_and_can_be_retried(
    qtbot: QtBot, bare: MainWindow, controller: ScriptedController
) -> None:
    bare.show()
    page = problem(bare)
    assert (page.isVisible(), bare.pane.isVisible()) == (True, False)
    with qtbot.waitSignal(bare.threshold.retry_wanted):
        page.retry_button.click()
    controller.keep("Celadon", ("What is blue?", "Iron is."))
    bare.attach(controller)
    await until(lambda: len(bare.pane.transcript.history.items) == 2, "the conversation")
    assert (page.isVisible(), bare.pane.isVisible()) == (False, True)
    bare.close()


async def test_a_problem_offers_to_quit(bare: MainWindow) -> None:
    bare.show()
    problem(bare).quit_button.click()
    assert not bare.isVisible()


async def test_only_an_open_history_can_be_locked(bare: MainWindow, window: MainWindow) -> None:
    wanted: list[MainWindow] = []
    for each in (bare, window):
        each.lock_wanted.connect(lambda who=each: wanted.append(who))
        each.actions_by_command[Command.LOCK].trigger()
    assert wanted == [window]


async def test_before_there_is_a_core_keys_do_no_harm(qtbot: QtBot, bare: MainWindow) -> None:
    bare.show()
    bare.activateWindow()
    await until(bare.isActiveWindow, "the window to be active")
    for key in (Qt.Key.Key_N, Qt.Key.Key_Comma, Qt.Key.Key_1, Qt.Key.Key_2):
        qtbot.keyClick(bare, key, CONTROL)
    qtbot.keyClick(bare, Qt.Key.Key_Escape)
    assert bare.isVisible()


async def test_every_button_has_an_accessible_name(window: MainWindow) -> None:
    problem(window)
    buttons = window.findChildren(QAbstractButton)
    assert len(buttons) >= 8
    named = [QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) for each in buttons]
    assert all(named)


async def test_another_theme_is_painted_at_once(window: MainWindow, theme: Theme) -> None:
    theme.choose(Scheme.DARK)
    image = window.grab().toImage()
    pixels = {image.pixel(x, y) for x in range(0, 1280, 8) for y in range(0, 800, 8)}
    seen = {QColor(pixel).name().upper() for pixel in pixels}
    assert {DARK.ground, DARK.side, DARK.surface, DARK.tint} <= seen
    assert "#FFFFFF" not in seen


async def test_a_key_renames_what_is_shown_wherever_the_focus_is(qtbot: QtBot, window: MainWindow) -> None:
    window.sidebar.hide()
    window.pane.composer.field.setFocus()
    qtbot.keyClick(window.pane.composer.field, Qt.Key.Key_F2)
    editor = window.sidebar.list.findChild(QLineEdit)
    assert (editor.isVisible(), editor.hasFocus(), editor.text()) == (True, True, "Celadon")


async def test_a_key_leaves_the_trash_for_the_conversations(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    await controller.trash(controller.keep("Gone", ("a", "b")))
    window._presenter.start()
    await until(window.sidebar.trash_button.isVisible, "the trash")
    window.sidebar.trash_button.click()
    assert window.sidebar.trash.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_1, CONTROL)
    assert window.sidebar.list.hasFocus()


async def test_escape_in_the_trash_leaves_it_and_stops_no_reply(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    await controller.trash(controller.keep("Gone", ("a", "b")))
    window._presenter.start()
    await until(window.sidebar.trash_button.isVisible, "the trash")
    controller.begin_reply((await controller.conversations())[0].id)
    await until(window.actions_by_command[Command.STOP].isEnabled, "the reply")
    window.sidebar.trash_button.click()
    qtbot.keyClick(window.sidebar.trash, Qt.Key.Key_Escape)
    assert (window.sidebar.list.isVisible(), controller.stopped) == (True, [])
    qtbot.keyClick(window.sidebar.list, Qt.Key.Key_Escape)
    assert len(controller.stopped) == 1


async def test_while_there_is_nothing_to_undo_its_key_does_no_harm(qtbot: QtBot, window: MainWindow) -> None:
    assert not window.actions_by_command[Command.UNDO].isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert window.isVisible()


async def test_what_has_not_begun_can_be_neither_renamed_nor_branched(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_F2)
    qtbot.keyClick(window, Qt.Key.Key_B, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert window.pane.composer.field.hasFocus()
    assert window.sidebar.list.findChild(QLineEdit) is None
    assert window.sidebar.model.rowCount() == 2


async def test_nothing_temporary_can_be_begun_before_there_is_a_core(
    bare: MainWindow, window: MainWindow
) -> None:
    for each, offered in ((bare, False), (window, True)):
        assert each.actions_by_command[Command.TEMPORARY].isEnabled() is offered
        assert each.sidebar.temporary_button.isEnabled() is offered


# Names that are the same in every language, keys, and what comes from the core.
CONTENT = re.compile(r"Celadon|gpt-5|Esc|F\d+|(Ctrl|Alt|Shift)\+.+|.*: ≈ .*")


def said_in_english(window: QWidget) -> list[str]:
    return [text for text in untranslated(window, frozenset()) if not CONTENT.fullmatch(text)]


@pytest.mark.usefixtures("pseudo_language")
@pytest.mark.parametrize("kind", PanelKind)
async def test_every_word_of_the_window_and_its_panels_is_translated(
    window: MainWindow, kind: PanelKind
) -> None:
    window.pane.beside.wanted.emit(kind)
    await asyncio.sleep(0)
    assert said_in_english(window) == []
    for dialog in window.findChildren(QDialog):
        dialog.reject()


@pytest.mark.usefixtures("pseudo_language")
@pytest.mark.parametrize("command", [Command.PALETTE, Command.KEYBOARD, Command.FIND, Command.SEARCH])
async def test_every_word_of_what_a_command_opens_is_translated(window: MainWindow, command: Command) -> None:
    window.actions_by_command[command].trigger()
    await asyncio.sleep(0)
    opened = window.findChild(QDialog) or window
    assert said_in_english(opened) == []
    await asyncio.sleep(0)
    if isinstance(opened, QDialog):
        opened.reject()


@pytest.mark.usefixtures("pseudo_language")
async def test_a_word_of_the_window_in_english_is_found(window: MainWindow) -> None:
    window.sidebar.settings_button.set_words("Settings")
    assert said_in_english(window) == ["Settings"]
