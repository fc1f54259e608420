"""Where the sidebar's rows are or, while something is looked for, what was found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.sidebar.search_field import SearchField
from app.ui.sidebar.search_page import SearchPage
from app.ui.theme.theme import Theme
from app.ui.widgets.way_back import WayBack


class SearchPlace(QStackedWidget):
    """`field` lies elsewhere: above. What is chosen in the rows is left as it is.

    Signals:
        begun: the person is about to look for something.
        wanted: what is to be looked for now; nothing when it is empty.
        target_chosen: a conversation's id and a message's, or None; the person wants to be there.
        ended: the search was left by key, and the rows are shown again.
    """

    begun = Signal()
    wanted = Signal(str)
    target_chosen = Signal(object, object)
    ended = Signal()

    def __init__(self, theme: Theme, rows: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = SearchField(theme)
        self.page = SearchPage(theme)
        WayBack(self, lambda: self.currentWidget() is self.page, self.end)
        self._rows = rows
        self.addWidget(rows)
        self.addWidget(self.page)
        self.field.changed.connect(self._look_for)
        self.field.down.connect(self._go_down)
        self.field.entered.connect(self._take_first)
        self.field.left.connect(self.end)
        self.page.list.left.connect(self._go_up)
        self.page.list.typed.connect(self._add)
        self.page.list.target_chosen.connect(self.target_chosen)
        self.page.hints.taken.connect(self._narrow)
        self.page.order_changed.connect(lambda: self._look_for(self.field.text))

    def begin(self, text: str | None = None) -> None:
        """Let the person write what is looked for, or look for this at once."""
        self.begun.emit()
        if text is not None:
            self.field.set_text(text)
        self.field.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.line.selectAll()

    def end(self) -> None:
        """Look for nothing any more, and show the rows as they were."""
        self.field.set_text("")
        self.ended.emit()

    def _look_for(self, text: str) -> None:
        is_wanted = bool(text.strip())
        self.setCurrentWidget(self.page if is_wanted else self._rows)
        self.page.list.forget()
        if is_wanted:
            self.page.begin(text)
        else:
            self.page.stop()
        self.wanted.emit(text.strip() and text)

    def _go_down(self) -> None:
        if self.currentWidget() is self.page:
            self.page.list.begin()
        else:
            self.ended.emit()

    def _go_up(self) -> None:
        self.page.list.clearSelection()
        self.field.line.setFocus(Qt.FocusReason.BacktabFocusReason)
        self.field.line.end(False)

    def _take_first(self) -> None:
        if self.currentWidget() is self.page:
            self.page.list.act(self.page.model.first())

    def _add(self, typed: str) -> None:
        self._go_up()
        self.field.line.insert(typed)

    def _narrow(self, text: str) -> None:
        self.field.set_text(text)
        self._go_up()
