"""What stands in place of the conversations while something is looked for."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.search import Order, SearchNames
from app.ui.sidebar.hint_row import HintRow
from app.ui.sidebar.result_list import ResultList
from app.ui.sidebar.result_model import ResultModel
from app.ui.sidebar.search_hints import hints
from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import GRID, INTERFACE, ROW_HEIGHT, SMALL
from app.ui.translation import tr
from app.ui.widgets.button import SMALL_PLAIN, Button, Face
from app.ui.widgets.flow_text import FlowText

_PATIENCE_MS = 500
_MARGIN = 12
_ORDER_FACE = Face(ink="quiet", style=SMALL, height=24, padding=6, radius=6)


class SearchPage(QWidget):
    """Says how the search stands, lists what it has found, and offers ways to narrow it.

    Signals:
        order_changed: another order of the messages is wanted.
        restore_wanted: what was chosen last is to come out of the trash.
    """

    order_changed = Signal()
    restore_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ResultModel(self)
        self.list = ResultList(theme, self.model)
        self.hints = HintRow(theme)
        self.order = Order.NEWEST
        self.names = SearchNames()
        self.order_button = Button(theme, tr("Newest first"), _ORDER_FACE)
        self.order_button.setAccessibleDescription(tr("The order of the messages. Press for the other one"))
        self.order_button.clicked.connect(self._change_order)
        self.state = QLabel()
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setFont(font(SMALL))
        self.state.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.notice = FlowText(theme, INTERFACE, "quiet")
        self.restore_button = Button(theme, tr("Restore and open"), SMALL_PLAIN, icon="undo-2")
        self.restore_button.clicked.connect(self.restore_wanted)
        self._notice_place = QWidget()
        self._notice_place.hide()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(lambda: self._say(tr("Searching…")))
        self._arrange()

    def begin(self, text: str) -> None:
        """Another search is under way. Only when it lasts, that is said."""
        self.hints.offer(hints(text, self.names))
        self._notice_place.hide()
        self._patience.start()

    def end(self, text: str, *, has_filters: bool) -> None:
        """The search has found all that it will, at least for now."""
        self._patience.stop()
        found = self.model.results
        if self.model.rowCount():
            self._say(_count_words(found.messages), _count_words_in_full(found.messages, found.conversations))
            return
        self._say("")
        self.tell(_nothing_words(has_filters=has_filters))
        self.hints.offer(hints(text, self.names, asked=True))

    def tell(self, sentence: str, *, offers_restoring: bool = False) -> None:
        """Say above what was found what there is to know about it."""
        self.notice.set_text(sentence)
        self.restore_button.setVisible(offers_restoring)
        self._notice_place.show()
        self._announce(sentence)

    def rest(self) -> None:
        """There is more to be found, when it is wanted."""
        self._patience.stop()
        self._say(tr("{messages} messages so far").format(messages=self.model.results.messages))
        QTimer.singleShot(0, self.list, self.list.look_for_end)

    def go_on(self) -> None:
        """More is wanted, and looked for."""
        self._patience.start()

    def stop(self) -> None:
        """Nothing is looked for any more."""
        self._patience.stop()
        self.model.clear()
        self._notice_place.hide()
        self.state.setText("")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            leftward = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignRight if leftward else Qt.AlignmentFlag.AlignLeft
            self.state.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def _change_order(self) -> None:
        is_newest = self.order is Order.NEWEST
        self.order = Order.BEST if is_newest else Order.NEWEST
        self.order_button.set_words(tr("Best first") if is_newest else tr("Newest first"))
        self.order_changed.emit()

    def _say(self, words: str, announced: str = "") -> None:
        if words != self.state.text():
            self.state.setText(words)
            self._announce(announced or words)

    def _announce(self, words: str) -> None:
        if words and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.list, words))

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(scaled(_MARGIN) // 2, GRID, scaled(_MARGIN) // 2, 0)
        self.state.setIndent(scaled(_MARGIN) // 2)
        top.addWidget(self.state, 1)
        top.addWidget(self.order_button)
        self.state.setMinimumHeight(scaled(ROW_HEIGHT) - 2 * GRID)
        around = QVBoxLayout(self._notice_place)
        around.setContentsMargins(scaled(_MARGIN), GRID, scaled(_MARGIN), 2 * GRID)
        around.addWidget(self.notice)
        around.addWidget(self.restore_button, 0, Qt.AlignmentFlag.AlignLeading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._notice_place)
        column.addWidget(self.list, 1)
        column.addWidget(self.hints)


def _nothing_words(*, has_filters: bool) -> str:
    if has_filters:
        return tr("Nothing fits all of this. Leave one of the filters out, or write another day.")
    return tr("Nothing was found. Try fewer words, or only how a word begins.")


def _count_words(messages: int) -> str:
    if not messages:
        return ""
    return tr("1 message") if messages == 1 else tr("{messages} messages").format(messages=messages)


def _count_words_in_full(messages: int, conversations: int) -> str:
    if conversations < 2:
        return _count_words(messages)
    return tr("{messages} messages in {conversations} conversations").format(
        messages=messages, conversations=conversations
    )
