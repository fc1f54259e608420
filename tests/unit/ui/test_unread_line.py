"""What nobody has seen yet begins with a line, in the window as it is."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.ids import ConversationId
from app.ui.main_window import MainWindow
from app.ui.transcript.circumstances import UNREAD
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until


@pytest.fixture
async def other(window: MainWindow, controller: ScriptedController) -> ConversationId:
    """A conversation that is in the list and not shown: a question and its answer."""
    made = controller.keep("Middle", ("What?", "That."), age=1000)
    window._presenter.start()
    await until(lambda: window.sidebar.known.of(made), "the list")
    return made


def lines(window: MainWindow) -> list[str]:
    """The messages that begin with the line."""
    view = window.pane.transcript
    known = view.circumstances
    return [
        item.text
        for item in view.history.items
        if any(kind == UNREAD for kind, _ in known.of(item.depth - 1, item).lines)
    ]


def answer(controller: ScriptedController, conversation: ConversationId, text: str) -> None:
    controller.begin_reply(conversation)
    controller.grow(conversation, text)
    controller.end_reply(conversation)


async def is_unread(window: MainWindow, conversation: ConversationId) -> None:
    await until(lambda: window.sidebar.known.of(conversation).is_unread, "the mark")


async def test_the_line_stands_before_the_first_of_several_answers_until_one_leaves(
    window: MainWindow, controller: ScriptedController, other: ConversationId
) -> None:
    before = window._presenter._shown
    for text in ("One.", "Two."):
        answer(controller, other, text)
    await is_unread(window, other)
    window._presenter.open(other)
    await until(lambda: lines(window) == ["One."], "the line")
    window._presenter.open(before)
    await until(lambda: len(window.pane.transcript.history.items) == 2, "the other conversation")
    window._presenter.open(other)
    await until(lambda: len(window.pane.transcript.history.items) == 4, "the first again")
    assert lines(window) == []


async def test_of_an_earlier_run_it_is_known_that_the_newest_answer_is_unread(
    window: MainWindow, controller: ScriptedController, other: ConversationId
) -> None:
    await controller.arranging.mark_unread([other], unread=True)
    await is_unread(window, other)
    window._presenter.open(other)
    await until(lambda: lines(window) == ["That."], "the line")


async def test_a_reply_that_ended_behind_another_window_is_new_as_well(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    shown = window._presenter._shown
    answer(controller, shown, "Seen.")
    await until(lambda: len(window.pane.transcript.history.items) == 3, "the reply")
    front = QWidget()
    qtbot.addWidget(front)
    front.show()
    front.activateWindow()
    await until(front.isActiveWindow, "the other window")
    answer(controller, shown, "Unseen.")
    await until(lambda: lines(window) == ["Unseen."], "the line")


async def test_what_was_seen_has_no_line(
    window: MainWindow, controller: ScriptedController, other: ConversationId
) -> None:
    window._presenter.open(other)
    await until(lambda: window.pane.transcript.history.items[0].text == "What?", "the conversation")
    answer(controller, other, "Seen.")
    await until(lambda: len(window.pane.transcript.history.items) == 3, "the reply")
    assert lines(window) == []
