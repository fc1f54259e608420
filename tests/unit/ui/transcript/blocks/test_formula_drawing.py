"""Formulas as pictures."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage

from app.ui.transcript.blocks.formula_drawing import Wish, draw_formula

WISH = Wish("x^2", display=False, colour="#FF0000", size=20, ratio=1)

pytestmark = pytest.mark.usefixtures("qtbot")


def inked(image: QImage) -> int:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(colour.alpha() > 200 and colour.red() > 200 > 60 > colour.blue() for colour in pixels)


@pytest.mark.parametrize(
    "tex",
    [
        "x^2",
        r"\frac{a+b}{c}",
        r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
        r"f(x) = \begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases}",
        r"\begin{aligned} a &= b \\ c &= d \end{aligned}",
        r"\sum_{k=1}^n k \le \int_0^\infty \mathbb{R}",
        r"\overbrace{a+b}^{n}",
    ],
)
def test_letters_are_seen_in_their_colour(tex: str) -> None:
    drawn = draw_formula(replace(WISH, tex=tex))
    assert inked(drawn.image) > 10
    assert 0 <= drawn.descent < drawn.height


def test_a_fraction_goes_below_the_line_and_a_letter_does_not() -> None:
    assert draw_formula(WISH).descent < 1
    assert draw_formula(replace(WISH, tex=r"\frac{a}{b}")).descent > 5


def test_finer_screens_get_finer_pictures() -> None:
    one, two = draw_formula(WISH), draw_formula(replace(WISH, ratio=2))
    assert (one.width, one.height) == (two.width, two.height)
    assert abs(two.image.width() - 2 * one.image.width()) <= 1
