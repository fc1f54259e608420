"""The scroll area of messages: it sticks to the end, or stays where the person reads."""

from time import thread_time

import pytest
from PySide6.QtCore import QEventLoop, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.domain.conversation import HistoryPage
from app.domain.ids import ConversationId
from app.domain.item import Item, ItemState, Role, reply_body
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import FRAME_MS
from app.ui.transcript.message import Message
from app.ui.transcript.transcript_view import TranscriptView
from app.ui.widgets.button import Button
from tests.unit.ui.conftest import MakeItem

CONTROL = Qt.KeyboardModifier.ControlModifier
TEXT = "Slow cooling lets crystals grow.\n" * 6


@pytest.fixture
def items(make_item: MakeItem) -> tuple[Item, ...]:
    return tuple(
        make_item(Role.PERSON if depth % 2 else Role.MODEL, f"{depth} {TEXT}", depth=depth)
        for depth in range(101, 121)
    )


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, items: tuple[Item, ...]) -> TranscriptView:
    made = TranscriptView(theme)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    made.show_page(page(*items))
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def page(*items: Item) -> HistoryPage:
    return HistoryPage(ConversationId("shown"), items, len(items), None, {})


def place(view: TranscriptView, message: Message) -> int:
    return message.mapTo(view.viewport(), QPoint(0, 0)).y()


def is_at_end(view: TranscriptView) -> bool:
    bar = view.verticalScrollBar()
    return bar.value() == bar.maximum() > 0


def scroll_to_middle(view: TranscriptView) -> tuple[Message, int]:
    """Go to the middle, and return a message there with its place."""
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    message = next(each for each in view.messages if place(view, each) > 0)
    return message, place(view, message)


def test_a_conversation_is_shown_from_its_end(view: TranscriptView) -> None:
    assert is_at_end(view)


def test_at_the_end_it_follows_what_arrives(qtbot: QtBot, view: TranscriptView, make_item: MakeItem) -> None:
    view.add(make_item(Role.MODEL, "", ItemState.STREAMING, depth=121))
    view.grow("item-121", TEXT * 20)
    qtbot.waitUntil(lambda: TEXT in view.messages[-1].text.text())
    qtbot.waitUntil(lambda: is_at_end(view))


def test_elsewhere_nothing_moves_whatever_arrives(
    qtbot: QtBot, view: TranscriptView, make_item: MakeItem
) -> None:
    message, before = scroll_to_middle(view)
    view.add(make_item(Role.MODEL, "", ItemState.STREAMING, depth=121))
    view.grow("item-121", TEXT)
    qtbot.waitUntil(lambda: TEXT in view.messages[-1].text.text())
    view.prepend(page(*(make_item(Role.MODEL, TEXT, depth=depth) for depth in range(50, 101))))
    view.set_cut(103)
    qtbot.wait(2 * FRAME_MS)
    assert place(view, message) == before


def test_a_new_width_keeps_what_is_read_where_it_is(view: TranscriptView) -> None:
    message, before = scroll_to_middle(view)
    view.resize(500, 500)
    assert abs(place(view, message) - before) <= 1


def test_a_button_leads_to_the_end_and_is_there_only_when_needed(qtbot: QtBot, view: TranscriptView) -> None:
    button = view.findChild(Button)
    assert not button.isVisible()
    scroll_to_middle(view)
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert is_at_end(view)
    assert not button.isVisible()


def test_coming_near_the_top_asks_for_what_came_before(qtbot: QtBot, view: TranscriptView) -> None:
    with qtbot.waitSignal(view.earlier_wanted):
        qtbot.keyClick(view, Qt.Key.Key_Home)


def test_keys_scroll(qtbot: QtBot, view: TranscriptView) -> None:
    bar = view.verticalScrollBar()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert is_at_end(view)


def test_keys_walk_from_message_to_message_and_copy_one(qtbot: QtBot, view: TranscriptView) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Up, CONTROL)
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Up, CONTROL)
    message = view.messages[-2]
    assert message.text.hasFocus()
    assert message.text.has_ring
    assert 0 <= place(view, message) < view.height()
    qtbot.keyClick(message.text, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == message.item.text


def test_pieces_that_arrive_together_are_drawn_together(
    qtbot: QtBot, view: TranscriptView, make_item: MakeItem
) -> None:
    view.add(make_item(Role.MODEL, "", ItemState.STREAMING, depth=121))
    for piece in ("one ", "two ", "three"):
        view.grow("item-121", piece)
    assert view.messages[-1].text.text() == ""
    qtbot.waitUntil(lambda: view.messages[-1].text.text() == "one two three")


def test_the_end_of_a_reply_replaces_what_was_still_waiting(
    qtbot: QtBot, view: TranscriptView, make_item: MakeItem
) -> None:
    item = make_item(Role.MODEL, "", ItemState.STREAMING, depth=121)
    view.add(item)
    view.grow("item-121", "one")
    view.replace(item._replace(state=ItemState.COMPLETE, body=reply_body("one two", whole=True)), None)
    qtbot.wait(2 * FRAME_MS)
    assert view.messages[-1].text.text() == "one two"


def test_a_megabyte_in_one_line_does_not_hold_the_window(view: TranscriptView, make_item: MakeItem) -> None:
    start = thread_time()
    view.show_page(page(make_item(Role.MODEL, "x" * 1_000_000)))
    longest = thread_time() - start
    while not view.is_laid_out:
        start = thread_time()
        QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
        longest = max(longest, thread_time() - start)
    assert longest < 0.1


def test_a_cleared_view_shows_nothing(view: TranscriptView) -> None:
    view.clear()
    assert view.messages == []
    assert view.verticalScrollBar().maximum() == 0
