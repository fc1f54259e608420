"""What assistive tools are told."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.domain.errors import Fault
from app.domain.item import ItemState, Role
from app.ui.descriptions import Descriptions
from app.ui.transcript.announcer import Announcer, end_words
from app.ui.transcript.transcript_view import TranscriptView
from tests.unit.ui.conftest import MakeItem


@pytest.fixture
def _listening(descriptions: Descriptions) -> Iterator[None]:
    assert descriptions
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (ItemState.COMPLETE, "The reply is complete."),
        (ItemState.STOPPED, "The reply was stopped."),
        (ItemState.FAILED, "Check the connection"),
    ],
)
def test_an_end_has_words(make_item: MakeItem, state: ItemState, words: str) -> None:
    assert words in end_words(make_item(Role.MODEL, "", state, fault=Fault("ProviderUnreachable", "")))


@pytest.mark.usefixtures("_listening")
def test_with_a_tool_listening_everything_goes_on(
    qtbot: QtBot, view: TranscriptView, make_item: MakeItem
) -> None:
    reply = make_item(Role.MODEL, "So", ItemState.STREAMING, depth=21)
    view.add(reply)
    with qtbot.waitSignal(view.reply_ended) as told:
        view.replace(reply._replace(state=ItemState.COMPLETE), None)
    assert told.args[0].state is ItemState.COMPLETE
    view.focus_message("item-4")
    view.jump_to_end()
    announcer = view.findChild(Announcer)
    assert announcer._told[-1] == 20
