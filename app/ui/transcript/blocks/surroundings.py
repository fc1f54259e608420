"""What all blocks of a view share: colours, the size of text, the grammar, and where to tell a change."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPalette

from app.markup.grammar import Grammar
from app.ui.theme.fonts import font
from app.ui.theme.scale import USUAL, percent
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import READING, REGULAR, Colours, TextStyle
from app.ui.transcript.blocks.formula_drawing import Wish
from app.ui.transcript.blocks.formulas import Formulas
from app.ui.transcript.blocks.lexers import Lexers
from app.ui.transcript.blocks.offstage import Offstage
from app.ui.transcript.blocks.painted_block import PaintedBlock
from app.ui.transcript.blocks.prose_style import prose_style

_FORMULA, _FORMULA_DISPLAYED = 1.15, 1.25

Look = tuple[Colours, int]
"""What a document depends on besides its text."""


def _pixel_ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio() if screen else 1.0


class Surroundings:
    """Made once by the view, which is told by `changed` of a block whose height or picture changed by itself.

    Attributes:
        wraps_code: long lines of code are broken; otherwise they are scrolled.
    """

    def __init__(self, theme: Theme, grammar: Grammar, changed: Callable[[PaintedBlock], None]) -> None:
        self.theme = theme
        self.grammar = grammar
        self.changed = changed
        self._offstage = Offstage()
        self.lexers = Lexers(self._offstage)
        self.formulas = Formulas(self._offstage)
        self.wraps_code = False
        self._cached = _Cached(self.look)

    def close(self) -> None:
        """Begin no more work beside the window."""
        self._offstage.close()

    @property
    def look(self) -> Look:
        return self.theme.colours, percent()

    def font(self, style: TextStyle, weight: int = REGULAR) -> QFont:
        fonts = self._for_look().fonts
        if (style, weight) not in fonts:
            fonts[style, weight] = font(style, weight)
        return fonts[style, weight]

    def pixels(self, length: float) -> float:
        """Return a length of the look at the size of text in force."""
        return round(length * percent() / USUAL)

    def formula_wish(self, tex: str, *, display: bool) -> Wish:
        """Return how a formula is to be drawn now. Its letters are smaller than others of the same size."""
        size = READING.size * (_FORMULA_DISPLAYED if display else _FORMULA)
        return Wish(tex, display, self.theme.colours.ink, size, _pixel_ratio())

    def style_of_prose(self) -> Mapping[str, str]:
        """Return what is written into the tags of prose."""
        return self._for_look().styles

    def palette(self) -> QPalette:
        """Return the colours that documents are painted with where they have none of their own."""
        return self._for_look().palette

    def lift(self, style: TextStyle = READING) -> float:
        """Return how far Qt sets text too low in lines of one height: it gives a line all its room above."""
        lifts = self._for_look().lifts
        if style not in lifts:
            free = style.line - QFontMetricsF(self.font(style)).height()
            lifts[style] = max(0.0, free / 2)
        return lifts[style]

    def _for_look(self) -> "_Cached":
        if self._cached.look != self.look:
            self._cached = _Cached(self.look)
        return self._cached


class _Cached:
    """What is the same for all blocks as long as the look is."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.styles = prose_style(look[0])
        self.fonts: dict[tuple[TextStyle, int], QFont] = {}
        self.lifts: dict[TextStyle, float] = {}
        self.palette = QPalette()
        self.palette.setColor(QPalette.ColorRole.Text, QColor(look[0].ink))
