"""How exported pages look."""

import re

import pytest

from app.exchange import page_style
from app.exchange.page_style import PAPER_STYLE, WEB_STYLE
from app.markup.code_tones import TONES
from app.ui.theme.tokens import DARK, LIGHT

NAMES = {"k": "keyword", "s": "string", "c": "comment", "n": "number", "f": "function", "t": "type"}


@pytest.mark.parametrize(("side", "colours"), [("_LIGHT", LIGHT), ("_DARK", DARK)])
def test_the_colours_are_those_of_the_window(side: str, colours: object) -> None:
    pairs = re.findall(r"--(\w+):(#\w{6})", getattr(page_style, side))
    assert len(pairs) >= 13
    assert pairs == [(name, getattr(colours, NAMES.get(name, name))) for name, _value in pairs]


def test_paper_is_light() -> None:
    assert set(re.findall(r"#\w{6}", PAPER_STYLE)) <= {getattr(LIGHT, name) for name in LIGHT.__slots__[:-1]}


@pytest.mark.parametrize("style", [WEB_STYLE, PAPER_STYLE])
def test_every_tone_of_code_has_a_colour_and_nothing_is_loaded(style: str) -> None:
    assert all(re.search(rf"\.{tone[0]}\{{color:", style) for tone in TONES)
    assert "url(" not in style
    assert "@import" not in style
    assert style.count("{") == style.count("}")
