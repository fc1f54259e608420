"""A page with a list of what is kept, and one form at a time to add to it or to change it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.ui.errands import Errands
from app.ui.settings.page import Page
from app.ui.taking_back import TakingBack
from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE
from app.ui.translation import tr
from app.ui.widgets.button import LINK, PLAIN, PRIMARY, Button
from app.ui.widgets.display_text import single_line
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.flow_text import FlowText
from app.ui.widgets.undo_line import UndoLine
from app.ui.wording import words_for

_ROW, _AROUND_ROWS = 32, 10


@dataclass(frozen=True, slots=True)
class Row:
    """A thing on the shelf: by what it is known, its name, and a word about it."""

    key: str
    name: str
    about: str = ""


class ShelfPage(Page):
    """A kind of shelf says what is on it, and what its form asks."""

    def __init__(self, theme: Theme, title: str, explanation: str, add: str) -> None:
        super().__init__(theme, title)
        self._take_back: Callable[[], Awaitable[object]] | None = None
        self.errands = Errands(self.failed)  # what fails in them is said in the form
        self.key: str | None = None
        self.rows = _Rows(title)
        self.nothing = FlowText(theme, tone="quiet")
        self.add_button = Button(theme, add, PLAIN, icon="plus")
        self.undo_line = UndoLine(theme)
        self.overview, self.form = QWidget(), QWidget()
        self._overview_column, self.form_column = _column(self.overview), _column(self.form)
        self.back_button = Button(theme, tr("Back"), LINK, icon="chevron-left")
        self.back_button.setAccessibleDescription(tr("Back to the list, without a change"))
        self.trouble = FlowText(theme, INTERFACE, "bad")
        self.save_button = Button(theme, tr("Save"), PRIMARY)
        self.remove_button = Button(theme, tr("Remove"), PLAIN)
        self.introduction = self.explanation(explanation)
        self._arrange()
        self.rows.itemClicked.connect(lambda item: self._open(_key(item)))
        self.rows.itemActivated.connect(lambda item: self._open(_key(item)))
        self.add_button.clicked.connect(lambda: self._open(None))
        self.back_button.clicked.connect(self.close_form)
        self.save_button.clicked.connect(self._save)
        self.remove_button.clicked.connect(lambda: self.set_busy(busy=True))  # a double click removes once
        self.remove_button.clicked.connect(self.remove)
        self.undo_line.taken.connect(lambda: self.errands.send(self._bring_back()))
        self.close_form()

    # What a kind of shelf says

    async def load(self) -> Sequence[Row]:
        """Return what is on the shelf."""
        raise NotImplementedError

    def fill(self, key: str | None) -> QWidget:
        """Show what is kept under the key in the form, or an empty one. Return where the focus belongs."""
        raise NotImplementedError

    def is_sound(self) -> bool:
        """Say whether what was entered can be kept; if not, say in its place why."""
        raise NotImplementedError

    async def keep(self, key: str | None) -> None:
        """Keep what was entered. Raises AppError."""
        raise NotImplementedError

    def remove(self) -> None:
        """Remove what the form shows."""
        raise NotImplementedError

    # What all of them do

    def look(self) -> None:
        self.errands.send(self.load_rows())

    def end(self) -> None:
        self.errands.cancel()
        self.undo_line.withdraw()

    async def show_removed(
        self, name: str, take_back: Callable[[], Awaitable[object]], held: TakingBack | None = None
    ) -> None:
        """Go back to the list, without what was removed, and offer to have it back.

        What is `held` for that is let go of when it is offered no more.
        """
        self._take_back = take_back
        await self.load_rows()
        self.close_form()
        self.set_busy(busy=False)
        self.undo_line.offer(tr("“{name}” removed").format(name=single_line(name)), held)

    async def _bring_back(self) -> None:
        take_back, self._take_back = self._take_back, None
        self.undo_line.hide()
        if take_back:
            await take_back()
            await self.load_rows()

    async def load_rows(self) -> None:
        found = await self.load()
        self.rows.fill(found)
        self.rows.setVisible(bool(found))
        self.nothing.setVisible(not found)

    def close_form(self) -> None:
        """Go back to the list, to what was open in it."""
        had_focus = self.form.isAncestorOf(self.focusWidget() or self)
        self.form.hide()
        for widget in (self.introduction, self.overview):
            widget.show()
        if had_focus:
            place = self.rows if self.rows.count() else self.add_button
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    def failed(self, error: AppError) -> None:
        self.set_busy(busy=False)
        self.complain(words_for(error.fault).sentence)

    def complain(self, sentence: str = "") -> None:
        self.trouble.set_text(sentence)
        self.trouble.setVisible(bool(sentence))

    def set_busy(self, *, busy: bool) -> None:
        """While something is under way nothing in the form can be changed; it can be left."""
        for child in self.form.findChildren(QWidget):
            if child is not self.back_button and not child.isAncestorOf(self.back_button):
                child.setEnabled(not busy)

    def _open(self, key: str | None) -> None:
        self.undo_line.withdraw()
        self.complain()
        self.key = key
        first = self.fill(key)
        self.remove_button.setVisible(key is not None)
        for widget in (self.introduction, self.overview):
            widget.hide()
        self.form.show()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        self.complain()
        if self.is_sound():
            self.set_busy(busy=True)
            self.errands.send(self._store(self.key))

    async def _store(self, key: str | None) -> None:
        await self.keep(key)
        self.set_busy(busy=False)
        await self.load_rows()
        self.close_form()

    def _arrange(self) -> None:
        self._overview_column.addWidget(self.rows)
        self._overview_column.addWidget(self.nothing)
        self._overview_column.addWidget(FlowRow((self.add_button,)))
        self._overview_column.addWidget(self.undo_line)
        self.form_column.addWidget(FlowRow((self.back_button,)))
        self.put(self.overview, self.form)

    def arrange_form(self, *widgets: QWidget, further: Sequence[QWidget] = ()) -> None:
        """Put the fields into the form, and its buttons below them."""
        for widget in widgets:
            self.form_column.addWidget(widget)
        for line in self.form.findChildren(QLineEdit):
            line.returnPressed.connect(self._save)
        self.form_column.addWidget(self.trouble)
        self.form_column.addWidget(FlowRow((self.save_button, *further, self.remove_button)))


class _Rows(QListWidget):
    """Takes a row with Return and with Space; it is as high as what is in it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFont(font(INTERFACE))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    def fill(self, rows: Sequence[Row]) -> None:
        before = self.currentRow()
        self.clear()
        for row in rows:
            about = single_line(row.about)
            words = single_line(row.name) + (f"  ·  {about}" if about else "")
            item = QListWidgetItem(words, self)
            item.setData(Qt.ItemDataRole.UserRole, row.key)
        self.setCurrentRow(max(0, min(before, len(rows) - 1)))
        self.setFixedHeight(len(rows) * scaled(_ROW) + _AROUND_ROWS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentItem():
            self.itemActivated.emit(self.currentItem())
        else:
            super().keyPressEvent(event)


def _key(item: QListWidgetItem) -> str:
    return str(item.data(Qt.ItemDataRole.UserRole))


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    return column
