"""The line that shows where a link leads, before anything is opened."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import COLUMN_MARGIN, COLUMN_WIDTH, INTERFACE, MEDIUM, RADIUS_ROW, SMALL
from app.ui.transcript.blocks.painted_block import Link
from app.ui.translation import tr
from app.ui.widgets.button import SMALL_PLAIN, SMALL_TOOL, Button
from app.ui.widgets.display_text import single_line
from app.ui.widgets.flow_row import FlowRow

_MARGIN, _PADDING, _GAP = 12, 12, 8
_LONGEST = 400
_WORDS = 120  # so wide at least before the buttons go below


def open_in_browser(address: str) -> None:
    QDesktopServices.openUrl(QUrl(address))


class LinkLine(QWidget):
    """Lies on the lower edge of the view until a button is pressed, or Escape.

    Signals:
        closed: the keyboard may go back to where it was.
    """

    closed = Signal()

    def __init__(
        self, theme: Theme, view: QWidget, open_link: Callable[[str], None] = open_in_browser
    ) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._open_link = open_link
        self._address = ""
        self.host, self._whole = QLabel(), QLabel()
        for label, style, weight in ((self.host, INTERFACE, MEDIUM), (self._whole, SMALL, None)):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(font(style, weight) if weight else font(style))
        self.open_button = Button(theme, tr("Open"), SMALL_PLAIN)
        self.copy_button = Button(theme, tr("Copy the address"), SMALL_PLAIN)
        self._close_button = Button(theme, tr("Close"), SMALL_TOOL, icon="x", icon_only=True)
        self.open_button.clicked.connect(self._open)
        self.copy_button.clicked.connect(self._copy)
        self._close_button.clicked.connect(self._close)
        self._lay_out()
        self.setAccessibleName(tr("Link"))
        self.hide()

    def show_link(self, link: Link) -> None:
        """Show where a link leads, and let it be opened by key."""
        self._address = link.address
        self.host.setText(single_line(link.host))
        whole = single_line(link.address)
        self._whole.setText(whole if len(whole) <= _LONGEST else whole[:_LONGEST] + "…")
        self.setAccessibleDescription(f"{link.host}. {whole[:_LONGEST]}")
        self.show()
        self._put()
        self.raise_()
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """The message with the link is no longer shown."""
        focused = QApplication.focusWidget()
        has_focus = focused is not None and self.isAncestorOf(focused)
        self.hide()
        if has_focus:
            self.closed.emit()

    def follow(self) -> None:
        """Stay at the lower edge, wherever that is now."""
        if self.isVisible():
            self._put()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("line"))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS_ROW, RADIUS_ROW)
        painter.end()

    def _lay_out(self) -> None:
        place = QWidget()
        words = QVBoxLayout(place)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self.host)
        words.addWidget(self._whole)
        for label in (self.host, self._whole):
            label.setMinimumWidth(1)
        row = FlowRow(gap=_GAP)
        row.put_greedy(place, _WORDS)
        row.put((self.open_button, self.copy_button, self._close_button), at_end=True)
        around = QVBoxLayout(self)
        around.setContentsMargins(_PADDING, _GAP, _GAP, _GAP)
        around.addWidget(row)

    def _put(self) -> None:
        view = self._view
        width = min(scaled(COLUMN_WIDTH), view.width() - 2 * COLUMN_MARGIN)
        height = self.heightForWidth(width)
        self.setGeometry((view.width() - width) // 2, view.height() - height - _MARGIN, width, height)

    def _open(self) -> None:
        self._open_link(self._address)
        self._close()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        self._close()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
