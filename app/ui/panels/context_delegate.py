"""Paints one part of what the model sees: a sign, who and what, whether it is sent and why, and its bar."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.panels.context_model import ContextModel, Index
from app.ui.panels.context_rows import Kind, Row
from app.ui.panels.token_bars import paint_bar
from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import ICON, INTERFACE, RADIUS_ROW, SMALL
from app.ui.widgets.button import draw_focus_ring
from app.ui.widgets.title import draw_title

_ABOVE, _PADDING, _GAP = 8, 12, 8
_BARS, _BAR_HEIGHT = 72, 4


def context_row_height() -> int:
    """Return how high a row is at present."""
    return INTERFACE.line + SMALL.line + 2 * _ABOVE


class ContextDelegate(QStyledItemDelegate):
    """`ring` says whether the row with the focus shows its ring: only for those who go by key.

    Above the first row of the history that is sent, a dashed line stands for the cut.
    """

    def __init__(self, theme: Theme, model: ContextModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self.ring = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, context_row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row(index)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        self._paint_cut(painter, option, index)
        line = option.rect.adjusted(_PADDING, _ABOVE, -_PADDING, -_ABOVE)
        self._paint_sign(painter, option, line, row)
        line.setLeft(line.left() + scaled(ICON) + _GAP)
        bars = scaled(_BARS)
        cost = QRect(line.right() + 1 - bars, line.top(), bars, line.height())
        self._paint_cost(painter, option, cost, row)
        line.setRight(cost.left() - _GAP)
        self._paint_words(painter, option, line, index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(self._theme.colour("chosen"))
            painter.drawRoundedRect(option.rect, RADIUS_ROW, RADIUS_ROW)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(option.rect, RADIUS_ROW, RADIUS_ROW)
        if self.ring and option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, self._theme, QRectF(option.rect), RADIUS_ROW)

    def _paint_cut(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rows = self._model.rows
        if rows is None or index.row() != rows.first_sent or rows.told.ledger.cut <= 1:
            return
        pen = QPen(self._theme.colour("quiet"))
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(option.rect.topLeft(), option.rect.topRight())

    def _paint_sign(self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, row: Row) -> None:
        is_pinned = row.item is not None and (row.item.is_pinned or row.item.id in self._model.pinned)
        sign = ("pin" if is_pinned else "check") if row.is_sent else "eye-off"
        sign = "plus" if row.kind in (Kind.QUESTION, Kind.FILES) else sign
        colour = self._theme.colours.accent if row.is_sent else self._theme.colours.quiet
        ratio = painter.device().devicePixelRatioF()
        picture = self._theme.icons.pixmap(sign, colour, scaled(ICON), ratio)
        place = QRect(line.left(), line.top() + 2, scaled(ICON), scaled(ICON))
        painter.drawPixmap(_mirrored(place, option), picture)

    def _paint_cost(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: Row) -> None:
        count, model = self._model.tokens(row), self._model
        if not count:
            return
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        number = QRect(area.left(), area.top() + 2, area.width(), SMALL.line)
        painter.setPen(self._theme.colour("quiet"))
        words = ("" if model.is_counted(row) else "≈ ") + model.short_cost(row)
        draw_title(painter, _mirrored(number, option), words, font(SMALL), from_right=not mirrored)
        bar = QRect(area.left(), area.top() + INTERFACE.line + 6, area.width(), scaled(_BAR_HEIGHT))
        off = 0.0 if model.is_counted(row) else model.error
        share = count / model.dearest
        colour = self._theme.colour("accent" if row.is_sent else "quiet")
        paint_bar(
            painter,
            QRectF(_mirrored(bar, option)),
            colour,
            share * (1 - off),
            share * (1 + off),
            from_right=not mirrored,
        )

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, index: Index
    ) -> None:
        row = self._model.row(index)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        if row is None:
            return
        first = QRect(line.left(), line.top(), line.width(), INTERFACE.line)
        painter.setPen(self._theme.colour("ink" if row.is_sent else "quiet"))
        draw_title(painter, _mirrored(first, option), index.data(), font(INTERFACE), from_right=mirrored)
        second = QRect(line.left(), first.bottom() + 1, line.width(), SMALL.line)
        painter.setPen(self._theme.colour("quiet"))
        draw_title(
            painter, _mirrored(second, option), self._model.facts(row), font(SMALL), from_right=mirrored
        )


def _mirrored(area: QRect, option: QStyleOptionViewItem) -> QRect:
    return QStyle.visualRect(option.direction, option.rect, area)
