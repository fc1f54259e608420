"""What is typed into the search and what comes of it, seen and driven through the window."""

import asyncio
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.errors import DiskFull
from app.domain.events import ReplyEnded
from app.domain.search import Order
from app.ui.main_window import MainWindow
from tests.fakes.scripted_controller import ScriptedController
from tests.fakes.scripted_searching import hit
from tests.fixtures.waiting import until
from tests.unit.ui.conftest import Talk

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def search(qtbot: QtBot, window: MainWindow, text: str) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL | SHIFT)
    qtbot.keyClicks(window.sidebar.search.field.line, text)


def listed(window: MainWindow) -> list[str]:
    model = window.sidebar.search.page.model
    return [model.index(row).data() for row in range(model.rowCount())]


def says(window: MainWindow) -> str:
    return window.sidebar.search.page.state.text()


@pytest.fixture
async def two(window: MainWindow, controller: ScriptedController) -> MainWindow:
    """A window with another conversation, in which a message is found."""
    other = controller.keep("Glaze tests", ("What?", "That glaze."), age=1000)
    window._presenter.start()
    await until(lambda: window.sidebar.model.find(other).isValid(), "the list")
    found = hit("x", "That glaze.", "glaze", title="Glaze tests", conversation_id=other)
    answer = controller._items[other][1].id
    found = replace(found, item_id=answer, created_at=controller.now)
    controller.searching.found = {"glaze": [found]}
    return window


async def test_titles_and_messages_are_found(qtbot: QtBot, two: MainWindow) -> None:
    search(qtbot, two, "glaze")
    await until(lambda: says(two) == "1 message", "the message")
    message = "Glaze tests, You · 10:41: That glaze."
    assert listed(two) == ["Titles", "Glaze tests", "Glaze tests", message]


async def test_each_key_begins_anew_and_only_the_last_is_shown(
    qtbot: QtBot, two: MainWindow, controller: ScriptedController
) -> None:
    controller.searching.slow = asyncio.Event()
    search(qtbot, two, "glaze")
    await until(lambda: listed(two) == ["Titles", "Glaze tests"], "the titles")
    qtbot.keyClicks(two.sidebar.search.field.line, "s")
    controller.searching.slow.set()
    await until(two.sidebar.search.page.notice.isVisible, "the end of the search")
    assert controller.searching.asked[-1] == ("glazes", Order.NEWEST)
    assert controller.searching.pages_given == 0
    assert listed(two) == []


async def test_a_message_that_is_chosen_is_landed_on(qtbot: QtBot, talk: Talk) -> None:
    """On the real archive: the question is found in the conversation that is not shown."""
    other = talk.chat.controller.send(None, "What of the celadon?")
    await talk.chat.told.until(ReplyEnded, 2)
    assert talk.window._presenter._shown == talk.conversation
    search(qtbot, talk.window, "celad")
    await until(lambda: says(talk.window) == "1 message", "the message")
    results = talk.window.sidebar.search.page.list
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(talk.window.focusWidget(), key)
    await until(lambda: talk.view.sight.flashed is not None, "the mark")
    assert talk.window._presenter._shown == other
    assert talk.view.history.text(talk.view.history.items[0]) == "What of the celadon?"
    assert talk.view.focused_item == talk.view.history.items[0].id
    assert results.isVisible()


async def test_a_title_that_is_chosen_is_opened(qtbot: QtBot, two: MainWindow) -> None:
    search(qtbot, two, "glaze")
    await until(lambda: says(two) == "1 message", "the message")
    qtbot.keyClick(two.sidebar.search.field.line, Qt.Key.Key_Return)
    await until(lambda: two.pane.header.title.text() == "Glaze tests", "the conversation")


async def test_what_is_in_the_trash_is_found_and_not_opened(
    qtbot: QtBot, two: MainWindow, controller: ScriptedController
) -> None:
    controller.searching.found["is:trashed"] = controller.searching.found["glaze"]
    search(qtbot, two, "is:trashed")
    await until(lambda: says(two) == "1 message", "the message")
    qtbot.keyClick(two.sidebar.search.field.line, Qt.Key.Key_Return)
    assert two.sidebar.search.page.notice.isVisible()
    assert two.sidebar.search.page.notice.text() == "This conversation is in the trash."
    assert two.pane.header.title.text() == "Celadon"


async def test_what_is_in_the_trash_is_restored_and_opened_from_where_it_was_found(
    qtbot: QtBot, two: MainWindow, controller: ScriptedController
) -> None:
    found = controller.searching.found["is:trashed"] = controller.searching.found["glaze"]
    conversation = found[0].conversation_id
    await controller.arranging.trash([conversation])
    search(qtbot, two, "is:trashed")
    await until(lambda: says(two) == "1 message", "the message")
    qtbot.keyClick(two.sidebar.search.field.line, Qt.Key.Key_Return)
    page = two.sidebar.search.page
    await until(page.restore_button.isVisible, "the offer")
    qtbot.keyClick(page.restore_button, Qt.Key.Key_Space)
    await until(lambda: conversation not in controller._trash, "the way out of the trash")
    await until(lambda: two.pane.header.title.text() == "Glaze tests", "the conversation")
    await until(lambda: not page.restore_button.isVisible(), "the offer to go")


async def test_escape_comes_back_to_the_list_as_it_was(qtbot: QtBot, two: MainWindow) -> None:
    search(qtbot, two, "glaze")
    qtbot.keyClick(two.sidebar.search.field.line, Qt.Key.Key_Escape)
    assert two.sidebar.list.hasFocus()
    assert two.sidebar.list.currentIndex().data() == "Celadon"


async def test_filters_hold_for_titles_too(qtbot: QtBot, two: MainWindow) -> None:
    search(qtbot, two, "glaze is:pinned")
    await until(two.sidebar.search.page.notice.isVisible, "the end of the search")
    assert "filters" in two.sidebar.search.page.notice.text()


async def test_more_is_looked_for_when_the_person_comes_near_to_the_end(
    qtbot: QtBot, two: MainWindow, controller: ScriptedController
) -> None:
    many = [hit(f"conversation {n}", f"kiln {n}", "kiln") for n in range(500)]
    controller.searching.found["kiln"] = many
    search(qtbot, two, "kiln")
    await until(lambda: says(two).endswith("so far"), "the first messages")
    given = controller.searching.pages_given
    assert given < 10
    two.sidebar.search.page.list.scrollToBottom()
    await until(lambda: controller.searching.pages_given > given, "more")
    for _ in range(20):
        two.sidebar.search.page.list.scrollToBottom()
        await asyncio.sleep(0.02)
    await until(lambda: says(two) == "500 messages", "the end")


async def test_a_search_that_fails_is_told_of(
    qtbot: QtBot, two: MainWindow, controller: ScriptedController
) -> None:
    controller.searching.trouble = DiskFull("Full.")
    search(qtbot, two, "glaze")
    await until(two.pane.composer.refusal.isVisible, "the sentence")
    assert listed(two) == []


async def test_another_order_asks_again(
    qtbot: QtBot, two: MainWindow, controller: ScriptedController
) -> None:
    search(qtbot, two, "glaze")
    await until(lambda: says(two) == "1 message", "the message")
    two.sidebar.search.page.order_button.click()
    await until(lambda: controller.searching.asked[-1] == ("glaze", Order.BEST), "the best")


async def test_of_many_titles_a_few_are_listed(
    qtbot: QtBot, two: MainWindow, controller: ScriptedController
) -> None:
    for number in range(1200):
        controller.keep(f"Kiln number {number}", age=number)
    await controller.conversations()
    search(qtbot, two, "kiln")
    await until(lambda: len(listed(two)) == 7, "the titles")
    assert listed(two)[-1] == "and 1\u202f195 more"


async def test_in_a_narrow_window_what_is_chosen_takes_the_place_of_the_search(
    qtbot: QtBot, two: MainWindow
) -> None:
    two.resize(480, 720)
    await until(lambda: not two.sidebar.isVisible(), "the folded sidebar")
    search(qtbot, two, "celadon")
    assert two.sidebar.isVisible()
    await until(lambda: listed(two) == ["Titles", "Celadon"], "the title")
    qtbot.keyClick(two.sidebar.search.field.line, Qt.Key.Key_Return)
    assert (two.sidebar.isVisible(), two.pane.isVisible()) == (False, True)
