"""A transcript on the screen, filled with items."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.conversation import HistoryPage
from app.domain.ids import ConversationId
from app.domain.item import Item, Role
from app.ui.theme.theme import Theme
from app.ui.transcript.transcript_view import TranscriptView
from tests.unit.ui.conftest import MakeItem

TEXT = "Slow cooling lets crystals grow.\n" * 6
ShowItems = Callable[..., TranscriptView]


def page_of(*items: Item, **more: object) -> HistoryPage:
    """All there is of a conversation."""
    length = max((item.depth for item in items), default=0)
    return HistoryPage(ConversationId("shown"), items, length, None, {}, **more)


@pytest.fixture
def items(make_item: MakeItem) -> tuple[Item, ...]:
    """Twenty messages, questions and answers by turns."""
    return tuple(
        make_item(Role.PERSON if depth % 2 else Role.MODEL, f"{depth} {TEXT}", depth=depth)
        for depth in range(1, 21)
    )


@pytest.fixture
def show_items(qtbot: QtBot, theme: Theme) -> ShowItems:
    """Shows items: `show_items(item, item, size=(800, 500))`."""

    def show(*items: Item, size: tuple[int, int] = (800, 500)) -> TranscriptView:
        made = TranscriptView(theme)
        qtbot.addWidget(made)
        made.resize(*size)
        made.show()
        made.show_page(page_of(*items))
        return made

    return show


@pytest.fixture
def view(qtbot: QtBot, items: tuple[Item, ...], show_items: ShowItems) -> TranscriptView:
    """Shows the twenty messages, in the window that has the keyboard."""
    made = show_items(*items)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    """An active window with nothing in it."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made
