"""The line that offers a deed, such as to undo a deletion."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.sidebar.offer_line import OfferLine
from app.ui.theme.theme import Theme


@pytest.fixture
def line(qtbot: QtBot, theme: Theme) -> OfferLine:
    made = OfferLine(theme, "Moved to the trash", "Undo", "Takes the conversation out of the trash")
    qtbot.addWidget(made)
    made.resize(256, made.height())
    return made


def test_it_is_hidden_until_there_is_something_to_offer(line: OfferLine) -> None:
    assert line.isHidden()


def test_its_words_have_room_beside_its_buttons(qtbot: QtBot, line: OfferLine) -> None:
    line.show()
    qtbot.waitExposed(line)
    assert line.words.text() == "Moved to the trash"
    assert line.words.fontMetrics().horizontalAdvance(line.words.text()) <= line.words.width()


def test_its_buttons_ask_for_what_they_say(qtbot: QtBot, line: OfferLine) -> None:
    line.show()
    with qtbot.waitSignal(line.taken):
        qtbot.mouseClick(line.deed_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(line.dismissed):
        qtbot.mouseClick(line.close_button, Qt.MouseButton.LeftButton)


def test_it_knows_whether_it_has_the_focus(qtbot: QtBot, line: OfferLine) -> None:
    line.show()
    line.activateWindow()
    qtbot.waitUntil(line.isActiveWindow)
    line.deed_button.setFocus()
    assert line.has_focus
    qtbot.keyClick(line.deed_button, Qt.Key.Key_Tab)
    assert line.close_button.hasFocus()
    assert line.has_focus
    line.close_button.clearFocus()
    assert not line.has_focus


def test_assistive_tools_are_told_what_happened(line: OfferLine) -> None:
    names = [each.accessibleName() for each in (line, line.deed_button, line.close_button)]
    assert names == ["Moved to the trash", "Undo", "Dismiss"]


def test_it_says_something_else_with_a_note_below(line: OfferLine) -> None:
    line.show()
    before = line.sizeHint().height()
    line.say("Archived", "12 messages stay.")
    assert (line.words.text(), line.note.text()) == ("Archived", "12 messages stay.")
    assert line.accessibleName() == "Archived. 12 messages stay."
    assert line.sizeHint().height() > before
    line.say("Moved")
    assert (line.note.isHidden(), line.accessibleName()) == (True, "Moved")
