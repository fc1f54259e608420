"""What all blocks of a view share: colours, the size of text, the grammar, and where to tell a change."""

from collections.abc import Callable

from PySide6.QtGui import QFont, QFontMetricsF

from app.markup.grammar import Grammar
from app.ui.theme.fonts import font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import READING, REGULAR, Colours, TextStyle
from app.ui.transcript.blocks.lexers import Lexers
from app.ui.transcript.blocks.offstage import Offstage
from app.ui.transcript.blocks.painted_block import PaintedBlock
from app.ui.transcript.blocks.prose_style import prose_style

Look = tuple[Colours, float]
"""What a document depends on besides its text."""


class Surroundings:
    """Made once by the view, which is told by `changed` of a block whose height or picture changed by itself.

    Attributes:
        scale: how many times larger than in the look text is shown.
        wraps_code: long lines of code are broken; otherwise they are scrolled.
    """

    def __init__(self, theme: Theme, grammar: Grammar, changed: Callable[[PaintedBlock], None]) -> None:
        self.theme = theme
        self.grammar = grammar
        self.changed = changed
        self._offstage = Offstage()
        self.lexers = Lexers(self._offstage)
        self.scale = 1.0
        self.wraps_code = False
        self._style: tuple[Look | None, str] = (None, "")

    def close(self) -> None:
        """Begin no more work beside the window."""
        self._offstage.close()

    @property
    def look(self) -> Look:
        return self.theme.colours, self.scale

    def font(self, style: TextStyle, weight: int = REGULAR) -> QFont:
        return font(self.scaled(style), weight)

    def scaled(self, style: TextStyle) -> TextStyle:
        return TextStyle(round(style.size * self.scale), round(style.line * self.scale), style.fixed_pitch)

    def pixels(self, length: float) -> float:
        """Return a length of the look at the size of text in force."""
        return round(length * self.scale)

    def style_of_prose(self) -> str:
        """Return the style sheet that documents of prose are read by."""
        if self._style[0] != self.look:
            self._style = (self.look, prose_style(*self.look))
        return self._style[1]

    def lift(self, style: TextStyle = READING) -> float:
        """Return how far Qt sets text too low in lines of one height: it gives a line all its room above."""
        scaled = self.scaled(style)
        return max(0.0, (scaled.line - QFontMetricsF(font(scaled)).height()) / 2)
