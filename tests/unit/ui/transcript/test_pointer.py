"""The mouse over the transcript."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.item import Role
from app.ui.transcript.transcript_view import TranscriptView
from tests.unit.ui.conftest import MakeItem
from tests.unit.ui.transcript.conftest import ShowItems

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


def shown(show_items: ShowItems, make_item: MakeItem) -> TranscriptView:
    return show_items(
        make_item(Role.PERSON, "one two three\nfour five", depth=1),
        make_item(Role.PERSON, "six seven\neight", depth=2),
    )


def spot(view: TranscriptView, number: int, line: int, x: int = 1) -> QPoint:
    row = view.rows.row(number)
    top = view.anchor.place_of(number) + row.body.top()
    return QPoint(view.column_left + row.body.left() + x, top + line * 24 + 12)


def drag(view: TranscriptView, begin: QPoint, end: QPoint) -> None:
    QTest.mousePress(view.viewport(), LEFT, pos=begin)
    QTest.mouseMove(view.viewport(), (begin + end) / 2)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), LEFT, pos=end)


def test_dragging_selects_across_messages(show_items: ShowItems, make_item: MakeItem) -> None:
    view = shown(show_items, make_item)
    drag(view, spot(view, 0, 1), spot(view, 1, 1))
    assert view.copier.text == "four five\n\nsix seven"
    drag(view, spot(view, 1, 1), spot(view, 0, 1))
    assert view.copier.text == "four five\n\nsix seven"


def test_a_click_selects_nothing(show_items: ShowItems, make_item: MakeItem) -> None:
    view = shown(show_items, make_item)
    drag(view, spot(view, 0, 0), spot(view, 0, 1))
    QTest.mouseClick(view.viewport(), LEFT, pos=spot(view, 1, 0))
    assert view.copier.text == ""


def test_two_clicks_select_a_word_and_three_a_paragraph(show_items: ShowItems, make_item: MakeItem) -> None:
    view = shown(show_items, make_item)
    place = spot(view, 0, 0, 4)
    QTest.mouseDClick(view.viewport(), LEFT, pos=place)
    assert view.copier.text == "one"
    QTest.mouseDClick(view.viewport(), LEFT, pos=place)
    QTest.mousePress(view.viewport(), LEFT, pos=place)
    QTest.mouseRelease(view.viewport(), LEFT, pos=place)
    assert view.copier.text == "one two three"


def test_after_two_clicks_words_stay_whole(show_items: ShowItems, make_item: MakeItem) -> None:
    view = shown(show_items, make_item)
    QTest.mouseDClick(view.viewport(), LEFT, pos=spot(view, 0, 0, 4))
    QTest.mousePress(view.viewport(), LEFT, pos=spot(view, 1, 0))
    QTest.mouseRelease(view.viewport(), LEFT, pos=spot(view, 1, 0))
    QTest.mouseDClick(view.viewport(), LEFT, pos=spot(view, 1, 0, 4))
    assert view.copier.text == "six"


def test_shift_and_a_click_draw_on(show_items: ShowItems, make_item: MakeItem) -> None:
    view = shown(show_items, make_item)
    QTest.mouseClick(view.viewport(), LEFT, pos=spot(view, 0, 1))
    QTest.mouseClick(view.viewport(), LEFT, SHIFT, pos=spot(view, 1, 1))
    assert view.copier.text == "four five\n\nsix seven"


def test_dragging_beyond_an_edge_scrolls_on(qtbot: QtBot, view: TranscriptView) -> None:
    start = view.anchor.value
    QTest.mousePress(view.viewport(), LEFT, pos=QPoint(200, 100))
    QTest.mouseMove(view.viewport(), QPoint(200, -80))
    qtbot.waitUntil(lambda: view.anchor.value < start - 200)
    QTest.mouseRelease(view.viewport(), LEFT, pos=QPoint(200, -80))
    assert view.sight.selection.first.row < 18
    seen = view.anchor.visible()[-1]
    qtbot.wait(50)
    assert view.anchor.visible()[-1] == seen


def test_the_message_under_the_pointer_is_told_of(qtbot: QtBot, view: TranscriptView) -> None:
    view.go_to(9, 10)
    with qtbot.waitSignal(view.pointed) as told:
        QTest.mouseMove(view.viewport(), QPoint(300, 30))
    assert told.args == ["item-10"]
    assert view.pointed_item == "item-10"
