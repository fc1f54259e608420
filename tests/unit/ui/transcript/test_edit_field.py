import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.transcript.edit_field import EditField

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def edit(theme: Theme, ground: QWidget) -> EditField:
    field = EditField(theme, ground)
    field.resize(600, 120)
    field.show()
    field.begin("Why?", can_send=True)
    return field


def test_it_grows_with_its_text(qtbot: QtBot, edit: EditField) -> None:
    before = edit.sizeHint().height()
    with qtbot.waitSignal(edit.changed):
        edit.field.set_text("\n".join("line" for _ in range(10)))
    assert edit.sizeHint().height() == before + 8 * 24
    edit.field.set_text("\n".join("line" for _ in range(1000)))
    assert edit.sizeHint().height() < 560


def test_a_line_that_breaks_elsewhere_makes_it_ask_for_other_room(qtbot: QtBot, edit: EditField) -> None:
    edit.field.set_text("word " * 60)
    before = edit.sizeHint().height()
    with qtbot.waitSignal(edit.changed):
        edit.resize(300, 120)
    assert edit.sizeHint().height() > before


def test_nothing_can_be_stored_in_no_words(qtbot: QtBot, edit: EditField) -> None:
    edit.field.set_text("  ")
    assert not edit.save_button.isEnabled()
    assert not edit.send_button.isEnabled()
    with qtbot.assertNotEmitted(edit.save_wanted), qtbot.assertNotEmitted(edit.send_wanted):
        qtbot.keyClick(edit.field, Qt.Key.Key_Return, CONTROL)
        qtbot.keyClick(edit.field, Qt.Key.Key_Return, CONTROL | SHIFT)


def test_the_reason_stands_beside_what_was_typed(edit: EditField) -> None:
    before = edit.sizeHint().height()
    edit.refuse("There is no room left.")
    assert edit.notice.isVisible()
    assert edit.sizeHint().height() > before
    edit.begin("Other", can_send=False)
    assert edit.notice.isHidden()
    assert edit.send_button.isHidden()


def test_both_ways_out_have_a_key_and_a_button(qtbot: QtBot, edit: EditField) -> None:
    for key in (CONTROL, CONTROL | SHIFT):
        wanted = edit.save_wanted if key == CONTROL else edit.send_wanted
        with qtbot.waitSignal(wanted) as text:
            qtbot.keyClick(edit.field, Qt.Key.Key_Return, key)
        assert text.args == ["Why?"]
    for button, wanted in ((edit.save_button, edit.save_wanted), (edit.send_button, edit.send_wanted)):
        with qtbot.waitSignal(wanted):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(edit.given_up):
        qtbot.mouseClick(edit.cancel_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(edit.given_up):
        qtbot.keyClick(edit.field, Qt.Key.Key_Escape)
