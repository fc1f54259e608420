"""A formula as a drawing in SVG. Slow, and without end for some formulas: never on the thread that paints."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from inspect import CO_GENERATOR
from itertools import count
from time import monotonic, sleep
from types import FrameType

_LONGEST, _DEEPEST, _SECONDS = 800, 8, 1.0
_BREATH, _PAUSE = 200, 0.0001  # calls between two pauses, and their seconds
_WIDEST, _HIGHEST = 4000, 1600
_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class FormulaSvg:
    """Attributes:
    descent: how much of the height lies below the line that letters stand on.
    """

    svg: str
    width: float
    height: float
    descent: float


class TooHard(Exception):
    """The formula is too long, too deep or too large, or took too much time."""


def formula_svg(tex: str, *, display: bool, colour: str, size: float) -> FormulaSvg:
    """Draw, or raise whatever the library raises: a formula may be anything at all.

    `display` is for one that stands on a line of its own; `size` is that of its letters, in pixels.
    """
    from ziamath.config import config
    from ziamath.zmath import Latex

    if len(tex) > _LONGEST or _depth(tex) > _DEEPEST:
        raise TooHard
    config.svg2 = False  # Qt leaves the letters out otherwise
    with _in_time(monotonic() + _SECONDS):
        drawn = Latex(tex, size=size, color=colour, inline=not display)
        svg = drawn.svg()
        width, height = drawn.getsize()
        below = -drawn.getyofst()
    if not (0 < width <= _WIDEST and 0 < height <= _HIGHEST):
        raise TooHard
    return FormulaSvg(svg, width, height, max(0.0, below))


def _depth(tex: str) -> int:
    """How deep braces lie in each other: each level doubles the time that drawing takes."""
    depth = deepest = 0
    for found in _BRACES.finditer(tex):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        deepest = max(deepest, depth)
    return deepest


@contextmanager
def _in_time(deadline: float) -> Iterator[None]:
    """Stop what is done here once the time is over, and make room for the thread that paints.

    Python lets one thread run at a time, and this one would give way far too seldom by itself.
    """
    calls = count()

    is_late = False

    def watch(frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal is_late
        if next(calls) % _BREATH == 0:
            sleep(_PAUSE)
            is_late = monotonic() > deadline
        # What is raised in a generator may be lost while that is being closed, and the watch with it.
        if is_late and not frame.f_code.co_flags & CO_GENERATOR:
            raise TooHard

    before = sys.gettrace()
    sys.settrace(watch)
    try:
        yield
    finally:
        sys.settrace(before)
