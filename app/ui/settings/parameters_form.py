"""How a model is asked to answer: each left empty is the service's own."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.parameters import Parameters
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.button import LINK, Button
from app.ui.widgets.choice import Choice
from app.ui.widgets.field import Field
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.text_field import TextField

_EFFORTS = ("none", "minimal", "low", "medium", "high", "xhigh", "max")  # the services' own words
_VERBOSITIES = ("low", "medium", "high")
_MOST_TOKENS, _LARGEST_SEED = 1_000_000, (1 << 63) - 1
_MOST_STOPS = 4
_STOPS_HEIGHT = 72


class ParametersForm(QWidget):
    """What it does not know is kept as it was. What is seldom set lies folded, unless it is set."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._kept: dict[str, Any] = {}
        self.temperature, self.longest, self.top_p, self.seed = (QLineEdit() for _ in range(4))
        for field in (self.temperature, self.longest, self.top_p, self.seed):
            field.setPlaceholderText(tr("As usual"))
        self.stops = TextField(_STOPS_HEIGHT)
        self.stops.setPlaceholderText(tr("As usual"))
        self.stops.setMaximumHeight(self.stops.minimumHeight())
        self.effort = Choice(theme, tr("Reasoning effort"), _choices(_EFFORTS))
        self.verbosity = Choice(theme, tr("Length of answers"), _choices(_VERBOSITIES))
        for choice in (self.effort, self.verbosity):
            choice.chosen.connect(choice.set_value)
        hint = tr("From 0, the same words each time, to 2.")
        self.temperature_field = Field(theme, tr("Temperature"), self.temperature, hint)
        self.longest_field = Field(theme, tr("Longest answer, in tokens"), self.longest)
        self.top_p_field = Field(theme, tr("Top P"), self.top_p, _top_p_hint())
        self.seed_field = Field(theme, tr("Seed"), self.seed, _seed_hint())
        self.stops_field = Field(theme, tr("Stop at"), self.stops, _stops_hint())
        self.more_button = Button(theme, tr("More"), LINK, icon="chevron-down", icon_after=True)
        self.more = QWidget()
        self.more_button.clicked.connect(lambda: self._show_more(wanted=self.more.isHidden()))
        column, below = _column(self), _column(self.more)
        for widget in (
            self.temperature_field,
            self.longest_field,
            Field(theme, tr("Reasoning effort"), self.effort),
        ):
            column.addWidget(widget)
        column.addWidget(FlowRow((self.more_button,)))
        column.addWidget(self.more)
        for widget in (
            Field(theme, tr("Length of answers"), self.verbosity),
            self.top_p_field,
            self.seed_field,
            self.stops_field,
        ):
            below.addWidget(widget)
        self.fill({})

    def fill(self, values: Mapping[str, Any]) -> None:
        self._kept = dict(values)
        shown = Parameters.from_mapping(values)
        self.temperature.setText(_told(shown.temperature))
        self.longest.setText(_told(shown.max_output_tokens))
        self.top_p.setText(_told(shown.top_p))
        self.seed.setText(_told(shown.seed))
        self.stops.setPlainText("\n".join(shown.stop))
        self.effort.set_value(shown.effort or "")
        self.verbosity.set_value(shown.verbosity or "")
        for field in self.findChildren(Field):
            field.explain()
        self._show_more(
            wanted=bool(shown.verbosity or shown.stop) or (shown.top_p, shown.seed) != (None, None)
        )

    def entered(self) -> dict[str, Any]:
        """Return only what is set. Ask `is_sound` first."""
        values = {
            "temperature": _number(self.temperature),
            "max_output_tokens": _whole(self.longest),
            "effort": self.effort.value or None,
            "verbosity": self.verbosity.value or None,
            "top_p": _number(self.top_p),
            "seed": _whole(self.seed),
            "stop": self._stops() or None,
        }
        return {name: value for name, value in (self._kept | values).items() if value is not None}

    def is_sound(self) -> bool:
        """Say whether a service could take what was entered, and in its place why not."""
        for field in self.findChildren(Field):
            field.explain()
        whole = tr("Enter a whole number of tokens, or nothing.")
        checks = (
            (
                self.temperature_field,
                _is_within(self.temperature, 2.0),
                tr("Enter a number from 0 to 2, or nothing."),
            ),
            (self.longest_field, _is_whole(self.longest, 1, _MOST_TOKENS), whole),
            (self.top_p_field, _is_within(self.top_p, 1.0), tr("Enter a number from 0 to 1, or nothing.")),
            (
                self.seed_field,
                _is_whole(self.seed, -_LARGEST_SEED, _LARGEST_SEED),
                tr("Enter a whole number, or nothing."),
            ),
            (self.stops_field, len(self._stops()) <= _MOST_STOPS, tr("Services take four of them at most.")),
        )
        wrong = next(((field, words) for field, is_sound, words in checks if not is_sound), None)
        if wrong is None:
            return True
        field, words = wrong
        if self.more.isAncestorOf(field):
            self._show_more(wanted=True)
        field.object_to(words)
        return False

    def _stops(self) -> tuple[str, ...]:
        return tuple(line for line in self.stops.toPlainText().splitlines() if line)

    def _show_more(self, *, wanted: bool) -> None:
        self.more.setVisible(wanted)
        self.more_button.set_icon(
            "chevron-up" if wanted else "chevron-down", tr("Less") if wanted else tr("More")
        )


def _told(number: float | None) -> str:
    return "" if number is None else str(number) if isinstance(number, int) else f"{number:g}"


def _text(field: QLineEdit) -> str:
    return field.text().strip().replace(",", ".")


def _number(field: QLineEdit) -> float | None:
    return float(_text(field)) if _text(field) else None


def _whole(field: QLineEdit) -> int | None:
    return int(_text(field)) if _text(field) else None


def _is_within(field: QLineEdit, most: float) -> bool:
    try:
        number = _number(field)
    except ValueError:
        return False
    return number is None or 0.0 <= number <= most


def _is_whole(field: QLineEdit, least: int, most: int) -> bool:
    try:
        number = _whole(field)
    except ValueError:
        return False
    return number is None or least <= number <= most


def _choices(words: tuple[str, ...]) -> list[tuple[object, str]]:
    return [("", tr("As usual")), *((each, each) for each in words)]


def _top_p_hint() -> str:
    return tr("From 0 to 1: which share of the likely words is chosen from. Set this or the temperature.")


def _seed_hint() -> str:
    return tr("The same number gives the same answer where a service can do that.")


def _stops_hint() -> str:
    return tr("One a line: the answer ends before it.")


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    return column
