"""The line above a conversation: its title, and the model that answers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.domain.settings import ProviderSettings
from app.ui.theme.fonts import font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import HEADER_HEIGHT, INTERFACE, SEMIBOLD
from app.ui.widgets.button import CHIP, TOOL, Button
from app.ui.widgets.display_text import single_line
from app.ui.widgets.title import draw_title

_NEW = "New conversation"
_NEW_TEMPORARY = "Temporary conversation"
_NO_MODEL = "Set up a model service"


class Title(QLabel):
    """A title on one line, cut where it does not fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(INTERFACE, SEMIBOLD))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(48)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.palette().ColorRole.WindowText))
        draw_title(painter, self.rect(), self.text(), self.font())
        painter.end()


class Header(QWidget):
    """Signals:
    sidebar_wanted: the folded sidebar is to be shown.
    settings_wanted: the model was pressed.
    """

    sidebar_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(HEADER_HEIGHT)
        self.sidebar_button = Button(theme, "Show conversations", TOOL, icon="panel-left", icon_only=True)
        self.sidebar_button.hide()
        self.title = Title()
        self.model_button = Button(theme, _NO_MODEL, CHIP, icon="chevron-down", icon_after=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(4)
        row.addWidget(self.sidebar_button)
        row.addWidget(self.title)
        row.addWidget(self.model_button)
        row.addStretch(1)
        self.sidebar_button.clicked.connect(self.sidebar_wanted)
        self.model_button.clicked.connect(self.settings_wanted)
        self.set_title("")

    def set_title(self, title: str, *, is_temporary: bool = False) -> None:
        """Show the title or, where there is none yet, what is about to begin."""
        self.title.setText(single_line(title) or (_NEW_TEMPORARY if is_temporary else _NEW))

    def set_provider(self, provider: ProviderSettings | None) -> None:
        self.model_button.set_words(single_line(provider.model) if provider else _NO_MODEL)
        self.model_button.setAccessibleDescription("Opens the settings")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()
