"""A choice between yes and no."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE, LIGHT
from app.ui.widgets.check_box import CheckBox

WORDS = "Take the key out of the keyring: ask for the passphrase at every start"


@pytest.fixture
def box(qtbot: QtBot, theme: Theme) -> CheckBox:
    made = CheckBox(theme, WORDS)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    return made


def test_a_click_on_its_words_checks_it(qtbot: QtBot, box: CheckBox) -> None:
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 4, box.height() // 2))
    assert box.isChecked()
    assert box.grab().toImage().pixelColor(8, 9).name().upper() == LIGHT.accent


def test_space_checks_it_and_a_ring_shows_where_the_focus_is(qtbot: QtBot, box: CheckBox) -> None:
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()
    assert box.grab().toImage().pixelColor(box.width() // 2, 1).name().upper() == LIGHT.accent


def test_where_there_is_no_room_beside_its_words_take_another_line(box: CheckBox) -> None:
    assert box.heightForWidth(box.sizeHint().width()) == INTERFACE.line + 8
    assert box.heightForWidth(200) >= 3 * (INTERFACE.line - 4)


def test_larger_text_gives_it_more_room(theme: Theme, box: CheckBox) -> None:
    before = box.sizeHint()
    theme.resize_text(200)
    assert box.sizeHint().width() > before.width() * 1.8


def test_an_assistive_tool_finds_its_words(box: CheckBox) -> None:
    seen = QAccessible.queryAccessibleInterface(box)
    assert (seen.role(), seen.text(QAccessible.Text.Name)) == (QAccessible.Role.CheckBox, WORDS)


def test_from_right_to_left_the_box_stands_at_the_right(box: CheckBox) -> None:
    box.setChecked(True)
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    image, middle = box.grab().toImage(), box.height() // 2
    assert image.pixelColor(box.width() - 16, middle).name().upper() == LIGHT.accent
