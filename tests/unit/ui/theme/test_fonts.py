"""Fonts of the type scale."""

import pytest
from PySide6.QtGui import QFontMetricsF

from app.ui.theme.fonts import baseline, font
from app.ui.theme.tokens import CODE, INTERFACE, READING, SEMIBOLD, SMALL, TextStyle

STYLES = pytest.mark.parametrize("style", [READING, INTERFACE, SMALL, CODE])


@STYLES
@pytest.mark.usefixtures("qapp")
def test_a_font_has_its_size_in_pixels(style: TextStyle) -> None:
    assert font(style).pixelSize() == style.size


@pytest.mark.usefixtures("qapp")
def test_weight_and_families_are_the_looks() -> None:
    chosen = font(INTERFACE, SEMIBOLD)
    assert chosen.weight() == SEMIBOLD
    assert chosen.families()[:2] == ["Inter", "Noto Sans"]
    assert font(CODE).families() == ["JetBrains Mono", "DejaVu Sans Mono"]


@STYLES
@pytest.mark.usefixtures("qapp")
def test_text_stands_in_the_middle_of_its_line(style: TextStyle) -> None:
    metrics = QFontMetricsF(font(style))
    above = baseline(style, metrics) - metrics.ascent()
    below = style.line - baseline(style, metrics) - metrics.descent()
    assert above == pytest.approx(below)
