"""The palette: one field from which every command, every conversation and every message can be reached."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.conversation import Conversation
from app.domain.title_match import folded_title, holding, holding_loosely, sought
from app.ui.actions import Command
from app.ui.dialogs.palette_model import PaletteModel
from app.ui.dialogs.palette_panel import PalettePanel
from app.ui.dialogs.palette_rows import CommandRow, ConversationRow, PaletteRow, SearchRow, rows_for
from app.ui.shortcuts import Shortcuts
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import RADIUS_COMPOSER

_WIDTH, _TOP, _MARGIN = 560, 72, 16
_SHADOW = 8
_RECENT = 20
_PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class Palette(QWidget):
    """Lies over its window while it is open, and gives the focus back to where it was.

    Signals:
        typed: what conversations are to be found for.
        conversation_chosen: the id of the conversation that is wanted.
        search_wanted: what is to be looked for in messages.
    """

    typed = Signal(str)
    conversation_chosen = Signal(object)
    search_wanted = Signal(str)

    def __init__(self, theme: Theme, shortcuts: Shortcuts, clock: Callable[[], int], window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._shortcuts = shortcuts
        self._clock = clock
        self._before: QWidget | None = None
        self._window = window
        self._recent: list[Command] = []
        self._conversations: list[Conversation] = []
        self.model = PaletteModel(shortcuts, self)
        self.panel = PalettePanel(theme, self.model, self)
        self.panel.typed.connect(self._typed)
        self.panel.taken.connect(self._act)
        self.panel.left.connect(self.leave)
        self.panel.field.installEventFilter(self)
        window.installEventFilter(self)
        theme.resized.connect(self._place)
        self.hide()

    def open(self) -> None:
        """Show what can be reached; opened already, it closes."""
        if self.isVisible():
            self.leave()
            return
        self._before = QApplication.focusWidget()
        self.model.now = self._clock()
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.panel.begin()

    def leave(self) -> None:
        """Close, and go back to where the person was."""
        self.hide()
        if self._before and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_conversations(self, found: Sequence[Conversation]) -> None:
        """List these conversations, which fit what was typed last."""
        self._conversations = [*found]
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self._place()
        elif (
            watched is self.panel.field
            and isinstance(event, QFocusEvent)
            and event.lostFocus()
            and event.reason() not in _PASSING
        ):
            self.hide()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the panel leaves it."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.leave()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for reach in range(1, _SHADOW + 1):
            shade = QColor(0, 0, 0, max(1, self._theme.colours.shadow_strength // (2 * reach)))
            painter.setBrush(shade)
            area = self.panel.geometry().adjusted(-reach, -reach // 2, reach, 2 * reach)
            painter.drawRoundedRect(area, RADIUS_COMPOSER + reach, RADIUS_COMPOSER + reach)
        painter.end()

    def _typed(self, text: str) -> None:
        """Show at once what is known to fit; the rest is on its way."""
        wanted = sought(text)
        if not wanted.is_empty:
            titles = [folded_title(each.title) for each in self._conversations]
            fitting = holding_loosely if wanted.can_be_loose else holding
            self._conversations = [self._conversations[place] for place in fitting(titles, wanted)]
        self._show()
        self.typed.emit(text)

    def _show(self) -> None:
        actions = self._shortcuts.actions
        possible: dict[Command, str] = {
            command: action.text()
            for command, action in actions.items()
            if action.isEnabled() and command is not Command.PALETTE
        }
        rows = rows_for(self.panel.field.text(), possible, self._recent, self._conversations)
        self.panel.show_rows(rows)
        self._place()

    def _place(self) -> None:
        """Stand in the upper middle, as high as what is listed, and within the window."""
        room = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        width = min(scaled(_WIDTH), room.width())
        height = min(self.panel.sizeHint().height(), room.height())
        top = max(room.top(), min(scaled(_TOP), room.bottom() + 1 - height))
        before, after = self.panel.geometry(), QRect((self.width() - width) // 2, top, width, height)
        if before != after:  # only what the panel and its shadow cover, and have covered, is painted anew
            self.panel.setGeometry(after)
            self.update(before.united(after).adjusted(-_SHADOW, -_SHADOW, _SHADOW, 2 * _SHADOW))

    def _act(self, row: PaletteRow) -> None:
        """Close first, so that what is done finds the focus where the person had it."""
        self.leave()
        match row:
            case CommandRow(command):
                self._recent = [command, *(each for each in self._recent if each is not command)][:_RECENT]
                self._shortcuts.actions[command].trigger()
            case ConversationRow(conversation_id):
                self.conversation_chosen.emit(conversation_id)
            case SearchRow(text):
                self.search_wanted.emit(text)
