"""How a model is asked to answer: each left empty is the service's own."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QDoubleValidator, QIntValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.parameters import Parameters
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.choice import Choice
from app.ui.widgets.field import Field

_WORDS = ("minimal", "low", "medium", "high")
_MOST_TOKENS = 1_000_000


class ParametersForm(QWidget):
    """What it does not show is kept as it was."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._kept: dict[str, Any] = {}
        self.temperature, self.longest = QLineEdit(), QLineEdit()
        self.temperature.setValidator(QDoubleValidator(0.0, 2.0, 2, self))
        self.longest.setValidator(QIntValidator(1, _MOST_TOKENS, self))
        for field in (self.temperature, self.longest):
            field.setPlaceholderText(tr("As usual"))
        words = [("", tr("As usual")), *((each, each) for each in _WORDS)]
        self.effort = Choice(theme, tr("Reasoning effort"), words)
        self.effort.chosen.connect(self.effort.set_value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        hint = tr("From 0, the same words each time, to 2.")
        column.addWidget(Field(theme, tr("Temperature"), self.temperature, hint))
        column.addWidget(Field(theme, tr("Longest answer, in tokens"), self.longest))
        column.addWidget(Field(theme, tr("Reasoning effort"), self.effort))
        self.fill({})

    def fill(self, values: Mapping[str, Any]) -> None:
        self._kept = dict(values)
        shown = Parameters.from_mapping(values)
        self.temperature.setText("" if shown.temperature is None else f"{shown.temperature:g}")
        self.longest.setText(str(shown.max_output_tokens or ""))
        self.effort.set_value(shown.effort or "")

    def entered(self) -> dict[str, Any]:
        """Return only what is set."""
        temperature = self.temperature.text().replace(",", ".")
        values = {
            "temperature": float(temperature) if temperature else None,
            "max_output_tokens": int(self.longest.text()) if self.longest.text() else None,
            "effort": self.effort.value or None,
        }
        return {name: value for name, value in (self._kept | values).items() if value is not None}
