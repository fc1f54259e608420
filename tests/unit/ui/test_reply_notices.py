"""Saying that a reply is ready."""

import asyncio
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.ids import ConversationId
from app.domain.item import ItemState
from app.ui import reply_notices
from app.ui.plain_keeper import PlainKeeper
from app.ui.reply_notices import ReplyNotices
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until


class Notices:
    """A window that is not in front, and what it said."""

    def __init__(self, controller: ScriptedController, monkeypatch: pytest.MonkeyPatch) -> None:
        self.said: list[tuple[str, str]] = []
        self.controller = controller
        self.plain = PlainKeeper()
        self.window = QWidget()

        def say(_window: QWidget, _name: str, title: str, words: str) -> None:
            self.said.append((title, words))

        monkeypatch.setattr(reply_notices, "tell_desktop", say)
        self.notices = ReplyNotices(controller.events, self.plain, lambda _id: "Celadon", self.window)

    def end_reply(self, state: ItemState = ItemState.COMPLETE) -> ConversationId:
        shown = self.controller.keep("Celadon", ("What is blue?", "Iron is."))
        self.controller.begin_reply(shown)
        self.controller.grow(shown, "A secret.")
        self.controller.end_reply(shown, state)
        return shown


@pytest.fixture
def elsewhere(
    qtbot: QtBot, controller: ScriptedController, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Notices]:
    made = Notices(controller, monkeypatch)
    qtbot.addWidget(made.window)
    yield made
    made.notices.end()


async def test_while_the_person_is_elsewhere_it_is_said_without_a_word_of_it(elsewhere: Notices) -> None:
    elsewhere.end_reply()
    await until(lambda: elsewhere.said, "the notice")
    assert elsewhere.said == [("A reply is ready", "")]


async def test_a_title_is_named_where_that_is_allowed(elsewhere: Notices) -> None:
    elsewhere.plain.change(notifies_titles=True)
    elsewhere.end_reply(ItemState.FAILED)
    await until(lambda: elsewhere.said, "the notice")
    assert elsewhere.said == [("A reply has broken off", "Celadon")]


async def test_nothing_is_said_to_who_looks_stops_or_does_not_want_it(elsewhere: Notices) -> None:
    elsewhere.end_reply(ItemState.STOPPED)
    await asyncio.sleep(0)
    elsewhere.plain.change(notifies=False)
    elsewhere.end_reply()
    await asyncio.sleep(0)
    elsewhere.plain.change(notifies=True)
    elsewhere.window.show()
    elsewhere.window.activateWindow()
    await until(elsewhere.window.isActiveWindow, "the window in front")
    elsewhere.end_reply()
    await asyncio.sleep(0)
    assert elsewhere.said == []
