"""How prose is set."""

from app.ui.theme.tokens import DARK, LIGHT
from app.ui.transcript.blocks.prose_style import prose_style


def test_colours_are_those_of_the_theme_and_lengths_grow_with_the_text() -> None:
    assert LIGHT.code in prose_style(LIGHT, 1.0)["code"]
    assert DARK.code in prose_style(DARK, 1.0)["code"]
    assert "line-height:24px" in prose_style(LIGHT, 1.0)["p"]
    assert "line-height:48px" in prose_style(LIGHT, 2.0)["p"]


def test_headings_are_of_the_look() -> None:
    sizes = [prose_style(LIGHT, 1.0)[f"h{level}"].partition(";")[0] for level in range(1, 7)]
    assert sizes == [f' style="font-size:{size}px' for size in (20, 18, 16, 15, 15, 15)]
