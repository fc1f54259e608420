"""The right side of the window: header, transcript and composer of a conversation, and a panel beside it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.ui.composer.composer import Composer
from app.ui.panels.act_line import ActLine
from app.ui.panels.empty_page import WELCOME, WELCOME_TEMPORARY, EmptyPage
from app.ui.panels.header import Header
from app.ui.panels.panel import PanelKind
from app.ui.panels.panel_column import PanelColumn
from app.ui.panels.panel_split import PanelSplit
from app.ui.panels.temporary_line import TemporaryLine
from app.ui.theme.theme import Theme
from app.ui.transcript.find_bar import FindBar
from app.ui.transcript.transcript_view import TranscriptView
from app.ui.translation import tr


class ConversationPane(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.header = Header(theme, self)
        self.temporary = TemporaryLine(theme, self)
        self.split = PanelSplit(self._make_conversation, self._make_column, self)
        self.header.context_wanted.connect(lambda: self.beside.wanted.emit(PanelKind.CONTEXT))
        self.header.map_wanted.connect(lambda: self.beside.wanted.emit(PanelKind.MAP))
        column = _bare_column(self)
        column.addWidget(self.header)
        column.addWidget(self.temporary)
        column.addWidget(self.split, 1)

    def _make_conversation(self, place: QWidget) -> QWidget:
        made, theme = QWidget(place), self._theme
        self.find_bar = FindBar(theme, made)
        self._pages = QStackedWidget(made)
        self.empty = EmptyPage(theme, self._pages)
        self.transcript = TranscriptView(theme, self._pages)
        self.copy_line = ActLine(theme, tr("Stop"), tr("The clipboard stays as it is"), made)
        self.act_line = ActLine(theme, parent=made)
        self.composer = Composer(theme, made)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.transcript)
        column = _bare_column(made)
        column.addWidget(self.find_bar)
        column.addWidget(self._pages, 1)
        for below in (self.copy_line, self.act_line, self.composer):
            column.addWidget(below)
        return made

    def _make_column(self, place: QWidget) -> PanelColumn:
        self.beside = PanelColumn(self._theme, place)
        return self.beside

    def show_messages(self, filled: bool) -> None:
        """Show the transcript, or the empty page while there is nothing in it."""
        self._pages.setCurrentWidget(self.transcript if filled else self.empty)

    def show_title(self, title: str, *, is_temporary: bool) -> None:
        """Say what is shown, and whether it lasts."""
        self.header.set_title(title, is_temporary=is_temporary)
        self.temporary.setVisible(is_temporary)
        self.empty.say(WELCOME_TEMPORARY if is_temporary else WELCOME)

    def sizeHint(self) -> QSize:
        return QSize(1008, 800)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.composer.set_height_around(event.size().height())


def _bare_column(place: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
