"""What is asked next, as soon as the reply that is coming has ended: a quiet line above the composer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import GRID, ICON, INTERFACE
from app.ui.translation import tr
from app.ui.widgets.button import LINK, Button
from app.ui.widgets.display_text import single_line
from app.ui.widgets.words_line import draw_words

_SHOWN = 300  # characters of the question that may ever be seen in one line


class _Line(QLabel):
    """One line, cut where it does not fit; assistive tools read all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(INTERFACE))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.palette().ColorRole.PlaceholderText))
        draw_words(painter, self.rect(), self.text(), self.layoutDirection())
        painter.end()


class QueuedLine(QWidget):
    """Hidden while nothing waits.

    Signals:
        edit_wanted: it is to go back into the field.
        remove_wanted: it is to be asked no more.
    """

    edit_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.line = _Line()
        self.edit_button = Button(theme, tr("Edit"), LINK)
        self.edit_button.setAccessibleDescription(tr("Puts the next message back into the field"))
        self.remove_button = Button(theme, tr("Remove"), LINK)
        self.remove_button.setAccessibleDescription(tr("The next message is not sent"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addSpacing(5 * GRID + scaled(ICON))
        row.addWidget(self.line, 1)
        row.addWidget(self.edit_button)
        row.addWidget(self.remove_button)
        self.edit_button.clicked.connect(self.edit_wanted)
        self.remove_button.clicked.connect(self.remove_wanted)
        self.hide()

    def show_text(self, text: str, files: int) -> None:
        """Show what waits: its words or, where there are none, how many files."""
        words = single_line(text[:_SHOWN]) or tr("{count} files").format(count=files)
        self.line.setText(tr("Next: {message}").format(message=words))
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        quiet, icon = self._theme.colours.of("quiet"), scaled(ICON)
        clock = self._theme.icons.pixmap("clock", quiet, icon, self.devicePixelRatioF())
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - 4 * GRID - icon if is_mirrored else 4 * GRID
        painter.drawPixmap(left, (self.height() - icon) // 2, clock)
        painter.end()
