"""What the model sees, whether now or of a reply of long ago: how full it is, and all of it as rows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.domain.ids import ItemId
from app.domain.told_context import ToldContext
from app.ui import ledger_words
from app.ui.panels.context_list import ContextList
from app.ui.panels.context_model import ContextModel
from app.ui.panels.context_rows import ContextRows, Kind
from app.ui.panels.token_bars import TokenMeter
from app.ui.theme.fonts import font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE, SMALL, TextStyle
from app.ui.translation import tr
from app.ui.widgets.button import SMALL_TOOL, Button
from app.ui.widgets.display_text import single_line
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.notice import Notice

MARGIN = 16


class ContextBody(QWidget):
    """Above its rows there is room for what a panel adds. Below them, what can be done with the chosen one.

    Signals:
        items_wanted: where items lie that are not sent, and that somebody looks at, with their positions.
    """

    items_wanted = Signal(object, object)

    def __init__(self, theme: Theme, *, may_change: bool) -> None:
        super().__init__()
        self.model = ContextModel(self)
        self.list = ContextList(theme, self.model)
        self.list.may_change = may_change
        self.meter = TokenMeter(theme)
        self.total = _label(INTERFACE)
        self.about = _label(SMALL)
        self.about.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.notice = Notice(theme)
        self.notice.hide()
        self.open_button = Button(theme, tr("Go to it"), SMALL_TOOL)
        self.pin_button = Button(theme, tr("Pin"), SMALL_TOOL, icon="pin")
        self.exclude_button = Button(theme, tr("Leave out"), SMALL_TOOL, icon="eye-off")
        self.added = QVBoxLayout()
        self._arrange()
        self.model.items_wanted.connect(self._want)
        self.list.selectionModel().currentChanged.connect(self._show_deeds)
        self.model.dataChanged.connect(self._show_deeds)
        self.open_button.clicked.connect(self.list.open_current)
        self.pin_button.clicked.connect(self.list.pin_current)
        self.exclude_button.clicked.connect(self.list.exclude_current)
        self._show_deeds()

    def show_told(
        self,
        told: ToldContext,
        length: int,
        pinned: frozenset[ItemId],
        *,
        draft: int | None = None,
        files: int = 0,
    ) -> None:
        """Show a request. `draft` is what the question behind it costs so far, where one is awaited.

        `files` is what those cost that are attached to it.
        """
        is_first = self.model.rows is None
        kept, scrolled = self.list.row, self.list.verticalScrollBar().value()
        rows = ContextRows(told, length, has_question=draft is not None, has_files=files > 0)
        self.model.load(rows, pinned, draft or 0, files)
        ledger = told.ledger
        words = ledger_words.total(ledger.estimated_tokens, ledger.uncertainty, ledger.budget)
        self.total.setText(words)
        self.meter.show_tokens(ledger.estimated_tokens, ledger.uncertainty, ledger.budget, words)
        if is_first or kept is None:
            self.list.go_to_cut()
        else:
            at = rows.number_of(kept.position) if kept.kind is Kind.ITEM else rows.summary_row or 0
            self.list.setCurrentIndex(self.model.index(min(at, len(rows) - 1)))
            self.list.verticalScrollBar().setValue(scrolled)
        self._show_deeds()

    def show_nothing(self, why: str) -> None:
        self.model.load(None, frozenset())
        self.total.setText(why)
        self.about.setText("")
        self.meter.show_tokens(0, 0, 1, why)
        self.notice.hide()
        self._show_deeds()

    def say(self, about: str, trouble: str = "") -> None:
        """Say what this is, and what stands in the way of sending it."""
        self.about.setText(single_line(about))
        if trouble:
            self.notice.say(trouble, "warn")
        self.notice.setVisible(bool(trouble))

    def _want(self, positions: tuple[int, ...]) -> None:
        if self.model.rows:
            parts = tuple(self.model.rows.left_out(positions))
            unsent = tuple(each for each in positions if not self.model.rows.sends(each))
            if unsent:
                self.items_wanted.emit(parts, unsent)

    def _show_deeds(self) -> None:
        """Let the buttons speak of the chosen row."""
        row, is_message = self.list.row, False
        if row is not None:
            is_message = row.item is not None and row.item.id is not None
        self.open_button.setEnabled(is_message or (row is not None and row.kind in _OPENED))
        is_summary = row is not None and row.kind in _OPENED
        self.open_button.set_words(tr("Open") if is_summary else tr("Go to it"))
        for button in (self.pin_button, self.exclude_button):
            button.setVisible(self.list.may_change)
            button.setEnabled(is_message)
        pinned, excluded = self.list.is_pinned, self.list.is_excluded
        self.pin_button.set_icon("pin-off" if pinned else "pin", tr("Unpin") if pinned else tr("Pin"))
        self.exclude_button.set_icon(
            "eye" if excluded else "eye-off", tr("Send again") if excluded else tr("Leave out")
        )

    def _arrange(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, 0, MARGIN, 8)
        head.setSpacing(8)
        for widget in (self.about, self.meter, self.total, self.notice):
            head.addWidget(widget)
        head.addLayout(self.added)
        rows = QVBoxLayout()
        rows.setContentsMargins(8, 0, 8, 0)
        rows.addWidget(self.list)
        deeds = QVBoxLayout()
        deeds.setContentsMargins(12, 4, 12, 8)
        deeds.addWidget(FlowRow((self.open_button, self.pin_button, self.exclude_button), gap=4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(rows, 1)
        column.addLayout(deeds)


_OPENED = (Kind.SUMMARY, Kind.INSTRUCTIONS)


def _label(style: TextStyle) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font(style))
    label.setWordWrap(True)
    return label
