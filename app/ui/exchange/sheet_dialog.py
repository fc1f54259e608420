"""A dialog that asks a few things, then works for a while, then says what has come of it."""

from asyncio import get_running_loop
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.ui.errands import Errands
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE, READING, SEMIBOLD, SMALL
from app.ui.translation import tr
from app.ui.widgets.button import PLAIN, Button
from app.ui.widgets.fitting import fitting, room_in
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.flow_text import FlowText
from app.ui.widgets.scroll_area import TallScrollArea
from app.ui.wording import words_for

_WIDTH, _MARGIN = 440, 24
_TITLE_BAR = 48  # of the window manager, about
_LEAST_FORM = 96


class SheetDialog(QDialog):
    """While it works nothing in `form` can be changed; Cancel, Escape and closing call the work back."""

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.room = room_in(parent)
        width = fitting(_WIDTH, parent)
        self.errands = Errands(self.failed)
        self._is_busy = False
        self.heading = FlowText(theme, READING, weight=SEMIBOLD)
        self.told = FlowText(theme, INTERFACE)
        self.form = QWidget()
        self.rows = QVBoxLayout(self.form)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(16)
        self._scroll = TallScrollArea(self.form, self, self._room_for_form)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("Progress"))
        self.bar.setTextVisible(False)
        self.trouble = FlowText(theme, SMALL, "bad")
        self.cancel_button = Button(theme, tr("Cancel"), PLAIN)
        self._column = QVBoxLayout(self)
        self._column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self._column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._column.setSpacing(16)
        self._column.addStrut(width)
        for text in (self.heading, self.told, self.trouble):
            text.use_width(width)
        for widget in (self.heading, self.told, self._scroll, self.bar, self.trouble):
            widget.setMaximumWidth(self.room)
            self._column.addWidget(widget)
        self.heading.set_text(title)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.cancel_button.clicked.connect(self.reject)
        self.finished.connect(lambda _result: self.errands.cancel())
        self.say()
        self.complain()
        self._show_bar(shown=False)

    def put_buttons(self, *buttons: QWidget, before: QWidget | None = None) -> None:
        """Lay out the last line: one that stands apart, Cancel, and what leads on."""
        row = FlowRow((before,) if before else (), most=self.room)
        row.put((self.cancel_button, *buttons), at_end=True)
        self._column.addWidget(row)

    def _room_for_form(self) -> int:
        """Return how tall the form may be, so that the screen has room for it and all around it."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        others = [each for each in self.findChildren(QWidget, options=direct) if not each.isHidden()]
        spacing = self._column.spacing()
        taken = sum(each.sizeHint().height() + spacing for each in others if each is not self._scroll)
        taken += 2 * _MARGIN + _TITLE_BAR
        return max(_LEAST_FORM, self.screen().availableSize().height() - taken)

    def show_form(self, *, shown: bool) -> None:
        self._scroll.setVisible(shown)

    def say(self, sentence: str = "") -> None:
        self.told.set_text(sentence)
        self.told.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)

    def complain(self, sentence: str = "") -> None:
        self.trouble.set_text(sentence)
        self.trouble.setVisible(bool(sentence))

    def begin_work(self) -> Callable[[int, int], None]:
        """Show that something is under way. What is returned tells the bar how far it is, from any thread."""
        self._set_busy(busy=True)
        loop = get_running_loop()

        def tell(done: int, of: int) -> None:
            loop.call_soon_threadsafe(self._show_progress, done, of)

        return tell

    def end_work(self) -> None:
        self._set_busy(busy=False)

    def set_busy(self, *, busy: bool) -> None:
        """Let a kind of dialog show what can be done meanwhile."""

    def _set_busy(self, *, busy: bool) -> None:
        self._is_busy = busy
        self.complain()
        self.form.setEnabled(not busy)
        self._show_bar(shown=busy)
        self.set_busy(busy=busy)
        if busy:
            self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_bar(self, *, shown: bool) -> None:
        self.bar.setRange(0, 0)
        self.bar.setVisible(shown)

    def _show_progress(self, done: int, of: int) -> None:
        if self._is_busy:
            self.bar.setRange(0, max(1, of))
            self.bar.setValue(done)

    def failed(self, error: AppError) -> None:
        self.end_work()
        self.complain(words_for(error.fault).sentence)
