"""How large everything is drawn: the sizes of the look, times what the person wants.

The share is kept with Qt's application, beside its font and its palette, so that who lays out or paints
asks for it at that moment and is never behind.
"""

from PySide6.QtCore import QCoreApplication

USUAL = 100
PERCENTS = (80, 90, 100, 110, 125, 150, 175, 200)
_PROPERTY = "text percent"


def percent() -> int:
    """Return how large everything is at present, 100 being the look's own size."""
    app = QCoreApplication.instance()
    kept = app.property(_PROPERTY) if app else None
    return kept if isinstance(kept, int) else USUAL


def scaled(length: int) -> int:
    """Return a length of the look as large as the person wants it."""
    at_present = percent()
    return length if at_present == USUAL else round(length * at_present / USUAL)


def set_percent(app: QCoreApplication, wanted: int) -> None:
    """Let everything be that large from now on. Telling those who are laid out already is the theme's."""
    app.setProperty(_PROPERTY, nearest(wanted))


def nearest(wanted: int) -> int:
    """Return the step that is closest to what is wanted."""
    return min(PERCENTS, key=lambda each: abs(each - wanted))


def step(at_present: int, by: int) -> int:
    """Return the size that is `by` steps away, as far as there are any."""
    place = PERCENTS.index(nearest(at_present)) + by
    return PERCENTS[max(0, min(place, len(PERCENTS) - 1))]
