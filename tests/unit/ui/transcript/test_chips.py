"""The names of files, in chips."""

from pytestqt.qtbot import QtBot

from app.ui.transcript.chips import CHIP, CHIP_GAP, areas, height


def test_no_files_take_no_room(qtbot: QtBot) -> None:
    assert qtbot
    assert (areas((), 300), height((), 300)) == ([], 0)


def test_chips_stand_beside_each_other_while_there_is_room(qtbot: QtBot) -> None:
    assert qtbot
    one, two = areas(("a.pdf", "b.pdf"), 300)
    assert two.left() == one.right() + 1 + CHIP_GAP
    assert height(("a.pdf", "b.pdf"), 300) == CHIP + CHIP_GAP


def test_they_go_on_in_another_line(qtbot: QtBot) -> None:
    assert qtbot
    found = areas(("a" * 40, "b" * 40), 300)
    assert [area.topLeft().toTuple() for area in found] == [(0, 0), (0, CHIP + CHIP_GAP)]


def test_a_long_name_is_kept_within_the_width(qtbot: QtBot) -> None:
    assert qtbot
    assert areas(("a" * 400,), 150)[0].width() == 150
    assert areas(("a" * 400,), 900)[0].width() == 240
