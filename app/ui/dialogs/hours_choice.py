"""A button that says after how long conversations are deleted, and opens the other numbers to choose from."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal

from app.domain.retention import HOURS_TO_CHOOSE
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.button import PLAIN, Button
from app.ui.widgets.menu import Menu

_DAY, _YEAR = 24, 365 * 24


class HoursChoice(Button):
    """Shows a choice only once it is set from outside: until then it may still be thought better of.

    Signals:
        chosen: the hours that were picked, or None for what holds in general.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, *, offers_general: bool) -> None:
        super().__init__(theme, "", PLAIN, icon="chevron-down", icon_after=True)
        self.menu_of_hours = Menu(theme, tr("Delete after"), self)
        self._offers_general = offers_general
        self.clicked.connect(self._open)
        self.set_hours(0, 0)

    def set_hours(self, hours: int | None, in_general: int) -> None:
        self.set_words(_words(hours, in_general))
        self.menu_of_hours.clear()
        for each in self._numbers(hours):
            sign = "check" if each == hours else ""
            self.menu_of_hours.offer(_words(each, in_general), sign, partial(self.chosen.emit, each))

    def _numbers(self, hours: int | None) -> Sequence[int | None]:
        """Return what there is to choose from, with a number from elsewhere that holds now."""
        known = sorted({*HOURS_TO_CHOOSE, hours or 0})
        return [None, *known] if self._offers_general else known

    def _open(self) -> None:
        self.menu_of_hours.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))


def span(hours: int) -> str:
    """Return a number of hours as a person says it."""
    if hours == _YEAR:
        return tr("1 year")
    if hours <= _DAY or hours % _DAY:
        return tr("{count} hours").format(count=hours)
    return tr("{count} days").format(count=hours // _DAY)


def _words(hours: int | None, in_general: int) -> str:
    if hours is None:
        general = span(in_general) if in_general else tr("never")
        return tr("As for all: {span}").format(span=general)
    return tr("After {span}").format(span=span(hours)) if hours else tr("Never")
