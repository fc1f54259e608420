"""Formulas as drawings within a page. What cannot be drawn, or is too much, is shown as it was written."""

import re
from base64 import b64encode
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html import escape

from app.markup.formula_svg import formula_svg

_MOST = 2000  # different ones in one page, each about a hundredth of a second
_SIZE = 15.0
_NUMBER = r"(-?[\d.]+)"
_SHAPE = r'<(?:path|rect|polygon|line)(?: [a-z-]+="[-\w .,#]*")* ?/>'
_SVG = re.compile(
    rf'<svg [^<>]*viewBox="{_NUMBER} {_NUMBER} {_NUMBER} {_NUMBER}"[^<>]*>((?:{_SHAPE})*)</svg>'
)
_FINER = 4  # a picture for paper has so many dots for one of the screen
_LETTERS_BELOW = 0.25  # how far letters reach below their line, in parts of their size


@dataclass(frozen=True, slots=True)
class Drawing:
    """The shapes of a formula and where they lie; y grows downwards from the line that letters stand on."""

    tex: str
    shapes: str
    left: float
    top: float
    width: float
    height: float

    @property
    def below(self) -> float:
        return self.top + self.height


Show = Callable[[Drawing], str]


class PageFormulas:
    """Draws each formula of a page once."""

    def __init__(self, show: Show, colour: str) -> None:
        self._show = show
        self._colour = colour
        self._shown: dict[tuple[str, bool], str] = {}

    def shown(self, tex: str, display: bool) -> str:  # as the writer of pages calls it
        """Return the HTML of a formula; nothing if there is none."""
        key = (tex, display)
        if key not in self._shown:
            if len(self._shown) >= _MOST:
                return ""
            self._shown[key] = self._drawn(tex, display=display)
        return self._shown[key]

    def _drawn(self, tex: str, *, display: bool) -> str:
        drawing = _drawing(tex, display=display, colour=self._colour)
        return self._show(drawing) if drawing else ""


def on_screen(drawing: Drawing) -> str:
    """As shapes that take the colour and the size of the text around them."""
    places = f"{drawing.left:g} {drawing.top:g} {drawing.width:g} {drawing.height:g}"
    sides = f"width:{drawing.width / _SIZE:.3f}em;height:{drawing.height / _SIZE:.3f}em"
    return (
        f'<svg class="math" role="img" aria-label="{escape(drawing.tex)}" viewBox="{places}" '
        f'style="{sides};vertical-align:{-drawing.below / _SIZE:.3f}em">{drawing.shapes}</svg>'
    )


def on_paper(drawing: Drawing) -> str:
    """As a picture that says how far it is to reach below the line: no less than letters do."""
    below = max(drawing.below, _LETTERS_BELOW * _SIZE)
    height = drawing.height + below - drawing.below
    sides = f'width="{drawing.width * _FINER:g}" height="{height * _FINER:g}"'
    view = f'viewBox="{drawing.left:g} {drawing.top:g} {drawing.width:g} {height:g}"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {sides} {view}>{drawing.shapes}</svg>'
    source = f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
    return f'<img src="{source}" width="{drawing.width:.0f}" height="{height:.0f}" title="{below:.1f}">'


def _drawing(tex: str, *, display: bool, colour: str) -> Drawing | None:
    """The library raises whatever it likes, so a thread of its own draws, which may end by anything."""
    with ThreadPoolExecutor(1, "formula") as pool:
        done = pool.submit(formula_svg, tex, display=display, colour=colour, size=_SIZE)
    return None if done.exception() else _read(tex, done.result().svg)


def _read(tex: str, svg: str) -> Drawing | None:
    """Take the shapes, where there is nothing but shapes."""
    found = _SVG.fullmatch(svg.strip())
    return Drawing(tex, found[5], *(float(found[number]) for number in range(1, 5))) if found else None
