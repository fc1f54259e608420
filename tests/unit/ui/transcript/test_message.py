"""One message."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.domain.errors import Fault
from app.domain.item import Item, ItemState, Role, reply_body
from app.domain.usage import Usage
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import BUBBLE_INDENT, LIGHT, READING
from app.ui.transcript.message import Message
from app.ui.widgets.notice import Notice
from tests.unit.ui.conftest import MakeItem

WIDTH = 720
Show = Callable[..., Message]

FOREVER = float("inf")
LONG = "a question that goes on and on " * 10


@pytest.fixture
def show(qtbot: QtBot, theme: Theme) -> Show:
    def make_message(item: Item, width: int = WIDTH) -> Message:
        message = Message(theme, item, None)
        qtbot.addWidget(message)
        message.lay_out(width, FOREVER)
        message.resize(width, message.height_for(width))
        message.place_parts()
        message.show()
        return message

    return make_message


def notice_of(message: Message) -> str:
    notices = message.findChildren(Notice)
    return notices[0].accessibleName() if notices else ""


def test_the_persons_words_lie_on_the_tint_at_the_right(show: Show, make_item: MakeItem) -> None:
    message = show(make_item(Role.PERSON, "Thanks"))
    image = message.grab().toImage()
    assert image.pixelColor(WIDTH - 8, 10).name().upper() == LIGHT.tint
    assert image.pixelColor(WIDTH // 2, 10).name().upper() != LIGHT.tint


@pytest.mark.parametrize(("width", "left"), [(720, BUBBLE_INDENT), (448, 32)])
def test_a_long_question_leaves_an_indent(show: Show, make_item: MakeItem, width: int, left: int) -> None:
    image = show(make_item(Role.PERSON, LONG), width).grab().toImage()
    assert image.pixelColor(left + 2, 20).name().upper() == LIGHT.tint
    assert image.pixelColor(left - 2, 20).name().upper() != LIGHT.tint


def test_a_reply_uses_the_whole_column(show: Show, make_item: MakeItem) -> None:
    message = show(make_item(Role.MODEL, LONG))
    assert message.text.width() == WIDTH
    assert message.text.height() % READING.line == 0


def test_the_small_print_tells_author_time_and_cost(show: Show, make_item: MakeItem) -> None:
    question, reply = make_item(Role.PERSON, "Why?"), make_item(Role.MODEL, "So.")
    assert show(question).small_print == "You · 10:41"
    message = show(reply)
    assert message.small_print == "gpt-5 · 10:41"
    message.show_item(reply, Usage(10, 1412))
    assert message.small_print == "gpt-5 · 10:41 · 1\u202f412 tokens"


def test_a_stopped_reply_says_so_quietly(show: Show, make_item: MakeItem) -> None:
    message = show(make_item(Role.MODEL, "Half", ItemState.STOPPED))
    assert message.small_print.endswith("Stopped")
    assert not notice_of(message)


@pytest.mark.parametrize(
    ("state", "fault", "words"),
    [
        (ItemState.INTERRUPTED, None, "broke off"),
        (ItemState.FAILED, Fault("CredentialsRejected", ""), "Enter the key again in Settings"),
        (ItemState.FAILED, Fault("RateLimited", "Wait 20 seconds."), "Wait 20 seconds."),
    ],
)
def test_what_went_wrong_is_said_with_the_next_step(
    show: Show, make_item: MakeItem, state: ItemState, fault: Fault | None, words: str
) -> None:
    assert words in notice_of(show(make_item(Role.MODEL, "Half", state, fault=fault)))


def test_a_growing_reply_has_a_dot_and_an_ended_one_has_none(show: Show, make_item: MakeItem) -> None:
    def has_dot(message: Message) -> bool:
        image = message.grab().toImage()
        return any(image.pixelColor(x, 8).name().upper() == LIGHT.accent for x in range(200))

    growing = make_item(Role.MODEL, "", ItemState.STREAMING)
    message = show(growing)
    assert has_dot(message)
    message.show_item(growing._replace(state=ItemState.COMPLETE), None)
    assert not has_dot(message)


def test_a_notice_makes_the_message_higher_and_goes_with_its_reason(show: Show, make_item: MakeItem) -> None:
    whole = make_item(Role.MODEL, "Half")
    message = show(whole._replace(state=ItemState.FAILED, fault=Fault("DiskFull", "")))
    high = message.height_for(WIDTH)
    message.show_item(whole, None)
    assert message.height_for(WIDTH) < high


def test_an_assistive_tool_reads_author_small_print_and_text(show: Show, make_item: MakeItem) -> None:
    message = show(make_item(Role.MODEL, "<b>So.</b>"))
    seen = QAccessible.queryAccessibleInterface(message)
    name, description = QAccessible.Text.Name, QAccessible.Text.Description
    assert (seen.text(name), seen.text(description)) == ("Model", "gpt-5 · 10:41")
    assert seen.child(0).text(name) == "<b>So.</b>"


def test_a_models_name_cannot_break_the_small_print(show: Show, make_item: MakeItem) -> None:
    assert show(make_item(Role.MODEL, "So.", model="bad\nname\u202e")).small_print == "bad name · 10:41"


def test_the_height_is_right_before_and_after_growing(show: Show, make_item: MakeItem) -> None:
    item = make_item(Role.MODEL, "One line", ItemState.STREAMING)
    message = show(item)
    before = message.height_for(WIDTH)
    message.show_item(item._replace(body=reply_body("One line\nand another", whole=False)), None)
    message.lay_out(WIDTH, FOREVER)
    assert message.height_for(WIDTH) == before + READING.line
