"""One message: its text, the small print under it, and a notice where something went wrong."""

from math import ceil

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.conversation import Versions
from app.domain.item import Item, ItemState, Role
from app.domain.usage import Usage
from app.ui.theme.fonts import font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import BUBBLE_INDENT, RADIUS_BUBBLE, RADIUS_SMALL, READING, SMALL, Tone
from app.ui.transcript.foot import Foot, Room
from app.ui.transcript.progress_words import ProgressWords
from app.ui.transcript.small_print import (
    VERSIONS_GAP,
    paint_versions,
    small_print,
    versions_width,
    versions_words,
)
from app.ui.widgets.button import draw_focus_ring
from app.ui.widgets.flow_text import FlowText
from app.ui.widgets.notice import Notice
from app.ui.wording import INTERRUPTED, words_for

_PADDING_X, _PADDING_Y = 16, 12
_PRINT_GAP_PERSON, _PRINT_GAP_MODEL = 4, 12
_AFTER_PERSON, _AFTER_MODEL = 20, 32
_DOT = 6
_NARROW_COLUMN = 480
_NARROW_INDENT = 32


class Message(QWidget):
    """Shows an item. The accessible name is the author, the description the small print.

    Signals:
        pointed: the pointer has come over it, or gone.
        menu_wanted: what can be done with it is asked for, at a place on the screen.
    """

    pointed = Signal(bool)
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, item: Item, usage: Usage | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._item = item
        self._small = font(SMALL)
        self._of_person = item.role is Role.PERSON
        self._bubble = QRectF()
        self._print_top = 0
        self.text = FlowText(theme, READING, parent=self)
        self.text.leaves_menu = True
        self.text.ring_changed.connect(self.update)
        self._notice: Notice | None = None
        self.versions: Versions | None = None
        self.room: Room | None = None
        self.room_area = QRect()
        self.progress = ProgressWords(self._show_small_print, self)
        self.show_item(item, usage)

    @property
    def item(self) -> Item:
        return self._item

    def show_versions(self, versions: Versions | None) -> None:
        self.versions = versions
        self._show_small_print()

    def show_item(self, item: Item, usage: Usage | None) -> None:
        """Show what the item is now; its text is set anew only if it differs."""
        self._item, self._usage = item, usage
        self.text.set_text(item.text)
        self.progress.clear()
        self._show_notice()
        self.setAccessibleName("You" if self._of_person else "Model")
        self._show_small_print()

    def grow(self, text: str) -> None:
        """Add what has come of a reply."""
        self.progress.clear()
        self.text.append_text(text)

    @property
    def small_print(self) -> str:
        return small_print(self._item, self._usage, self.progress.text)

    def lay_out(self, width: int, deadline: float) -> bool:
        """Lay out the text for a column of `width`; say whether it is whole."""
        self.text.use_width(_text_width(self._of_person, width))
        return self.text.lay_out(deadline)

    def height_for(self, width: int) -> int:
        """Return the height in a column of `width`, estimated where the text is not laid out yet."""
        self.text.use_width(_text_width(self._of_person, width))
        after = _AFTER_PERSON if self._of_person else _AFTER_MODEL
        if self.room and self.room.instead:
            return self.room.height + _PRINT_GAP_PERSON + SMALL.line + after
        below = self.room.height + _PRINT_GAP_MODEL if self.room else 0
        text = self.text.flow_height
        if self._of_person:
            return text + 2 * _PADDING_Y + _PRINT_GAP_PERSON + below + SMALL.line + after
        notice = self._notice.heightForWidth(width) + _PRINT_GAP_MODEL if self._notice else 0
        return (text + _PRINT_GAP_MODEL if text else 0) + notice + below + SMALL.line + after

    def place_parts(self) -> None:
        """Put the parts where they belong, after the widget got its size."""
        is_replaced = self.room is not None and self.room.instead
        self.text.setVisible(not is_replaced)
        if is_replaced:
            self._bubble = QRectF()
            self._print_top = 0
        elif self._of_person:
            self._place_bubble()
        else:
            self._place_reply()
        if self.room:
            self.room_area = QRect(0, self._print_top, self.width(), self.room.height)
            gap = _PRINT_GAP_PERSON if is_replaced else _PRINT_GAP_MODEL
            self._print_top += self.room.height + gap
        self.update()

    def foot(self) -> Foot:
        """Return the row of the small print, in the message's own coordinates."""
        line = QRect(0, self._print_top, self.width(), SMALL.line)
        words = QFontMetrics(self._small).horizontalAdvance(self.small_print) + 1
        versions = self._versions_area(line, words)
        taken = words + (versions.width() + VERSIONS_GAP if versions else 0) + VERSIONS_GAP
        if self._of_person:
            return Foot(line.adjusted(0, 0, -taken, 0), versions)
        return Foot(line.adjusted(taken, 0, 0, 0), versions)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._of_person:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("tint"))
            painter.drawRoundedRect(self._bubble, RADIUS_BUBBLE, RADIUS_BUBBLE)
        if self.text.has_ring:
            area = self._bubble if self._of_person else QRectF(self.text.geometry())
            radius = RADIUS_BUBBLE if self._of_person else RADIUS_SMALL
            draw_focus_ring(painter, self._theme, area, radius)
        self._paint_small_print(painter)
        painter.end()

    def _paint_small_print(self, painter: QPainter) -> None:
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("quiet"))
        line = self.rect().adjusted(0, self._print_top, 0, 0)
        line.setHeight(SMALL.line)
        words = QFontMetrics(self._small).horizontalAdvance(self.small_print) + 1
        versions = self._versions_area(line, words)
        if versions and self.versions:
            paint_versions(painter, versions, self.versions, self._theme)
            if self._of_person:
                line.setRight(versions.left() - VERSIONS_GAP)
        side = Qt.AlignmentFlag.AlignRight if self._of_person else Qt.AlignmentFlag.AlignLeft
        painter.drawText(line, side | Qt.AlignmentFlag.AlignVCenter, self.small_print)
        if self._item.state is ItemState.STREAMING:
            left = (versions.right() if versions else words) + 10
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawEllipse(QRectF(left, line.top() + (SMALL.line - _DOT) / 2, _DOT, _DOT))

    def _versions_area(self, line: QRect, words: int) -> QRect | None:
        """Return where the versions stand, beside so many pixels of words."""
        if self.versions is None:
            return None
        width = versions_width(self.versions)
        left = line.right() + 1 - width if self._of_person else words + VERSIONS_GAP
        return QRect(left, line.top(), width, line.height())

    def _place_bubble(self) -> None:
        most = _text_width(self._of_person, self.width())
        height = self.text.flow_height
        width = ceil(self.text.natural_width) if height == READING.line else most
        left = self.width() - width - 2 * _PADDING_X
        self._bubble = QRectF(left, 0, width + 2 * _PADDING_X, height + 2 * _PADDING_Y)
        # The text keeps the width it was laid out for: what a single line does not need lies beyond an edge.
        text_left = self.width() - _PADDING_X - most if self.text.runs_right_to_left else left + _PADDING_X
        self.text.setGeometry(text_left, _PADDING_Y, most, height)
        self._print_top = height + 2 * _PADDING_Y + _PRINT_GAP_PERSON

    def _place_reply(self) -> None:
        bottom = self.text.flow_height
        self.text.setGeometry(0, 0, self.width(), bottom)
        bottom += _PRINT_GAP_MODEL if bottom else 0
        if self._notice:
            height = self._notice.heightForWidth(self.width())
            self._notice.setGeometry(0, bottom, self.width(), height)
            bottom += height + _PRINT_GAP_MODEL
        self._print_top = bottom

    def _show_small_print(self) -> None:
        told = self.small_print
        if self.versions:
            told = f"{told} · {versions_words(self.versions)}"
        self.text.setAccessibleDescription(told)
        self.setAccessibleDescription(told)
        self.update()

    def _show_notice(self) -> None:
        state = self._item.state
        if state in (ItemState.INTERRUPTED, ItemState.FAILED):
            if self._notice is None:
                self._notice = Notice(self._theme, parent=self)
                self._notice.show()
            tone: Tone = "warn" if state is ItemState.INTERRUPTED else "bad"
            self._notice.say(words_for(self._item.fault or INTERRUPTED).sentence, tone)
        elif self._notice:
            self._notice.deleteLater()
            self._notice = None


def _text_width(of_person: bool, width: int) -> int:
    if not of_person:
        return width
    indent = BUBBLE_INDENT if width >= _NARROW_COLUMN else _NARROW_INDENT
    return width - indent - 2 * _PADDING_X
