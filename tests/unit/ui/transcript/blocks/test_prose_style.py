"""How prose is set."""

from app.ui.theme.tokens import DARK, LIGHT
from app.ui.transcript.blocks.prose_style import prose_style
from app.ui.transcript.blocks.surroundings import Surroundings


def test_colours_are_those_of_the_theme_and_lengths_grow_with_the_text(surroundings: Surroundings) -> None:
    assert LIGHT.code in prose_style(LIGHT)["code"]
    assert DARK.code in prose_style(DARK)["code"]
    assert "line-height:24px" in prose_style(LIGHT)["p"]
    surroundings.theme.resize_text(200)
    assert "line-height:48px" in prose_style(LIGHT)["p"]


def test_headings_are_of_the_look() -> None:
    sizes = [prose_style(LIGHT)[f"h{level}"].partition(";")[0] for level in range(1, 7)]
    assert sizes == [f' style="font-size:{size}px' for size in (20, 18, 16, 15, 15, 15)]
