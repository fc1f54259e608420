"""Foreign text made fit to show."""

import pytest

from app.ui.widgets.display_text import (
    display_text,
    runs_right_to_left,
    single_line,
    single_line_in_place,
)


def test_control_characters_go_and_line_feeds_and_tabs_stay() -> None:
    assert display_text("a\x00b\x1b[31mc\td\ne\x9b") == "ab[31mc\td\ne"


def test_every_way_to_end_a_line_becomes_one() -> None:
    assert display_text("a\r\nb\rc") == "a\nb\nc"


def test_a_title_is_one_line_that_cannot_turn_its_neighbours_around() -> None:
    assert single_line("  one\n two\u202etxt.exe\u2066 ") == "one twotxt.exe"


def test_a_line_can_be_made_so_that_places_stay() -> None:
    text = "one\n\ttwo\x00\u202etxt.exe\u2066"
    line = single_line_in_place(text)
    assert (line.find("two"), len(line)) == (text.find("two"), len(text))
    assert line.replace("\u200b", "") == "one  two txt.exe"


@pytest.mark.parametrize(
    ("text", "leftward"),
    [("", False), ("plain", False), ("שלום", True), ("1. مرحبا", True), ("a שלום", False), ("...", False)],
)
def test_the_first_letter_with_a_direction_decides(text: str, leftward: bool) -> None:
    assert runs_right_to_left(text) is leftward
