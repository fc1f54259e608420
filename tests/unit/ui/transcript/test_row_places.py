"""Where the small things of a row lie."""

from PySide6.QtCore import QRect

from app.domain.conversation import Versions
from app.domain.item import Role
from app.ui.theme.theme import Theme
from app.ui.transcript import row_places
from app.ui.transcript.row import Around, Row
from tests.unit.ui.conftest import MakeItem
from tests.unit.ui.transcript.test_row import WIDTH, row_of

TWO = Versions(("item-1", "item-2"), 0)


def test_the_small_print_of_a_reply_begins_where_the_text_does(theme: Theme, make_item: MakeItem) -> None:
    row = row_of(theme, make_item(Role.MODEL, "So."))
    foot = row_places.foot(row)
    assert row_places.print_words(row) == "gpt-5 · 10:41"
    assert row_places.print_area(row).left() == 0
    assert foot.versions is None
    assert foot.free.right() + 1 == WIDTH
    assert not foot.free.intersects(row_places.print_area(row))


def test_the_small_print_of_a_question_ends_where_its_bubble_does(theme: Theme, make_item: MakeItem) -> None:
    row = row_of(theme, make_item(Role.PERSON, "Why?"))
    assert row_places.print_area(row).right() + 1 == WIDTH
    assert row_places.foot(row).free.left() == 0


def test_versions_have_a_place_beside_the_words(theme: Theme, make_item: MakeItem) -> None:
    for role in (Role.PERSON, Role.MODEL):
        row = row_of(theme, make_item(role, "Why?"), around=Around(versions=TWO))
        foot = row_places.foot(row)
        areas = [row_places.print_area(row), foot.versions, foot.free]
        assert not any(one.intersects(other) for one in areas for other in areas if one is not other)
        assert all(QRect(0, row.foot_top, WIDTH, 24).contains(area) for area in areas)


def test_chips_break_into_lines(theme: Theme, make_item: MakeItem) -> None:
    names = ("a.pdf", "b" * 90, "c" * 90, "d.txt")
    row = row_of(theme, make_item(Role.PERSON, "Look"), around=Around(chips=names))
    areas = row_places.chip_areas(row)
    assert len(areas) == 4
    assert {area.top() - areas[0].top() for area in areas} == {0, 36}
    assert all(row.bubble.contains(area) for area in areas)
    assert row.body.top() > areas[-1].bottom()


def test_lines_above_stand_one_below_the_other(theme: Theme, make_item: MakeItem) -> None:
    row = row_of(theme, make_item(Role.MODEL, "So."), around=Around((("day", "x"), ("cut", "y"))))
    assert [row_places.line_area(row, number).top() for number in (0, 1)] == [4, 44]


def test_from_right_to_left_all_of_it_is_turned_over(theme: Theme, make_item: MakeItem) -> None:
    around = Around(versions=TWO, chips=("a.pdf", "b.pdf"))
    for role in (Role.PERSON, Role.MODEL):
        row = row_of(theme, make_item(role, "Why?"), around=around)
        before = _areas(row)
        row.use_width(WIDTH, is_mirrored=True)
        over = [
            QRect(WIDTH - each.left() - each.width(), each.top(), each.width(), each.height())
            for each in before
        ]
        assert _areas(row) == over
        assert over != before


def _areas(row: Row) -> list[QRect]:
    foot = row_places.foot(row)
    small = [row_places.print_area(row), foot.free, foot.versions, row_places.dot_area(row, 10, 6)]
    return [*small, row.bubble, *row_places.chip_areas(row)] if row.is_of_person else small
