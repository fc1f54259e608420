"""Where the parts of a row lie."""

import pytest
from PySide6.QtCore import QPointF

from app.domain.errors import Fault
from app.domain.item import Item, ItemState, Role, reasoning_body
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import BUBBLE_INDENT, READING
from app.ui.transcript.block_column import BlockColumn
from app.ui.transcript.plain_block import PlainText
from app.ui.transcript.row import FOLD_LINE, Around, Row, notice_words
from app.ui.transcript.selection import Place
from tests.unit.ui.conftest import MakeItem

WIDTH = 720
LONG = "a question that goes on and on " * 10


def row_of(
    theme: Theme, item: Item, width: int = WIDTH, around: Around | None = None, *, is_open: bool = False
) -> Row:
    column = BlockColumn()
    column.replace_from(0, PlainText(theme, item.text).blocks)
    row = Row(item, around or Around(), column, is_open=is_open)
    row.use_width(width)
    row.settle(0, 10_000, 0)
    return row


@pytest.mark.parametrize(("width", "left"), [(720, BUBBLE_INDENT), (448, 32)])
def test_a_long_question_leaves_an_indent(theme: Theme, make_item: MakeItem, width: int, left: int) -> None:
    row = row_of(theme, make_item(Role.PERSON, LONG), width)
    assert (row.bubble.left(), row.bubble.right() + 1) == (left, width)


def test_a_question_of_one_line_lies_in_a_bubble_of_its_own_width(theme: Theme, make_item: MakeItem) -> None:
    row = row_of(theme, make_item(Role.PERSON, "Thanks"))
    assert row.bubble.width() < 120
    assert row.bubble.right() + 1 == WIDTH
    assert row.bubble.height() == READING.line + 2 * 12


def test_a_question_from_right_to_left_ends_at_the_bubbles_right(theme: Theme, make_item: MakeItem) -> None:
    row = row_of(theme, make_item(Role.PERSON, "שלום"))
    assert row.body.right() == row.bubble.right() - 16


@pytest.mark.parametrize("words", ["Thanks", "שלום", LONG])
def test_in_a_mirrored_window_a_question_lies_at_the_left_and_its_words_run_as_they_did(
    theme: Theme, make_item: MakeItem, words: str
) -> None:
    row = row_of(theme, make_item(Role.PERSON, words))
    inside = row.body.left() - row.bubble.left()
    row.use_width(WIDTH, is_mirrored=True)
    assert row.bubble.left() == 0
    assert row.body.left() - row.bubble.left() == inside


def test_a_reply_uses_the_whole_column(theme: Theme, make_item: MakeItem) -> None:
    row = row_of(theme, make_item(Role.MODEL, LONG))
    assert (row.body.left(), row.body.width()) == (0, WIDTH)
    assert row.body.height() % READING.line == 0
    assert row.foot_top == row.body.height() + 8


def test_lines_above_push_everything_down(theme: Theme, make_item: MakeItem) -> None:
    item = make_item(Role.MODEL, LONG)
    plain, lined = (
        row_of(theme, item),
        row_of(theme, item, around=Around((("day", "20 November"), ("cut", "…")))),
    )
    assert lined.height - plain.height == lined.body.top() == 80


@pytest.mark.parametrize("state", [ItemState.INTERRUPTED, ItemState.FAILED])
def test_what_went_wrong_stands_between_the_text_and_the_small_print(
    theme: Theme, make_item: MakeItem, state: ItemState
) -> None:
    row = row_of(
        theme, make_item(Role.MODEL, "Half", state, fault=Fault("ProviderUnreachable", "Nobody answers."))
    )
    assert row.body.bottom() < row.notice_top < row.foot_top
    assert "Nobody answers" in notice_words(row.item)


def test_a_whole_reply_has_no_notice(theme: Theme, make_item: MakeItem) -> None:
    item = make_item(Role.MODEL, "Half", ItemState.INTERRUPTED)
    row = row_of(theme, item)
    with_notice = row.height
    row.become(item._replace(state=ItemState.COMPLETE))
    assert row.notice is None
    assert row.height < with_notice


def test_reasoning_is_a_line_until_it_is_opened(theme: Theme, make_item: MakeItem) -> None:
    item = make_item(Role.MODEL, "")._replace(kind="reasoning", body=reasoning_body(LONG))
    closed, opened = row_of(theme, item), row_of(theme, item, is_open=True)
    assert closed.height == FOLD_LINE + 8
    assert opened.height > closed.height + READING.line
    assert not closed.has_foot


def test_places_in_the_text_are_found_and_shown(theme: Theme, make_item: MakeItem) -> None:
    row = row_of(theme, make_item(Role.MODEL, "one two\nthree"))
    assert row.place_at(3, QPointF(0, 30)) == Place(3, 0, 8)
    assert row.place_at(3, QPointF(0, -5)) == Place(3, 0, 0)
    assert row.place_at(3, QPointF(0, 900)) == Place(3, 0, 13)
    assert row.caret(Place(3, 0, 8)).top() == READING.line


def test_something_else_can_lie_below_the_text_or_in_its_place(theme: Theme, make_item: MakeItem) -> None:
    row = row_of(theme, make_item(Role.MODEL, LONG))
    before, text = row.height, row.body.height()
    row.embedded = 50
    row.measure()
    assert row.height == before + 58
    assert row.embedded_top == text + 8
    row.embeds_instead = True
    row.measure()
    assert row.height == before - text + 50
    assert not row.has_body
