"""Formulas within a page."""

import base64
import re
from time import monotonic
from xml.etree import ElementTree

import pytest

from app.exchange.page_formulas import PageFormulas, on_paper, on_screen


@pytest.fixture
def screen() -> PageFormulas:
    return PageFormulas(on_screen, "currentColor")


def test_a_formula_takes_the_colour_and_the_size_of_the_text(screen: PageFormulas) -> None:
    shown = screen.shown(r"\frac{a}{b}", False)
    root = ElementTree.fromstring(shown)  # noqa: S314  # our own
    assert {each.get("fill") for each in root} == {"currentColor"}
    assert re.search(r"height:[\d.]+em;vertical-align:-\d", root.get("style", ""))


def test_who_cannot_see_it_hears_its_source(screen: PageFormulas) -> None:
    assert 'aria-label="a &lt; &quot;b&quot;"' in screen.shown('a < "b"', True)


def test_paper_gets_a_picture_in_the_size_that_it_has() -> None:
    shown = PageFormulas(on_paper, "#000000").shown(r"\int_0^1 x\,dx", True)
    found = re.fullmatch(
        r'<img src="data:image/svg\+xml;base64,(\S+)" width="(\d+)" height="(\d+)"(.*)>', shown
    )
    assert found
    root = ElementTree.fromstring(base64.b64decode(found[1]))  # noqa: S314  # our own
    assert float(root.get("width", "0")) == pytest.approx(4 * int(found[2]), abs=4)
    assert float(root.get("height", "0")) == pytest.approx(4 * int(found[3]), abs=4)


@pytest.mark.parametrize(
    "tex",
    [
        r"\frac{",
        r"\newcommand{\x}{\x\x}\x",
        "{" * 30 + "x" + "}" * 30,
        r"\left(" * 12 + "x" + r"\right)" * 12,
        "&amp;",
        r"\textcolor{red\"onload=x}{y}",
        r"\text{<script>}",
    ],
)
def test_what_cannot_be_drawn_is_nothing_and_takes_no_time(screen: PageFormulas, tex: str) -> None:
    began = monotonic()
    assert screen.shown(tex, True) == ""
    assert screen.shown(tex, True) == ""
    assert monotonic() - began < 3


def test_each_is_drawn_once(screen: PageFormulas) -> None:
    assert screen.shown("x", False) is screen.shown("x", False)
    assert screen.shown("x", False) != screen.shown("x^{2}", False)
