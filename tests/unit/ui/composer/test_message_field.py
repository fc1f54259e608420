"""The field a question is typed into."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QKeySequence, QTextOption
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.composer.message_field import MOST_PASTED, MessageField
from app.ui.theme.tokens import READING

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def field(qtbot: QtBot) -> MessageField:
    made = MessageField()
    qtbot.addWidget(made)
    made.resize(400, 100)
    made.show()
    return made


def test_enter_submits_and_shift_enter_begins_a_line(qtbot: QtBot, field: MessageField) -> None:
    qtbot.keyClicks(field, "one")
    qtbot.keyClick(field, Qt.Key.Key_Return, SHIFT)
    qtbot.keyClicks(field, "two")
    with qtbot.waitSignal(field.submitted):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "one\ntwo"


def test_it_grows_with_its_text_as_far_as_there_is_room(field: MessageField) -> None:
    field.set_room(120)
    heights = []
    for lines in (1, 3, 50):
        field.set_text("\n".join(["line"] * lines))
        heights.append(field.height())
    assert heights == [2 * READING.line, 3 * READING.line, 120]


def test_pasted_markup_is_text(field: MessageField) -> None:
    pasted = QMimeData()
    pasted.setHtml("<b>bold</b>")
    pasted.setText("<b>bold</b>")
    field.insertFromMimeData(pasted)
    assert field.toPlainText() == "<b>bold</b>"
    assert "font-weight:700" not in field.toHtml().partition("<body")[2]


def test_lines_after_the_first_keep_the_line_height(qtbot: QtBot, field: MessageField) -> None:
    field.set_text("one\ntwo")
    qtbot.keyClick(field, Qt.Key.Key_Return, SHIFT)
    assert field.document().size().height() == 3 * READING.line


def test_a_very_long_line_is_broken_anywhere_and_a_short_one_at_words(field: MessageField) -> None:
    pasted = QMimeData()
    pasted.setText("x" * 20_000)
    field.insertFromMimeData(pasted)
    assert field.wordWrapMode() is QTextOption.WrapMode.WrapAnywhere
    field.set_text("short")
    assert field.wordWrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def test_a_text_put_in_place_cannot_be_undone_away(field: MessageField) -> None:
    field.set_text("kept")
    field.undo()
    assert field.toPlainText() == "kept"


def test_what_was_typed_can_be_undone_and_nothing_more_is_kept_from_the_window(
    qtbot: QtBot, field: MessageField
) -> None:
    undo = QAction(field.window())
    undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    field.window().addAction(undo)
    asked: list[bool] = []
    undo.triggered.connect(lambda: asked.append(True))
    field.set_text("a draft of before")
    field.window().activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.toPlainText(), asked) == ("a draft of before", [])
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.toPlainText(), len(asked)) == ("a draft of before", 1)


def test_where_ctrl_enter_sends_enter_breaks_the_line(qtbot: QtBot, field: MessageField) -> None:
    field.enter_sends = False
    qtbot.keyClicks(field, "one")
    with qtbot.assertNotEmitted(field.submitted):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitSignal(field.submitted):
        qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == "one\n"


def test_what_is_still_being_composed_is_not_sent_by_its_enter(qtbot: QtBot, field: MessageField) -> None:
    QApplication.sendEvent(field, QInputMethodEvent("かん", []))
    with qtbot.assertNotEmitted(field.submitted), qtbot.assertNotEmitted(field.edit_last_wanted):
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.keyClick(field, Qt.Key.Key_Up)
    chosen = QInputMethodEvent()
    chosen.setCommitString("漢字")
    QApplication.sendEvent(field, chosen)
    with qtbot.waitSignal(field.submitted):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText().strip() == "漢字"


def test_what_is_too_long_is_not_put_in_by_itself(qtbot: QtBot, field: MessageField) -> None:
    field.takes_files = True
    pasted = QMimeData()
    pasted.setText("x" * (MOST_PASTED + 1))
    with qtbot.waitSignal(field.long_text_pasted):
        field.insertFromMimeData(pasted)
    assert field.toPlainText() == ""
