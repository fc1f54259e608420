"""Fonts of the type scale. Sizes are in pixels, so that the 4-px grid holds at any resolution."""

from PySide6.QtGui import QFont, QFontMetricsF

from app.ui.theme.tokens import CODE_FAMILIES, REGULAR, TEXT_FAMILIES, TextStyle


def font(style: TextStyle, weight: int = REGULAR) -> QFont:
    """Return the font for `style`; the system's own follows where a family is not installed."""
    chosen = QFont()
    if style.fixed_pitch:
        chosen.setFamilies([*CODE_FAMILIES])
        chosen.setStyleHint(QFont.StyleHint.Monospace)
    else:
        chosen.setFamilies([*TEXT_FAMILIES, QFont().defaultFamily()])
        chosen.setStyleHint(QFont.StyleHint.SansSerif)
    chosen.setPixelSize(style.size)
    chosen.setWeight(QFont.Weight(weight))
    chosen.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return chosen


def baseline(style: TextStyle, metrics: QFontMetricsF) -> float:
    """Return how far below a line's top its text stands, so that it sits in the middle of the line."""
    return (style.line - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
