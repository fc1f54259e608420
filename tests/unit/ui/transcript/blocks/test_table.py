"""Tables."""

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from app.markup.message_text import MessageText
from app.ui.theme.theme import Scheme
from app.ui.transcript.blocks.inline_formulas import PLACE
from app.ui.transcript.blocks.painted import painted
from app.ui.transcript.blocks.painted_block import Highlights, PaintedBlock
from app.ui.transcript.blocks.surroundings import Surroundings
from app.ui.transcript.blocks.table import Table
from tests.unit.ui.transcript.blocks.conftest import WIDTH, Make, Picture, colours_of

TEXT = "| a | [b](https://e.org) |\n|---|--:|\n| one | 😀 two |\n| three | |\n"
HEBREW = "| אחת | שתיים |\n|---|---|\n| שלוש | 4 |\n"


def test_rows_are_as_high_as_in_the_look(make: Make) -> None:
    table = make(TEXT)
    assert table.height(WIDTH) == table.estimate(WIDTH) == 3 * 33


def test_cells_are_kept_apart_in_the_text(make: Make) -> None:
    assert make(TEXT).text() == "a\tb\none\t😀 two\nthree\t"


@pytest.mark.parametrize("text", [TEXT, HEBREW])
def test_where_a_caret_stands_is_found_again(make: Make, text: str) -> None:
    table = make(text)
    for position, character in enumerate(table.text()):
        if character not in "\t\n":
            assert table.position_at(table.rect_of(position).center()) in (position, position + 1)


def test_above_is_the_beginning_and_below_the_end(make: Make) -> None:
    table = make(TEXT)
    assert table.position_at(QPointF(0, -50)) == 0
    assert table.position_at(QPointF(0, 5000)) == len(table.text())


def test_links_are_found_where_they_are_seen(make: Make) -> None:
    table = make(TEXT)
    assert table.link_at(table.rect_of(2).center()).host == "e.org"
    assert table.link_at(table.rect_of(0).center()) is None
    assert table.link_at(QPointF(390, 50)) is None
    assert [link.span for link in table.links()] == [(2, 3)]


def test_one_more_row_is_shown(make: Make) -> None:
    table = make(TEXT)
    table.show(make(TEXT + "| four | 5 |\n").block)
    assert table.height(WIDTH) == 4 * 33


def test_a_later_part_has_the_columns_of_the_first(surroundings: Surroundings) -> None:
    message = MessageText(
        surroundings.grammar, "| a | b |\n|---|---|\n" + "| word | 1 |\n" * 20 + "| much longer | 2 |\n" * 3
    )
    message.read()
    one, two = message.blocks
    first = painted(one, message.labels, surroundings)
    second = painted(two, message.labels, surroundings, before=first)
    assert second.height(WIDTH) > 3 * 33
    assert second.columns(WIDTH) == first.columns(WIDTH)
    assert isinstance(second, Table)
    assert second.text().startswith("much longer")


def test_a_table_too_wide_moves_sideways(make: Make) -> None:
    row = "|" + "1000000000|" * 8 + "\n"
    table = make(row + "|" + "---|" * 8 + "\n" + row)
    start = table.rect_of(0).x()
    assert table.hover(QPointF(5, 5))
    assert table.scroll_by(100)
    assert table.rect_of(0).x() == start - 100
    assert table.scroll_by(10_000)
    assert not table.scroll_by(1)


def test_marks_and_the_theme_are_seen(make: Make, picture: Picture, surroundings: Surroundings) -> None:
    table, light = make(TEXT), surroundings.theme.colours
    assert {light.line, light.selection} <= colours_of(picture(table, Highlights((0, 9))))
    surroundings.theme.choose(Scheme.DARK)
    dark = surroundings.theme.colours
    assert dark.ink in colours_of(picture(table))
    surroundings.theme.resize_text(200)
    assert table.height(WIDTH) > 5 * 33


def test_a_late_definition_makes_a_link(surroundings: Surroundings) -> None:
    message = MessageText(surroundings.grammar, "| [a] |\n|---|\n\n")
    message.read()
    table = painted(message.blocks[0], message.labels, surroundings)
    table.height(WIDTH)
    assert table.text() == "[a]"
    message.append("text\n\n[a]: https://e.org\n\n")
    message.read()
    table.labels_changed()
    assert table.text() == "a"
    table.release()
    assert table.height(WIDTH) == 33


def test_formulas_in_cells_are_drawn_and_copied(
    qtbot: QtBot, make: Make, changed: list[PaintedBlock]
) -> None:
    table = make("| a | b |\n|---|---|\n| $x$ | so $\\frac{1}{\\frac{2}{3}}$ is |\n")
    low = table.height(WIDTH)
    assert table.text() == "a\tb\n$x$\tso $\\frac{1}{\\frac{2}{3}}$ is"
    qtbot.waitUntil(lambda: table.height(WIDTH) > low and table.text() == f"a\tb\n{PLACE}\tso {PLACE} is")
    assert set(changed) == {table}
    assert table.copied((4, 99)) == "$x$\tso $\\frac{1}{\\frac{2}{3}}$ is"
    assert table.rect_of(5).x() - table.rect_of(4).x() > 5
    for position in range(4, len(table.text())):
        assert table.position_at(table.rect_of(position).center()) in (position, position + 1)
