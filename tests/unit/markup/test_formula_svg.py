"""Formulas as drawings."""

import sys
from time import monotonic
from xml.etree import ElementTree

import pytest

from app.markup.formula_svg import FormulaSvg, formula_svg


def drawn(tex: str, size: float = 20) -> FormulaSvg:
    return formula_svg(tex, display=False, colour="currentColor", size=size)


def test_a_drawing_is_shapes_in_the_colour_that_was_asked_for() -> None:
    root = ElementTree.fromstring(drawn(r"\frac{a+b}{c}").svg)  # noqa: S314  # our own
    assert {each.tag.rpartition("}")[2] for each in root} <= {"path", "rect"}
    assert {each.get("fill") for each in root} == {"currentColor"}


def test_a_fraction_goes_below_the_line_and_a_letter_does_not() -> None:
    assert drawn("x^2").descent < 1
    assert 5 < drawn(r"\frac{a}{b}").descent < drawn(r"\frac{a}{b}").height


def test_it_grows_with_its_letters() -> None:
    assert drawn("x", size=40).width == pytest.approx(2 * drawn("x").width, rel=0.1)


HOSTILE = {
    "long": "a" * 900,
    "deep": "{" * 30 + "x" + "}" * 30,
    "slow": r"\left(" * 12 + "x" + r"\right)" * 12,
    "wide": r"\hspace{99999999em}x",
    "high": r"\rule{10px}{100000px}",
    "negative": r"\\\\\\",
    "endless": r"\newcommand{\x}{\x\x}\x",
    "half": r"\frac{1}{",
    "markup": "&amp;",
    "nothing": " ",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_drawn_is_given_up_in_time(name: str) -> None:
    began, tracer = monotonic(), sys.gettrace()
    with pytest.raises(Exception):  # noqa: B017, PT011  # the libraries raise whatever they like
        drawn(HOSTILE[name])
    assert monotonic() - began < 3
    assert sys.gettrace() is tracer


def test_files_are_not_read() -> None:
    assert drawn(r"\includegraphics{/etc/passwd}").width < 400
