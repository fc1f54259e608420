"""What was asked and what it took, over a time to be chosen: as pictures, or as a table of numbers."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.chat.controller import ChatController
from app.domain.errors import AppError
from app.domain.reckoning import Yardstick, beginning
from app.ui.errands import Errands
from app.ui.statistics import spent_words
from app.ui.statistics.numbers_model import NumbersModel
from app.ui.statistics.pictures import Pictures
from app.ui.statistics.reckoned import Reckoned
from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE, SMALL
from app.ui.translation import tr
from app.ui.widgets.button import CHIP, PLAIN, PRIMARY, Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.scroll_area import in_scroll_area
from app.ui.wording import words_for

_WIDTH, _HEIGHT, _MARGIN = 760, 720, 24
_FLAT = "QHeaderView::section { background: transparent; border: 0; padding: 4px 6px; }"
_LONG_AGO = 20_000  # days: before anybody could have asked
_WEEK, _MONTH, _YEAR = 7, 30, 365


class StatisticsDialog(QDialog):
    """Counts anew whenever another time is chosen. Nothing here leaves the computer."""

    def __init__(self, theme: Theme, controller: ChatController, parent: QWidget) -> None:
        super().__init__(parent)
        self._spending = controller.spending
        self._errands = Errands(self._failed)
        self._reckoned: Reckoned | None = None
        self._days: int | None = _MONTH
        self._by = Yardstick.TOKENS
        self.pictures = Pictures(theme)
        self.numbers = NumbersModel(self)
        self.table = _table(self.numbers)
        self.total = QLabel()
        self.total.setTextFormat(Qt.TextFormat.PlainText)
        self.total.setWordWrap(True)
        self.total.setFont(font(INTERFACE))
        self.span_buttons = [Button(theme, words, CHIP) for _, words in _spans()]
        self.yardstick_buttons = [Button(theme, spent_words.yardstick(by), CHIP) for by in Yardstick]
        self.table_button = Button(theme, tr("Show the numbers"), PLAIN)
        self.table_button.setCheckable(True)
        self.done_button = Button(theme, tr("Done"), PRIMARY)
        self._pages = QStackedWidget()
        self._arrange(parent.window().size())
        self._join()
        self.setWindowTitle(tr("Statistics"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._count()

    def _join(self) -> None:
        spans: list[Callable[[], None]] = [partial(self._choose_days, days) for days, _ in _spans()]
        measures: list[Callable[[], None]] = [partial(self._choose_yardstick, by) for by in Yardstick]
        self._groups = (
            _exclusive(self, self.span_buttons, spans, 1),
            _exclusive(self, self.yardstick_buttons, measures, 0),
        )
        self.table_button.toggled.connect(lambda wanted: self._pages.setCurrentIndex(int(wanted)))
        self.done_button.clicked.connect(self.accept)
        self.finished.connect(self._errands.cancel)

    def _choose_days(self, days: int | None) -> None:
        self._days = days
        self._count()

    def _choose_yardstick(self, by: Yardstick) -> None:
        self._by = by
        self._show()

    def _count(self) -> None:
        self._errands.send(self._count_days(self._days))

    async def _count_days(self, days: int | None) -> None:
        last = self._spending.today
        first = last - timedelta(days=(days or _LONG_AGO) - 1)
        statistics = await self._spending.between(first, last)
        messages = await self._spending.messages(first, last)
        titles = await self._spending.titles([each for each in statistics.by_conversation if each])
        if days == self._days:
            first = first if days else beginning(statistics.by_day, first, last)
            self._reckoned = Reckoned(first, last, statistics, messages, titles)
            self.numbers.load(self._reckoned)
            self._show()

    def _show(self) -> None:
        if self._reckoned is None:
            return
        self.pictures.show_spent(self._reckoned, self._by)
        spent = self._reckoned.statistics.total
        told = [
            tr("{count} messages and steps").format(count=spent_words.whole(self._reckoned.messages)),
            spent_words.spoken(spent, Yardstick.ANSWERS),
            spent_words.spoken(spent, Yardstick.TOKENS),
        ]
        if spent.cost is not None:
            cost = spent_words.dollars(spent.cost)
            told.append(tr("{cost} where the price is known").format(cost=cost))
        self.total.setText(" · ".join(told))

    def _failed(self, error: AppError) -> None:
        self.total.setText(words_for(error.fault).sentence)

    def _arrange(self, around: QSize) -> None:
        choices = FlowRow(self.span_buttons, gap=4)
        choices.put(self.yardstick_buttons, at_end=True)
        self._pages.addWidget(in_scroll_area(self.pictures))
        self._pages.addWidget(self.table)
        buttons = FlowRow((self.table_button,))
        buttons.put((self.done_button,), at_end=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(16)
        column.addWidget(choices)
        column.addWidget(self.total)
        column.addWidget(self._pages, 1)
        column.addWidget(buttons)
        self.resize(min(scaled(_WIDTH), around.width()), min(scaled(_HEIGHT), around.height() - 2 * _MARGIN))


def _spans() -> tuple[tuple[int | None, str], ...]:
    return (_WEEK, tr("7 days")), (_MONTH, tr("30 days")), (_YEAR, tr("A year")), (None, tr("All"))


def _exclusive(
    dialog: QDialog, buttons: Sequence[Button], deeds: Sequence[Callable[[], None]], first: int
) -> QButtonGroup:
    """Let one of the buttons be lit, and do its deed when it comes to be."""
    group = QButtonGroup(dialog)
    for button, deed in zip(buttons, deeds, strict=True):
        button.setCheckable(True)
        button.setAutoDefault(False)
        group.addButton(button)
        button.clicked.connect(lambda _checked=False, do=deed: do())
    buttons[first].setChecked(True)
    return group


def _table(model: NumbersModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setFont(font(SMALL))
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.horizontalHeader().setFont(font(SMALL))
    table.horizontalHeader().setStyleSheet(_FLAT)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    table.setAccessibleName(tr("The numbers"))
    return table
