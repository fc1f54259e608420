"""What was spent as pictures: by day, by hour, by model and by conversation."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.domain.reckoning import Yardstick, amount, largest
from app.domain.statistics import Spent
from app.ui.statistics import spent_words
from app.ui.statistics.reckoned import Reckoned, hour_name
from app.ui.theme.fonts import font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE, SEMIBOLD, SMALL
from app.ui.translation import tr
from app.ui.widgets.bar_chart import Bar, BarChart
from app.ui.widgets.share_row import ShareRow

_MOST = 8  # rows of a kind
_HOURS = 24
_LABELLED = 6  # every sixth hour


class Pictures(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.by_day = BarChart(theme, tr("By day"))
        self.by_hour = BarChart(theme, tr("By hour of the day"))
        self.looked_at = {chart: _small() for chart in (self.by_day, self.by_hour)}
        self.models, self.conversations = _column(), _column()
        column = _column(self)
        column.setSpacing(8)
        for title, chart in ((tr("By day"), self.by_day), (tr("By hour of the day"), self.by_hour)):
            column.addWidget(_heading(title))
            column.addWidget(chart)
            column.addWidget(self.looked_at[chart])
            chart.looked_at.connect(self.looked_at[chart].setText)
        for title, rows in ((tr("By model"), self.models), (tr("By conversation"), self.conversations)):
            column.addWidget(_heading(title))
            column.addLayout(rows)
            column.addSpacing(8)
        column.addStretch(1)

    def show_spent(self, reckoned: Reckoned, by: Yardstick) -> None:
        self.by_day.show_bars(
            [
                _bar(spent_words.stretch_label(each), spent_words.stretch_name(each), each.spent, by)
                for each in reckoned.days
            ]
        )
        hours = reckoned.statistics.by_hour
        self.by_hour.show_bars(
            [
                _bar(
                    hour_name(hour) if hour % _LABELLED == 0 else "",
                    hour_name(hour),
                    hours.get(hour, Spent()),
                    by,
                )
                for hour in range(_HOURS)
            ]
        )
        self._show_rows(self.models, reckoned.statistics.by_model, by)
        self._show_rows(self.conversations, reckoned.conversations, by)

    def _show_rows(self, rows: QVBoxLayout, parts: Mapping[str, Spent], by: Yardstick) -> None:
        while old := rows.takeAt(0):
            if widget := old.widget():
                widget.deleteLater()
        found = largest(parts, by, _MOST)
        most = max((sum(amount(spent, by)) for _, spent in found), default=1.0)
        for name, spent in found:
            known, estimated = amount(spent, by)
            number = spent_words.short(spent, by)
            rows.addWidget(ShareRow(self._theme, name, number, (known / most, estimated / most)))
        if not found:
            nothing = _small()
            nothing.setText(tr("Nothing in this time."))
            rows.addWidget(nothing)


def _bar(label: str, name: str, spent: Spent, by: Yardstick) -> Bar:
    known, estimated = amount(spent, by)
    return Bar(label, known, estimated, f"{name}: {spent_words.spoken(spent, by)}")


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font(INTERFACE, SEMIBOLD))
    return label


def _small() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font(SMALL))
    label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
    return label


def _column(around: QWidget | None = None) -> QVBoxLayout:
    column = QVBoxLayout(around) if around else QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
