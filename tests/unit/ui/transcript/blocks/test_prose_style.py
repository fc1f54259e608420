"""The style sheet of prose."""

from app.ui.theme.tokens import DARK, LIGHT
from app.ui.transcript.blocks.prose_style import prose_style


def test_colours_are_those_of_the_theme_and_lengths_grow_with_the_text() -> None:
    assert LIGHT.code in prose_style(LIGHT, 1.0)
    assert DARK.code in prose_style(DARK, 1.0)
    assert "line-height: 24px" in prose_style(LIGHT, 1.0)
    assert "line-height: 48px" in prose_style(LIGHT, 2.0)
