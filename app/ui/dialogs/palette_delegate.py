"""Paints a row of the palette: a sign for what it is, its words, and its key or its moment."""

from types import MappingProxyType

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.dialogs.palette_model import ASIDE, ROW, words_of
from app.ui.dialogs.palette_rows import CommandRow, ConversationRow, PaletteRow, SearchRow
from app.ui.sidebar.row_words import untitled
from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import ICON, INTERFACE, RADIUS_ROW, ROW_HEIGHT, SMALL
from app.ui.widgets.marked_text import draw_marked

_PADDING, _GAP = 12, 8
_SIGNS = MappingProxyType({CommandRow: "command", ConversationRow: "message-circle", SearchRow: "search"})

Index = QModelIndex | QPersistentModelIndex


class PaletteDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, scaled(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        area: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("chosen"))
            painter.drawRoundedRect(area, RADIUS_ROW, RADIUS_ROW)
        row: PaletteRow = index.data(ROW)
        line = area.adjusted(scaled(_PADDING), 0, -scaled(_PADDING), 0)
        self._paint_sign(painter, line, _SIGNS[type(row)])
        taken = self._paint_aside(painter, line, index.data(ASIDE))
        start = scaled(ICON) + scaled(_GAP)
        top = line.top() + (line.height() - INTERFACE.line) // 2
        words = QRect(line.left() + start, top, line.width() - start - taken, INTERFACE.line)
        painter.setPen(self._theme.colour("ink"))
        marks = () if isinstance(row, SearchRow) else row.marks
        text = row.title or untitled() if isinstance(row, ConversationRow) else words_of(row)
        place, ground = _mirrored(painter, line, words), self._theme.colour("mark")
        draw_marked(painter, place, text, marks, font(INTERFACE), ground, INTERFACE.line)
        painter.restore()

    def _paint_sign(self, painter: QPainter, line: QRect, name: str) -> None:
        size, device = scaled(ICON), painter.device()
        ratio = device.devicePixelRatioF() if device else 1.0
        sign = self._theme.icons.pixmap(name, self._theme.colours.quiet, size, ratio)
        place = QRect(line.left(), line.top() + (line.height() - size) // 2, size, size)
        painter.drawPixmap(_mirrored(painter, line, place).topLeft(), sign)

    def _paint_aside(self, painter: QPainter, line: QRect, words: str) -> int:
        """Paint quiet words at the end, and return how much room they take."""
        painter.setFont(font(SMALL))
        painter.setPen(self._theme.colour("quiet"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        return QFontMetrics(font(SMALL)).horizontalAdvance(words) + scaled(_GAP)


def _mirrored(painter: QPainter, line: QRect, area: QRect) -> QRect:
    return QStyle.visualRect(painter.layoutDirection(), line, area)
