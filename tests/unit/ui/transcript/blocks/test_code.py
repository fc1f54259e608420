"""Code in its frame."""

from dataclasses import replace
from time import monotonic

from pytestqt.qtbot import QtBot

from app.markup.block import Block, Kind
from app.markup.message_text import MessageText
from app.ui.transcript.blocks.painted import painted
from app.ui.transcript.blocks.painted_block import Knob, PaintedBlock
from app.ui.transcript.blocks.surroundings import Surroundings
from tests.unit.ui.transcript.blocks.conftest import WIDTH, Make, Picture, colours_of


def code(content: str) -> Block:
    return Block(Kind.CODE, "", content, "py", is_open=True)


def test_what_is_added_goes_to_the_end_of_the_same_document(make: Make) -> None:
    block = make("```py\na = 1\n")
    document, height = block._document, block.height(WIDTH)
    block.show(code("a = 1\nb = 2\n"))
    assert block._document is document
    assert block.text() == "a = 1\nb = 2"
    assert block.height(WIDTH) == height + 20


def test_other_code_is_shown_whole(make: Make) -> None:
    block = make("```py\na = 1\n")
    block.show(code("b"))
    assert block.text() == "b"


def test_the_colours_come_when_there_is_time(
    qtbot: QtBot, make: Make, picture: Picture, changed: list[PaintedBlock]
) -> None:
    block = make("```python\nreturn 'text'\n```")
    colours = block._around.theme.colours
    assert block.go_on(monotonic() + 1)  # the language has to be fetched first
    qtbot.waitUntil(lambda: changed == [block])
    assert colours.keyword not in colours_of(picture(block))
    assert block.go_on(monotonic() + 1)
    assert changed == [block, block]
    assert {colours.keyword, colours.string} <= colours_of(picture(block))


def test_growing_code_is_coloured_now_and_then_and_at_its_end(
    qtbot: QtBot, make: Make, changed: list[PaintedBlock]
) -> None:
    block = make("```py\nreturn\n")
    block.go_on(0)
    qtbot.waitUntil(lambda: bool(changed))
    assert block.go_on(monotonic() + 1)
    block._due = monotonic() + 100
    block.show(code("return\nreturn\n"))
    assert not block.go_on(monotonic() + 1)
    block.show(replace(code("return\nreturn\n"), is_open=False))
    assert block.go_on(monotonic() + 1)
    assert block._document.lastBlock().layout().formats() != []


def test_a_slice_ends_at_its_deadline(qtbot: QtBot, make: Make, changed: list[PaintedBlock]) -> None:
    block = make("```py\n" + "x = [1, 'a', None]\n" * 200 + "```")
    block.go_on(0)
    qtbot.waitUntil(lambda: bool(changed))
    slices = 1
    while not block.go_on(monotonic()):
        slices += 1
    assert slices > 10


def test_code_in_no_known_language_is_done_at_once(make: Make) -> None:
    assert make("```\na\n```").go_on(monotonic() + 1)


LONG = "```\n" + "word " * 60 + "\nshort\n```"


def test_long_lines_are_scrolled_or_broken(make: Make) -> None:
    block = make(LONG)
    high = block.height(WIDTH)
    assert block.knob_at(block.knob_rect(Knob.WRAP).center()) is Knob.WRAP
    assert block.scroll_by(50)
    assert block.rect_of(0).x() < 0
    block.press(Knob.WRAP)
    assert block.height(WIDTH) > high
    assert not block.scroll_by(50)
    block.press(Knob.WRAP)
    assert block.height(WIDTH) == high


def test_the_parts_of_one_fence_move_and_break_together(surroundings: Surroundings) -> None:
    message = MessageText(surroundings.grammar, "```py\n" + "word " * 30 + "\n" + "line\n" * 5000 + "```")
    message.read()
    one = painted(message.blocks[0], message.labels, surroundings)
    two = painted(message.blocks[1], message.labels, surroundings, before=one)
    one.height(WIDTH)
    two.height(WIDTH)
    assert two.scroll_by(20)
    assert one.rect_of(0).x() == two.rect_of(0).x() == -3
    assert two.knob_rect(Knob.COPY).isEmpty()
    assert two.knob_at(one.knob_rect(Knob.COPY).center()) is None
    one.press(Knob.WRAP)
    two.height(WIDTH)
    assert not two.scroll_by(20)


def test_the_pointer_lights_a_knob_and_a_press_answers(
    qtbot: QtBot, make: Make, picture: Picture, changed: list[PaintedBlock]
) -> None:
    block = make("```py\na\n```")
    place = block.knob_rect(Knob.COPY).center()
    assert block.hover(place)
    assert not block.hover(place)
    assert block._around.theme.colours.hover in colours_of(picture(block))
    assert block.hover(None)
    before = block.knob_rect(Knob.COPY).width()
    block.press(Knob.COPY)
    assert block.knob_rect(Knob.COPY).width() > before
    qtbot.waitUntil(lambda: changed == [block], timeout=3000)
    assert block.knob_rect(Knob.COPY).width() == before
