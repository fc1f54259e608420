"""Where a question is written. What was typed stays until it is known to be stored."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.context_window import estimate_tokens
from app.ui.composer.message_field import FIRST_LINE_DROP, MessageField
from app.ui.composer.refusal import Refusal
from app.ui.theme.fonts import font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import COLUMN_MARGIN, COLUMN_WIDTH, RADIUS_COMPOSER, SMALL
from app.ui.widgets.button import ROUND, Button
from app.ui.wording import Words

_ROOM = 0.4  # of the height around it
_ABOVE = 8  # between the frame and the text that scrolls away
_AROUND_FIELD = 94  # what the composer needs beside its field


class Composer(QWidget):
    """The field, what it may say about it, and the button that sends or stops.

    Signals:
        submitted: the text that is to be sent.
        stop_wanted: the reply under way is to end.
        setup_wanted: a model service is to be set up.
    """

    submitted = Signal(str)
    stop_wanted = Signal()
    setup_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._awake = False
        self._is_asked_early = False
        self._streaming = False
        self.refusal = Refusal(theme)
        self.field = MessageField()
        self.cost = QLabel()
        self.cost.setTextFormat(Qt.TextFormat.PlainText)
        self.cost.setFont(font(SMALL))
        self.cost.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.button = Button(theme, "Send", ROUND, icon="arrow-up", icon_only=True)
        self._arrange()
        self.field.submitted.connect(self._submit)
        self.field.textChanged.connect(self._text_changed)
        self.button.clicked.connect(self._press)
        self.refusal.setup_wanted.connect(self.setup_wanted)
        self._show_button()

    @property
    def text(self) -> str:
        return self.field.toPlainText()

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

    def refuse(self, words: Words, *, offers_setup: bool) -> None:
        """Say in a quiet line why the text is still here."""
        self.refusal.say(words, offers_setup=offers_setup)

    def set_height_around(self, height: int) -> None:
        self.field.set_room(int(height * _ROOM) - _AROUND_FIELD)

    def resizeEvent(self, event: QResizeEvent) -> None:
        side = max(COLUMN_MARGIN, (event.size().width() - COLUMN_WIDTH) // 2)
        self._column.setContentsMargins(side, _ABOVE, side, COLUMN_MARGIN)
        self._column.activate()

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
        self._column.setSpacing(8)
        self._column.addWidget(self.refusal)
        self.frame = QWidget()
        self._column.addWidget(self.frame)
        inside = QVBoxLayout(self.frame)
        inside.setContentsMargins(17, 13 - FIRST_LINE_DROP, 13, 11)
        inside.setSpacing(FIRST_LINE_DROP)
        inside.addWidget(self.field)
        bar = QHBoxLayout()
        bar.addWidget(self.cost, 1)
        bar.addWidget(self.button)
        inside.addLayout(bar)

    def _submit(self) -> None:
        self._is_asked_early = not self._awake
        if self._awake and not self._streaming and self.text.strip():
            self.refusal.withdraw()
            self.submitted.emit(self.text)

    def _press(self) -> None:
        if self._streaming:
            self.stop_wanted.emit()
        else:
            self._submit()

    def _text_changed(self) -> None:
        text = self.text
        self._is_asked_early = False
        self.cost.setText(
            f"about {estimate_tokens(text):,} tokens".replace(",", "\u202f") if text.strip() else ""
        )
        self._show_button()

    def _show_button(self) -> None:
        if self._streaming:
            self.button.set_icon("square", "Stop")
        else:
            self.button.set_icon("arrow-up", "Send")
        self.button.setEnabled(self._streaming or (self._awake and bool(self.text.strip())))
