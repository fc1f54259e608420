"""The theme in force."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Scheme, Theme
from app.ui.theme.tokens import DARK, INTERFACE, LIGHT, MOTION_MS
from app.ui.widgets.flow_label import FlowLabel


def ground(app: QApplication) -> str:
    return app.palette().color(QPalette.ColorRole.Window).name().upper()


def test_a_choice_is_in_force_at_once(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose(Scheme.DARK)
    assert (theme.colours, ground(qapp), theme.is_light) == (DARK, DARK.ground, False)
    assert DARK.line in qapp.styleSheet()


def test_the_same_choice_again_changes_nothing(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(Scheme.LIGHT)


def test_a_system_that_does_not_say_is_light(theme: Theme) -> None:
    theme.choose(Scheme.DARK)
    theme.choose(Scheme.SYSTEM)
    assert theme.colours is LIGHT


def test_it_follows_the_system(theme: Theme, qapp: QApplication) -> None:
    theme.choose(Scheme.SYSTEM)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.colours is DARK
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
    assert theme.colours is LIGHT


def test_a_choice_of_ones_own_does_not_follow_the_system(theme: Theme, qapp: QApplication) -> None:
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.colours is LIGHT
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)


def test_a_tone_is_the_colour_in_force(theme: Theme) -> None:
    assert theme.colour("accent").name().upper() == LIGHT.accent
    theme.choose(Scheme.DARK)
    assert theme.colour("accent").name().upper() == DARK.accent


def test_another_size_is_told_and_reaches_what_stands_already(
    qtbot: QtBot, theme: Theme, qapp: QApplication
) -> None:
    label = FlowLabel(theme, INTERFACE)
    qtbot.addWidget(label)
    label.set_text("Celadon")
    label.show()
    before = label.heightForWidth(400)
    with qtbot.waitSignal(theme.resized):
        theme.resize_text(200)
    assert qapp.font().pixelSize() == 28
    qtbot.waitUntil(lambda: label.heightForWidth(400) == 2 * before)
    with qtbot.assertNotEmitted(theme.resized):
        theme.resize_text(200)


def test_motion_can_be_switched_off(theme: Theme) -> None:
    assert theme.motion_ms == MOTION_MS
    theme.let_move(wanted=False)
    assert theme.motion_ms == 0
