"""What can be pressed in the transcript."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.item import Item, Role, reasoning_body
from app.ui.transcript.blocks.painted_block import Knob
from app.ui.transcript.transcript_view import TranscriptView
from tests.unit.ui.conftest import MakeItem
from tests.unit.ui.transcript.conftest import ShowItems

LEFT = Qt.MouseButton.LeftButton
LINKED = "See [the glaze](https://example.org/glaze?x=1) there."
CODE = "```python\nprint(1)\n```"


def click(view: TranscriptView, number: int, spot: QPoint) -> None:
    corner = QPoint(view.column_left, view.anchor.place_of(number))
    QTest.mouseClick(view.viewport(), LEFT, pos=corner + spot)


def link_spot(view: TranscriptView, number: int) -> QPoint:
    row = view.rows.row(number)
    first, last = row.column.blocks[0].shown.links()[0].span
    return row.body.topLeft() + row.column.blocks[0].caret((first + last) // 2).center().toPoint()


def test_a_link_shows_where_it_leads_and_opens_nothing(show_items: ShowItems, make_item: MakeItem) -> None:
    view = show_items(make_item(Role.MODEL, LINKED))
    told = []
    view.pressing.link_wanted.connect(told.append)
    click(view, 0, link_spot(view, 0))
    assert [link.host for link in told] == ["example.org"]


def test_the_pointer_tells_what_lies_under_it(show_items: ShowItems, make_item: MakeItem) -> None:
    view = show_items(make_item(Role.MODEL, LINKED))
    assert view.pressing.over(0, link_spot(view, 0)) is Qt.CursorShape.PointingHandCursor
    assert view.viewport().toolTip() == "example.org · https://example.org/glaze?x=1"
    body = view.rows.row(0).body
    assert view.pressing.over(0, body.topLeft() + QPoint(5, 10)) is Qt.CursorShape.IBeamCursor
    assert view.viewport().toolTip() == ""
    assert view.pressing.over(0, body.bottomLeft() + QPoint(300, 20)) is Qt.CursorShape.ArrowCursor


def test_the_copy_button_copies_the_code(qtbot: QtBot, show_items: ShowItems, make_item: MakeItem) -> None:
    view = show_items(make_item(Role.MODEL, CODE))
    row = view.rows.row(0)
    knob = row.column.blocks[0].shown.knob_rect(Knob.COPY).center().toPoint()
    click(view, 0, row.body.topLeft() + knob)
    assert QGuiApplication.clipboard().text().strip() == "print(1)"
    qtbot.waitUntil(lambda: not row.column.blocks[0].shown._head.is_copied)  # it says so for a moment


def test_a_folded_line_opens_and_closes(show_items: ShowItems, make_item: MakeItem) -> None:
    thought = make_item(Role.MODEL, "")._replace(kind="reasoning", body=reasoning_body("Hm."))
    view = show_items(thought)
    for expected in (True, False):
        click(view, 0, view.rows.row(0).fold_area.center())
        assert view.rows.row(0).is_open is expected


def test_the_line_of_the_context_asks_why(
    qtbot: QtBot, show_items: ShowItems, items: tuple[Item, ...]
) -> None:
    view = show_items(*items)
    view.set_cut(9)
    view.go_to(8, 10)
    with qtbot.waitSignal(view.pressing.why_wanted):
        click(view, 8, QPoint(view.column_width // 2, 12))


def test_leaving_puts_the_lights_out(show_items: ShowItems, make_item: MakeItem) -> None:
    view = show_items(make_item(Role.MODEL, LINKED))
    view.pressing.over(0, link_spot(view, 0))
    view.pressing.leave()
    assert view.viewport().toolTip() == ""
