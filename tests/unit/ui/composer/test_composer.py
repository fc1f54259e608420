"""Where a question is written."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.attachment import PreparedFile, Seal
from app.domain.errors import Fault
from app.domain.ids import AttachmentId
from app.domain.outlook import Outlook
from app.ui.composer.composer import Composer
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import COLUMN_WIDTH
from app.ui.wording import words_for

FILE = PreparedFile(AttachmentId("f"), 1, Seal(b"", 0), "notes.txt", "text/plain", "words")


@pytest.fixture
def composer(qtbot: QtBot, theme: Theme) -> Composer:
    made = Composer(theme)
    qtbot.addWidget(made)
    made.resize(1000, 200)
    made.wake()
    made.show()
    return made


def test_enter_hands_the_text_over_and_keeps_it(qtbot: QtBot, composer: Composer) -> None:
    qtbot.keyClicks(composer.field, "Why?")
    with qtbot.waitSignal(composer.submitted) as submitted:
        qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    assert submitted.args == ["Why?"]
    assert composer.text == "Why?"


def test_the_button_sends_too(qtbot: QtBot, composer: Composer) -> None:
    qtbot.keyClicks(composer.field, "Why?")
    with qtbot.waitSignal(composer.submitted):
        qtbot.mouseClick(composer.button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("text", ["", "  \n "])
def test_nothing_is_not_sent(qtbot: QtBot, composer: Composer, text: str) -> None:
    composer.set_text(text)
    with qtbot.assertNotEmitted(composer.submitted):
        qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    assert not composer.button.isEnabled()


def test_before_anybody_takes_it_text_can_be_typed_but_not_sent(qtbot: QtBot, theme: Theme) -> None:
    composer = Composer(theme)
    qtbot.addWidget(composer)
    qtbot.keyClicks(composer.field, "Why?")
    with qtbot.assertNotEmitted(composer.submitted):
        qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    assert (composer.text, composer.button.isEnabled()) == ("Why?", False)


def test_what_was_sent_too_early_is_handed_over_later(qtbot: QtBot, theme: Theme) -> None:
    composer = Composer(theme)
    qtbot.addWidget(composer)
    qtbot.keyClicks(composer.field, "Why?")
    qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    with qtbot.waitSignal(composer.submitted) as submitted:
        composer.wake()
    assert submitted.args == ["Why?"]


def test_what_was_changed_after_an_early_enter_is_not_sent_by_itself(qtbot: QtBot, theme: Theme) -> None:
    composer = Composer(theme)
    qtbot.addWidget(composer)
    qtbot.keyClicks(composer.field, "Why?")
    qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    qtbot.keyClicks(composer.field, " Or")
    with qtbot.assertNotEmitted(composer.submitted):
        composer.wake()


def test_while_a_reply_comes_the_button_stops_it_and_enter_hands_over_what_comes_next(
    qtbot: QtBot, composer: Composer
) -> None:
    composer.set_text("More")
    composer.set_streaming(streaming=True)
    assert composer.button.accessibleName() == "Stop"
    with qtbot.assertNotEmitted(composer.submitted), qtbot.waitSignal(composer.stop_wanted):
        composer.button.click()
    with qtbot.waitSignal(composer.submitted):
        qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    composer.set_streaming(streaming=False)
    assert composer.button.accessibleName() == "Send"


def test_it_says_about_how_many_tokens_there_are(composer: Composer) -> None:
    composer.set_text("word " * 8_000)
    assert composer.cost.text() == "about 9\u202f124 tokens"
    composer.set_text("")
    assert composer.cost.text() == ""


def test_what_is_too_long_is_said_beside_the_count(composer: Composer) -> None:
    composer.cost.show_outlook(Outlook(1, 2, 900, 0, 800, False, True, 700))
    assert composer.cost.text() == "about 700 tokens: too long for this model"
    composer.cost.show_outlook(Outlook(1, 2, 700, 0, 800, True, False, 70))
    assert composer.cost.text() == "about 70 tokens: older messages will be left out"
    composer.cost.show_outlook(Outlook(1, 2, 700, 0, 800, True, False, 0))
    assert composer.cost.text() == ""


def test_what_is_asked_while_a_file_is_read_waits_for_it(qtbot: QtBot, composer: Composer) -> None:
    composer.set_text("Why?")
    composer.set_files((), reading=True)
    with qtbot.assertNotEmitted(composer.submitted):
        qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    with qtbot.waitSignal(composer.submitted):
        composer.set_files((FILE,), reading=False)


def test_files_alone_can_be_sent(qtbot: QtBot, composer: Composer) -> None:
    composer.set_files((FILE,), reading=False)
    with qtbot.waitSignal(composer.submitted) as submitted:
        qtbot.mouseClick(composer.button, Qt.MouseButton.LeftButton)
    assert submitted.args == [""]


def test_a_refusal_goes_when_the_text_is_sent_again(qtbot: QtBot, composer: Composer) -> None:
    composer.set_text("Why?")
    composer.refuse(words_for(Fault("ReplyUnderWay", "")), offers_setup=False)
    assert composer.refusal.isVisible()
    qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    assert composer.refusal.isHidden()


def test_tab_goes_from_the_field_along_the_bar_to_the_button(qtbot: QtBot, composer: Composer) -> None:
    composer.set_text("Why?")
    composer.activateWindow()
    composer.field.setFocus()
    qtbot.waitUntil(composer.field.hasFocus)
    bar = composer.bar
    for widget in (bar.attach_button, bar.assistant_button, bar.prompt_button, bar.button):
        qtbot.keyClick(composer.focusWidget(), Qt.Key.Key_Tab)
        assert widget.hasFocus()
    assert composer.text == "Why?"


@pytest.mark.parametrize(("width", "frame"), [(1000, COLUMN_WIDTH), (480, 448)])
def test_the_frame_stands_in_the_column(composer: Composer, width: int, frame: int) -> None:
    composer.resize(width, 200)
    assert composer.frame.width() == frame
    assert abs(composer.frame.x() * 2 + frame - width) <= 1


def test_larger_text_widens_the_frame_along_with_the_column(theme: Theme, composer: Composer) -> None:
    composer.resize(1600, 200)
    theme.resize_text(200)
    assert composer.frame.width() == 2 * COLUMN_WIDTH
