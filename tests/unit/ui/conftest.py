"""What the window's tests are given: the theme, a core in memory, and a window that is attached to it."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.events import ReplyEnded
from app.domain.ids import ConversationId
from app.domain.item import Item, ItemState, Role, question_body, reply_body
from app.ui.descriptions import Descriptions
from app.ui.main_window import MainWindow
from app.ui.message_acts import MessageActs
from app.ui.theme.theme import Scheme, Theme
from app.ui.transcript.transcript_view import TranscriptView
from tests.fakes.scripted_controller import ScriptedController
from tests.fakes.scripted_server import ScriptedServer
from tests.fixtures.core import Chat
from tests.fixtures.waiting import until

MakeItem = Callable[..., Item]

NOW = int(datetime(2026, 11, 20, 10, 41).astimezone().timestamp() * 1_000_000)


@pytest.fixture(scope="session")
def session_theme(qapp: QApplication) -> Theme:
    qapp.setQuitOnLastWindowClosed(False)
    return Theme(qapp)


@pytest.fixture(scope="session")
def descriptions(qapp: QApplication) -> Descriptions:
    """Asked for by tests that read what a widget says to assistive tools."""
    assert qapp
    return Descriptions()


@pytest.fixture
def theme(session_theme: Theme) -> Iterator[Theme]:
    session_theme.choose(Scheme.LIGHT)
    yield session_theme
    session_theme.choose(Scheme.LIGHT)
    session_theme.resize_text(100)
    session_theme.let_move(wanted=True)


@pytest.fixture
def controller() -> ScriptedController:
    return ScriptedController(NOW)


@pytest.fixture
def bare(qtbot: QtBot, theme: Theme) -> MainWindow:
    """A window without a core."""
    made = MainWindow(theme, lambda: NOW)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def built(qtbot: QtBot, theme: Theme) -> MainWindow:
    """The window of `window` or `talk`, made outside of the steps of their loop."""
    made = MainWindow(theme, lambda: NOW)
    qtbot.addWidget(made)
    return made


@pytest.fixture
async def window(built: MainWindow, controller: ScriptedController) -> MainWindow:
    """A window on a core that holds one conversation, which is shown."""
    controller.keep("Celadon", ("What is blue?", "Iron is."))
    built.resize(1280, 800)
    built.show()
    await built.painted()
    built.attach(controller)
    await until(lambda: built.pane.transcript.history.items, "the newest conversation")
    built.activateWindow()
    await until(built.isActiveWindow, "the window to be active")
    return built


@pytest.fixture
def make_item() -> MakeItem:
    """Makes items: `make_item(Role.PERSON, "text")`, with whatever else is to differ."""

    def make(role: Role, text: str, state: ItemState = ItemState.COMPLETE, **more: object) -> Item:
        person = role is Role.PERSON
        fields: dict = {"id": f"item-{more.get('depth', 1)}", "run": 1, "depth": 1, "created_at": NOW}
        fields["body"] = question_body(text) if person else reply_body(text, whole=True)
        fields["model"] = None if person else "gpt-5"
        return Item(role=role, state=state, **(fields | more))

    return make


@dataclass
class Talk:
    """A window on a real core, with the conversation that it shows."""

    window: MainWindow
    chat: Chat
    conversation: ConversationId

    @property
    def acts(self) -> MessageActs:
        return self.window._presenter.message_acts

    @property
    def view(self) -> TranscriptView:
        return self.window.pane.transcript

    @property
    def texts(self) -> list[str]:
        return shown_texts(self.view)

    def item(self, row: int) -> Item:
        return self.view.history.items[row]

    async def shows(self, *texts: str) -> None:
        await until(lambda: self.texts == list(texts), f"{texts}")

    async def rests(self) -> None:
        """Wait until no reply is under way."""
        await until(lambda: not self.chat.controller.is_streaming(self.conversation), "the reply's end")


@pytest.fixture
async def talk(built: MainWindow, chat: Chat, server: ScriptedServer) -> AsyncIterator[Talk]:
    """One question is asked and answered."""
    chat.ask(server)
    conversation = chat.controller.send(None, "Why?")
    await chat.told.until(ReplyEnded)
    built.resize(1000, 800)
    built.show()
    await built.painted()
    built.attach(chat.controller)
    talk = Talk(built, chat, conversation)
    await talk.shows("Why?", "Hello there.")
    built.activateWindow()
    await until(built.isActiveWindow, "the window to be active")
    await talk.rests()
    yield talk
    await until(lambda: built._presenter is None or built._presenter._lists.is_at_rest, "the lists")


def shown_texts(view: TranscriptView) -> list[str]:
    """What can be read in a transcript, item by item."""
    return [view.history.text(item) for item in view.history.items]
