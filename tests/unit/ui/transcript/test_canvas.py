"""The painted view: what is on it, and that it scrolls without a jump."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.item import Role
from app.ui.theme.theme import Scheme, Theme
from app.ui.theme.tokens import COLUMN_WIDTH, DARK
from app.ui.transcript.transcript_view import TranscriptView
from tests.unit.ui.conftest import MakeItem
from tests.unit.ui.transcript.conftest import ShowItems


def wheel(view: TranscriptView, notches: int) -> None:
    nowhere = QPointF(view.viewport().rect().center())
    turned = QWheelEvent(
        nowhere, nowhere, QPoint(), QPoint(0, notches * 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), turned)


def places(view: TranscriptView) -> dict[int, int]:
    return dict(view.anchor.visible())


def test_a_wheel_moves_everything_by_the_same_way(view: TranscriptView) -> None:
    before = places(view)
    wheel(view, 1)
    after = places(view)
    assert {after[row] - before[row] for row in before.keys() & after.keys()} == {100}
    assert not view.anchor.sticks
    wheel(view, -1)
    assert view.anchor.sticks


def test_the_bar_is_where_the_place_is(view: TranscriptView) -> None:
    bar = view.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    view.go_to(0, view.anchor.margin)
    assert bar.value() == 0


def test_the_bar_can_be_dragged(view: TranscriptView) -> None:
    view.verticalScrollBar().setValue(300)
    assert view.anchor.value == 300
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert view.anchor.sticks


def test_the_column_is_as_wide_as_the_look_has_it_and_in_the_middle(view: TranscriptView) -> None:
    view.resize(1200, 500)
    assert (view.column_width, view.column_left) == (COLUMN_WIDTH, (1200 - COLUMN_WIDTH) // 2)
    view.resize(400, 500)
    assert view.column_width == 400 - 32


def test_from_right_to_left_the_column_stays_in_the_middle_and_its_rows_are_turned_over(
    view: TranscriptView,
) -> None:
    before = view.viewport().mapTo(view, QPoint(view.column_left, 0))
    number = next(number for number, _ in view.anchor.visible() if view.rows.row(number).is_of_person)
    assert view.rows.row(number).bubble.left() > 0
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert view.rows.row(number).bubble.left() == 0
    assert view.viewport().mapTo(view, QPoint(view.column_left, 0)) == before


def test_a_bar_at_the_left_does_not_move_it(view: TranscriptView) -> None:
    view.resize(1200, 500)
    before = view.column_left
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert view.viewport().x() > 0
    assert view.viewport().x() + view.column_left == before


def test_a_new_width_keeps_what_is_read_where_it_is(view: TranscriptView) -> None:
    view.go_to(8, -20)
    view.resize(500, 500)
    assert (view.anchor.top, view.anchor.offset) == (8, -20)
    view.resize(800, 400)
    assert (view.anchor.top, view.anchor.offset) == (8, -20)


def test_larger_text_keeps_what_is_read_where_it_is(theme: Theme, view: TranscriptView) -> None:
    view.go_to(8, -20)
    before = view.rows.height(8)
    theme.resize_text(200)
    assert (view.anchor.top, view.anchor.offset) == (8, -20)
    assert view.rows.height(8) > before * 1.5


def test_rows_are_found_where_they_are_painted(view: TranscriptView) -> None:
    number, top = view.anchor.visible()[1]
    assert view.number_at(top) == number
    assert view.number_at(top - 1) == number - 1
    assert view.rect_of_row(number).top() == top
    assert view.rect_of_row(0) is None
    assert view.inside(number, QPoint(view.column_left + 3, top + 5)) == QPoint(3, 5)


def test_a_new_theme_is_seen_at_once(qtbot: QtBot, theme: Theme, view: TranscriptView) -> None:
    theme.choose(Scheme.DARK)
    qtbot.waitUntil(lambda: view.grab().toImage().pixelColor(2, 2).name().upper() == DARK.ground)


def test_everything_in_sight_is_painted(show_items: ShowItems, make_item: MakeItem) -> None:
    items = [make_item(Role.MODEL, "line\n" * 40, depth=depth) for depth in range(1, 30)]
    view = show_items(*items)
    for _ in range(12):
        wheel(view, 2)
        assert longest_blank(view) < 100


def longest_blank(view: TranscriptView) -> int:
    """The height of the highest stretch of the picture on which nothing is painted."""
    image = view.viewport().grab().toImage()
    longest = blank = 0
    for y in range(image.height()):
        seen = {image.pixel(x, y) for x in range(view.column_left, view.column_left + 200, 2)}
        blank = blank + 1 if len(seen) == 1 else 0
        longest = max(longest, blank)
    return longest
