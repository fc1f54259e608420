"""Finding within a conversation, typed and pressed in a window on a real core."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.events import ReplyEnded
from app.ui.transcript.deeds import Deed
from app.ui.transcript.find_bar import FindBar
from tests.fixtures.waiting import until
from tests.unit.ui.conftest import Talk

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
async def long(talk: Talk) -> Talk:
    """Eight questions more, each with its answer."""
    for number in range(8):
        talk.chat.controller.send(talk.conversation, f"Müller {number}\n" + "Line.\n" * 30)
        await talk.chat.told.until(ReplyEnded, 2 + number)
        await talk.rests()
    await until(lambda: len(talk.texts) == 18, "the conversation")
    return talk


@pytest.fixture
def bar(qtbot: QtBot, long: Talk) -> FindBar:
    long.window.pane.composer.field.setFocus()
    qtbot.keyClick(long.window.pane.composer.field, Qt.Key.Key_F, CONTROL)
    assert long.window.pane.find_bar.field.hasFocus()
    return long.window.pane.find_bar


async def says(bar: FindBar, words: str) -> None:
    await until(lambda: bar.count.text() == words, f"{words}, not {bar.count.text()}")


def at(talk: Talk) -> int | None:
    """The depth of the message in which the search stands."""
    current = talk.view.sight.current
    return current[0] + 1 if current else None


async def test_places_are_counted_and_gone_through(qtbot: QtBot, long: Talk, bar: FindBar) -> None:
    qtbot.keyClicks(bar.field, "muller")
    await says(bar, "8 of 8")
    assert at(long) == 17
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert (bar.count.text(), at(long)) == ("1 of 8", 3)
    assert long.view.rect_of(long.item(2).id)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, SHIFT)
    assert (bar.count.text(), at(long)) == ("8 of 8", 17)
    qtbot.keyClick(long.window, Qt.Key.Key_F3)
    qtbot.keyClick(long.window, Qt.Key.Key_F3)
    assert (bar.count.text(), at(long)) == ("2 of 8", 5)
    qtbot.keyClick(long.window, Qt.Key.Key_F3, SHIFT)
    assert bar.count.text() == "1 of 8"


async def test_it_begins_where_the_person_reads(qtbot: QtBot, long: Talk, bar: FindBar) -> None:
    long.view.go_to(6, 0)
    qtbot.keyClicks(bar.field, "muller")
    await says(bar, "3 of 8")
    assert at(long) == 7


async def test_several_places_in_one_message_are_gone_through_one_by_one(
    qtbot: QtBot, long: Talk, bar: FindBar
) -> None:
    long.view.go_to(2, 0)
    qtbot.keyClicks(bar.field, "line.")
    await says(bar, "1 of 240")
    for _ in range(31):
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert (bar.count.text(), at(long)) == ("32 of 240", 5)
    for _ in range(2):
        qtbot.keyClick(bar.field, Qt.Key.Key_Return, SHIFT)
    assert (bar.count.text(), at(long)) == ("30 of 240", 3)


async def test_what_is_not_there_is_said(qtbot: QtBot, bar: FindBar) -> None:
    qtbot.keyClicks(bar.field, "zebra")
    await says(bar, "Not found")
    assert not bar.next_button.isEnabled()
    bar.field.selectAll()
    qtbot.keyClick(bar.field, Qt.Key.Key_Backspace)
    assert bar.count.text() == ""


async def test_escape_gives_the_focus_back_and_ends_the_marks(qtbot: QtBot, long: Talk, bar: FindBar) -> None:
    qtbot.keyClicks(bar.field, "line")
    await until(lambda: long.view.sight.current, "a mark")
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert long.view.sight.sought is None
    assert long.window.pane.composer.field.hasFocus()


async def test_it_counts_anew_when_something_has_changed(qtbot: QtBot, long: Talk, bar: FindBar) -> None:
    qtbot.keyClicks(bar.field, "muller")
    await says(bar, "8 of 8")
    long.acts.do(Deed.DELETE, long.item(2).id)
    await says(bar, "7 of 7")


async def test_another_conversation_closes_it(long: Talk, bar: FindBar) -> None:
    long.window._presenter.begin()
    assert bar.isHidden()
    long.window._presenter.find_here.open()
    assert bar.isHidden()
