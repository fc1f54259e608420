"""The line above a conversation."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.chat.looking_ahead import Foreseen
from app.domain.settings import ProviderSettings
from app.ui.panels.header import Header
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import HEADER_HEIGHT
from tests.fakes.scripted_writing import OUTLOOK


@pytest.fixture
def header(qtbot: QtBot, theme: Theme) -> Header:
    made = Header(theme)
    qtbot.addWidget(made)
    made.resize(1000, HEADER_HEIGHT)
    made.show()
    return made


def test_a_title_is_one_plain_line(header: Header) -> None:
    header.set_title("<b>A</b>\nB\u202e")
    assert header.title.text() == "<b>A</b> B"
    assert header.title.textFormat() is Qt.TextFormat.PlainText
    assert QAccessible.queryAccessibleInterface(header.title).text(QAccessible.Text.Name) == "<b>A</b> B"


def test_what_has_no_title_is_a_new_conversation(header: Header) -> None:
    header.set_title("")
    assert header.title.text() == "New conversation"
    header.set_title("", is_temporary=True)
    assert header.title.text() == "Temporary conversation"


def test_the_model_is_named_and_can_be_chosen(qtbot: QtBot, header: Header) -> None:
    header.set_provider(ProviderSettings("http://localhost", "gpt-5"))
    assert header.model_button.accessibleName() == "gpt-5"
    with qtbot.waitSignal(header.model_wanted), qtbot.assertNotEmitted(header.settings_wanted):
        qtbot.mouseClick(header.model_button, Qt.MouseButton.LeftButton)


def test_without_a_model_it_says_what_to_do_and_opens_the_settings(qtbot: QtBot, header: Header) -> None:
    header.set_provider(None)
    assert header.model_button.accessibleName() == "Set up a model service"
    with qtbot.waitSignal(header.settings_wanted):
        qtbot.mouseClick(header.model_button, Qt.MouseButton.LeftButton)


def test_who_would_answer_is_named_with_the_model(header: Header) -> None:
    header.show_foreseen(Foreseen("gpt-5", "Ada", OUTLOOK))
    assert header.model_button.accessibleName() == "Ada · gpt-5"
    assert header.meter.isVisible()
    header.show_foreseen(None)
    assert not header.meter.isVisible()


def test_a_button_is_there_only_where_somebody_hears_it(qtbot: QtBot, header: Header) -> None:
    assert not header.map_button.isVisible()
    header.map_wanted.connect(lambda: None)
    assert (header.map_button.isVisible(), header.export_button.isVisible()) == (True, False)
    with qtbot.waitSignal(header.map_wanted):
        header.map_button.click()


def test_the_meter_is_pressed_only_where_somebody_hears_it(qtbot: QtBot, header: Header) -> None:
    header.show_foreseen(Foreseen("gpt-5", None, OUTLOOK))
    assert not header.meter.isEnabled()
    header.context_wanted.connect(lambda: None)
    with qtbot.waitSignal(header.context_wanted):
        qtbot.mouseClick(header.meter, Qt.MouseButton.LeftButton)


def test_a_long_title_leaves_room_for_the_model(header: Header) -> None:
    header.set_provider(ProviderSettings("http://localhost", "gpt-5"))
    header.set_title("word " * 100)
    header.resize(480, HEADER_HEIGHT)
    header.layout().activate()
    right = header.model_button.geometry().right()
    assert right < 480
    assert header.model_button.width() >= header.model_button.minimumSizeHint().width()


def test_the_folded_sidebar_can_be_asked_for(qtbot: QtBot, header: Header) -> None:
    header.sidebar_button.show()
    with qtbot.waitSignal(header.sidebar_wanted):
        qtbot.mouseClick(header.sidebar_button, Qt.MouseButton.LeftButton)


def test_where_there_is_hardly_any_room_the_title_comes_first(header: Header) -> None:
    header.map_wanted.connect(lambda: None)
    header.resize(240, HEADER_HEIGHT)
    assert not header.map_button.isVisible()
    header.resize(1000, HEADER_HEIGHT)
    assert header.map_button.isVisible()
