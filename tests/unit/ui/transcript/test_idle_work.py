"""What is done at leisure."""

from pytestqt.qtbot import QtBot

from app.domain.item import Role
from app.ui.transcript.idle_work import IdleWork
from app.ui.transcript.transcript_view import TranscriptView
from tests.unit.ui.conftest import MakeItem
from tests.unit.ui.transcript.conftest import ShowItems


def idle(view: TranscriptView) -> IdleWork:
    return view.findChild(IdleWork)


def test_what_comes_next_is_laid_out_and_nothing_moves(
    qtbot: QtBot, show_items: ShowItems, make_item: MakeItem
) -> None:
    view = show_items(*(make_item(Role.MODEL, "words " * 200, depth=depth) for depth in range(1, 30)))
    before = view.anchor.visible()
    qtbot.waitUntil(lambda: idle(view).is_done)
    above = view.rows.made(before[0][0] - 1)
    assert above.column.blocks[-1].is_laid_out
    assert view.anchor.visible() == before


def test_a_very_long_text_is_read_to_its_end(
    qtbot: QtBot, show_items: ShowItems, make_item: MakeItem
) -> None:
    view = show_items(make_item(Role.MODEL, "A line of words.\n\n" * 8000 + "The end."))
    qtbot.waitUntil(lambda: view.rows.row(0).column.blocks[-1].text == "The end.", timeout=20_000)
    assert view.anchor.sticks


def test_a_formula_that_is_drawn_above_the_view_moves_nothing_that_is_read(
    qtbot: QtBot, show_items: ShowItems, make_item: MakeItem
) -> None:
    formula = r"$$\frac{\frac{a}{b}}{\frac{c}{d}}$$"
    view = show_items(make_item(Role.MODEL, f"{formula}\n\n" + "words\n\n" * 60))
    view.go_to(0, -100)
    view.anchor.prepare(200, 0)
    column = view.rows.row(0).column
    height, read = column.blocks[0].height, column.top_of(5) + view.anchor.offset
    qtbot.waitUntil(lambda: column.blocks[0].height != height and idle(view).is_done)
    assert column.top_of(5) + view.anchor.offset == read


def test_code_gets_its_colours(qtbot: QtBot, show_items: ShowItems, make_item: MakeItem) -> None:
    view = show_items(make_item(Role.MODEL, "```python\nimport os\n```"))
    qtbot.waitUntil(lambda: idle(view).is_done)
    assert view.rows.row(0).column.blocks[0].go_on(0)
