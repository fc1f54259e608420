"""Where a question is written. What was typed stays until it is known to be stored."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.attachment import PreparedFile
from app.domain.context_window import estimate_tokens
from app.ui.composer.composer_bar import ComposerBar
from app.ui.composer.file_strip import FileStrip
from app.ui.composer.message_field import FIRST_LINE_DROP, MessageField
from app.ui.composer.naming_line import NamingLine
from app.ui.composer.queued_line import QueuedLine
from app.ui.composer.quiet_offer import QuietOffer
from app.ui.composer.refusal import Refusal
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import COLUMN_MARGIN, COLUMN_WIDTH, RADIUS_COMPOSER
from app.ui.wording import Words

_ROOM = 0.4  # of the height around it
_ABOVE = 8  # between the frame and the text that scrolls away
_AROUND_FIELD = 94  # what the composer needs beside its field
_LEAST_WIDTH = 280
_BAR_LEFT, _BAR_RIGHT, _TEXT_LEFT = 11, 13, 6  # an icon's room reaches further out than text does


class Composer(QWidget):
    """The field, what may be said about it, and what is sent along.

    Signals:
        submitted: the text that is to be sent, after the reply under way if there is one.
        stop_wanted: the reply under way is to end.
        setup_wanted: a model service is to be set up.
        changed: something else is written by now.
    """

    submitted = Signal(str)
    stop_wanted = Signal()
    setup_wanted = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._awake = False
        self._is_asked_early = False
        self._streaming = False
        self.files: tuple[PreparedFile, ...] = ()
        self._is_reading = False
        self.offer = QuietOffer(theme)
        self.refusal = Refusal(theme)
        self.naming = NamingLine(theme)
        self.queued = QueuedLine(theme)
        self.strip = FileStrip(theme)
        self.field = MessageField()
        self.field.takes_files = True
        self.bar = ComposerBar(theme)
        self.cost, self.button = self.bar.cost, self.bar.button
        self._arrange()
        self.field.submitted.connect(self._submit)
        self.field.textChanged.connect(self._text_changed)
        self.button.clicked.connect(self._press)
        self.refusal.setup_wanted.connect(self.setup_wanted)
        theme.resized.connect(self.field.fit_lines)
        theme.resized.connect(self._keep_to_column)
        self._show_button()

    @property
    def text(self) -> str:
        return self.field.toPlainText()

    @property
    def has_content(self) -> bool:
        return bool(self.files) or self.field.has_words

    def set_text(self, text: str) -> None:
        self.field.set_text(text)
        self.refusal.withdraw()

    def wake(self) -> None:
        """From now on there is somebody who takes what is submitted, and what was asked for before."""
        self._awake = True
        self._show_button()
        if self._is_asked_early:
            self._submit()

    def set_streaming(self, *, streaming: bool) -> None:
        """Say whether the shown conversation is being answered: then the button stops instead of sending."""
        self._streaming = streaming
        self._show_button()

    def set_files(self, files: tuple[PreparedFile, ...], *, reading: bool) -> None:
        """Say which files go along, and whether one is still being read: then sending waits for it."""
        was_reading, self._is_reading = self._is_reading, reading
        self.files = files
        self._show_button()
        self.changed.emit()
        if was_reading and not reading and self._is_asked_early:
            self._submit()

    def refuse(self, words: Words, *, offers_setup: bool) -> None:
        """Say in a quiet line why the text is still here."""
        self.refusal.say(words, offers_setup=offers_setup)

    def set_height_around(self, height: int) -> None:
        self.field.set_room(int(height * _ROOM) - _AROUND_FIELD)

    def minimumSizeHint(self) -> QSize:
        """Whatever stands beside the column now gives way."""
        return QSize(_LEAST_WIDTH, self._column.totalMinimumSize().height())

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._keep_to_column()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.frame.geometry()).adjusted(0.5, 0.5, -0.5, -0.5)
        self._paint_shadow(painter, area)
        painter.setPen(self._theme.colour("line"))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(area, RADIUS_COMPOSER, RADIUS_COMPOSER)
        painter.end()

    def _paint_shadow(self, painter: QPainter, area: QRectF) -> None:
        """The one shadow, barely there: three soft steps below the frame."""
        colour = self._theme.colour("ink") if self._theme.is_light else self._theme.colour("on_accent")
        painter.setPen(Qt.PenStyle.NoPen)
        for reach in (1, 2, 3):
            colour.setAlpha(self._theme.colours.shadow_strength // reach)
            painter.setBrush(colour)
            spread = area.adjusted(1 - reach, 1, reach - 1, reach)
            painter.drawRoundedRect(spread, RADIUS_COMPOSER + 1, RADIUS_COMPOSER + 1)

    def _arrange(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self._column.setSpacing(8)
        self.frame = QWidget()
        for widget in (self.refusal, self.offer, self.naming, self.queued, self.frame):
            self._column.addWidget(widget)
        inside = QVBoxLayout(self.frame)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left, right = (_BAR_RIGHT, _BAR_LEFT) if is_mirrored else (_BAR_LEFT, _BAR_RIGHT)
        inside.setContentsMargins(left, _BAR_RIGHT - FIRST_LINE_DROP, right, 11)
        inside.setSpacing(FIRST_LINE_DROP)
        text = QVBoxLayout()
        text.setContentsMargins(0 if is_mirrored else _TEXT_LEFT, 0, _TEXT_LEFT if is_mirrored else 0, 0)
        text.setSpacing(0)
        text.addWidget(self.strip)
        text.addWidget(self.field)
        inside.addLayout(text)
        inside.addWidget(self.bar)

    def _keep_to_column(self) -> None:
        """Stand under the transcript's column, as wide as that is in the size of the moment."""
        side = max(COLUMN_MARGIN, (self.width() - scaled(COLUMN_WIDTH)) // 2)
        self._column.setContentsMargins(side, _ABOVE, side, COLUMN_MARGIN)
        self._column.activate()
        self.bar.use_width(self.width() - 2 * side)

    def _submit(self) -> None:
        """Hand the text over, unless it has to wait: for the core, or for a file that is being read."""
        self._is_asked_early = not self._awake or self._is_reading
        if not self._is_asked_early and self.has_content:
            self.refusal.withdraw()
            self.submitted.emit(self.text)

    def _press(self) -> None:
        if self._streaming:
            self.stop_wanted.emit()
        else:
            self._submit()

    def _text_changed(self) -> None:
        self._is_asked_early = False
        if not self.field.is_long:
            self.cost.show_tokens(_tokens(self.text))
        self._show_button()
        self.changed.emit()

    def _show_button(self) -> None:
        self.bar.show_as(stops=self._streaming, can_send=self._awake and self.has_content)


def _tokens(text: str) -> int:
    return estimate_tokens(text) if text.strip() else 0
