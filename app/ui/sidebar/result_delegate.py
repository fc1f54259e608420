"""Paints a row of what a search has found: a heading, a title, a message with its small print, the rest."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.snippets import brought_forward
from app.ui.sidebar.result_model import ROW, ResultModel
from app.ui.sidebar.result_rows import Heading, HitRow, Marks, MoreRow, Owner, Row, TitleRow
from app.ui.sidebar.result_words import branch_of, more_words, who_and_when
from app.ui.sidebar.row_words import untitled
from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE, RADIUS_ROW, ROW_HEIGHT, SEMIBOLD, SMALL, TextStyle, Tone
from app.ui.when import short_moment
from app.ui.widgets.button import draw_focus_ring
from app.ui.widgets.marked_text import draw_marked

_PADDING, _GAP, _EDGE = 12, 8, 8
_BOTTOM = 4  # below a heading
_LINES = 2
_LEAD = 24  # characters before the first mark
_SIGN = 12
_LEADING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_TRAILING = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight

Index = QModelIndex | QPersistentModelIndex


class ResultDelegate(QStyledItemDelegate):
    """`ring` says whether the row with the focus shows its ring: only for those who go by key."""

    def __init__(self, theme: Theme, model: ResultModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self.ring = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._model.row(index)
        if not isinstance(row, HitRow):
            return QSize(0, scaled(ROW_HEIGHT))
        room = option.rect.width() - 2 * scaled(_PADDING)
        needed = QFontMetrics(font(INTERFACE)).horizontalAdvance(row.hit.snippet.text)
        lines = 1 if needed < room else _LINES
        return QSize(0, 2 * scaled(_EDGE) + SMALL.line + lines * INTERFACE.line)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        area: QRect = option.rect
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self._paint_ground(painter, area, option.state)
        line = area.adjusted(scaled(_PADDING), 0, -scaled(_PADDING), 0)
        row: Row = index.data(ROW)
        match row:
            case Heading(words):
                self._paint_low(painter, line, words, (), font(SMALL), SMALL, "quiet")
            case Owner(title):
                own = font(INTERFACE, SEMIBOLD)
                self._paint_low(painter, line, title or untitled(), (), own, INTERFACE, "ink")
            case TitleRow():
                self._paint_title(painter, line, row)
            case HitRow():
                self._paint_hit(painter, line, row)
            case MoreRow(_, count):
                painter.setFont(font(SMALL))
                painter.setPen(self._theme.colour("accent"))
                painter.drawText(line, _LEADING, more_words(count))
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._theme.colour("chosen" if is_chosen else "hover"))
            painter.drawRoundedRect(area, RADIUS_ROW, RADIUS_ROW)
        if self.ring and state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, self._theme, QRectF(area), RADIUS_ROW)

    def _paint_low(
        self,
        painter: QPainter,
        line: QRect,
        words: str,
        marks: Marks,
        own: QFont,
        style: TextStyle,
        tone: Tone,
    ) -> None:
        """Paint what stands low in its row, near to what it is about."""
        painter.setPen(self._theme.colour(tone))
        top = line.bottom() + 1 - scaled(_BOTTOM) - style.line
        low = QRect(line.left(), top, line.width(), style.line)
        draw_marked(painter, low, words, marks, own, self._theme.colour("mark"), style.line)

    def _paint_title(self, painter: QPainter, line: QRect, row: TitleRow) -> None:
        moment = short_moment(row.changed_at, self._model.now)
        taken = self._paint_at_end(painter, line, moment)
        top = line.top() + (line.height() - INTERFACE.line) // 2
        room = _mirrored(painter, line, QRect(line.left(), top, line.width() - taken, INTERFACE.line))
        painter.setPen(self._theme.colour("ink"))
        title = row.title or untitled()
        ground = self._theme.colour("mark")
        draw_marked(painter, room, title, row.marks, font(INTERFACE), ground, INTERFACE.line)

    def _paint_at_end(self, painter: QPainter, line: QRect, words: str) -> int:
        """Paint quiet words at the end of a line, and return how much room they take."""
        painter.setFont(font(SMALL))
        painter.setPen(self._theme.colour("quiet"))
        painter.drawText(line, _TRAILING, words)
        return QFontMetrics(font(SMALL)).horizontalAdvance(words) + scaled(_GAP)

    def _paint_hit(self, painter: QPainter, line: QRect, row: HitRow) -> None:
        top = line.top() + scaled(_EDGE)
        beside = QRect(line.left(), top, line.width(), SMALL.line)
        painter.setFont(font(SMALL))
        painter.setPen(self._theme.colour("quiet"))
        metrics = QFontMetrics(font(SMALL))
        words = metrics.elidedText(
            who_and_when(row.hit, self._model.now), Qt.TextElideMode.ElideRight, line.width()
        )
        painter.drawText(beside, _LEADING, words)
        if branch := branch_of(row.hit):
            self._paint_branch(painter, beside, branch, metrics.horizontalAdvance(words) + scaled(_GAP))
        text = QRect(
            line.left(), top + SMALL.line, line.width(), line.height() - 2 * scaled(_EDGE) - SMALL.line
        )
        painter.setPen(self._theme.colour("ink"))
        found = brought_forward(row.hit.snippet, _LEAD)
        ground = self._theme.colour("mark")
        draw_marked(painter, text, found.text, found.marks, font(INTERFACE), ground, INTERFACE.line)

    def _paint_branch(self, painter: QPainter, line: QRect, branch: str, taken: int) -> None:
        """Paint the sign of a branch and its name behind what stands in the line already."""
        size, device = scaled(_SIGN), painter.device()
        ratio = device.devicePixelRatioF() if device else 1.0
        sign = self._theme.icons.pixmap("git-branch", self._theme.colours.quiet, size, ratio)
        middle = line.top() + (line.height() - size) // 2
        place = _mirrored(painter, line, QRect(line.left() + taken, middle, size, size))
        painter.drawPixmap(place.topLeft(), sign)
        taken += size + scaled(_GAP) // 2
        rest = _mirrored(
            painter, line, QRect(line.left() + taken, line.top(), line.width() - taken, line.height())
        )
        if rest.width() > size:
            draw_marked(painter, rest, branch, (), font(SMALL), self._theme.colour("mark"), SMALL.line)


def _mirrored(painter: QPainter, line: QRect, area: QRect) -> QRect:
    return QStyle.visualRect(painter.layoutDirection(), line, area)
