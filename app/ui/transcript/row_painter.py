"""Paints rows: the lines above, the bubble, the text, the notice and the small print."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle

from app.domain.item import ItemState
from app.domain.passages import Needle, Span
from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import ICON, INTERFACE, RADIUS_BUBBLE, RADIUS_SMALL, SMALL, Tone
from app.ui.transcript.block_column import Block
from app.ui.transcript.blocks.painted_block import PLAIN, Highlights
from app.ui.transcript.chips import CHIP_END, CHIP_ICON, CHIP_TEXT
from app.ui.transcript.circumstances import CUT, DAY
from app.ui.transcript.folding import fold_words
from app.ui.transcript.row import FOLD_GAP, FOLD_LINE, Row, turned
from app.ui.transcript.row_places import (
    chip_areas,
    dot_area,
    line_area,
    print_area,
    print_words,
    versions_area,
)
from app.ui.transcript.selection import Selection
from app.ui.transcript.small_print import paint_versions
from app.ui.translation import tr
from app.ui.widgets.button import draw_focus_ring
from app.ui.widgets.text_flow import TextFlow

_DOT, _DOT_GAP = 6, 10
_LINE_GAP = 12
_ARROW = 12
_FROM_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_PALE = 0.62  # how strongly text is painted that the model does not see, or that only led to a reply
_RING = 4
_NOWHERE = (0, 0)


@dataclass(frozen=True, slots=True)
class Sight:
    """What is true of the whole view while it is painted."""

    selection: Selection | None = None
    focused: int | None = None
    flashed: int | None = None
    sought: Needle | None = None
    current: tuple[int, int, Span] | None = None  # row and block of what was found last, and where in it


class RowPainter:
    """Paints in the theme's colours of the moment. The painter's origin is the row's top left."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(self, painter: QPainter, row: Row, number: int, clip: QRectF, sight: Sight) -> None:
        if clip.top() < row.lines_height:
            self._paint_lines(painter, row)
        if number == sight.flashed:
            self._paint_flash(painter, row)
        if row.is_of_person and not row.embeds_instead:
            self._paint_bubble(painter, row)
            self._paint_chips(painter, row)
        if row.is_folded:
            self._paint_fold(painter, row)
        if row.around.is_unseen or row.is_folded:
            painter.setOpacity(_PALE)
        if row.has_body:
            self._paint_body(painter, row, number, clip, sight)
        painter.setOpacity(1.0)
        if row.notice and not row.embeds_instead:
            self._paint_notice(painter, row, row.notice)
        if row.has_foot and clip.intersects(QRectF(row.foot_area)):
            self._paint_foot(painter, row)
        if number == sight.focused:
            draw_focus_ring(painter, self._theme, _ring_area(row), RADIUS_BUBBLE)

    def _paint_lines(self, painter: QPainter, row: Row) -> None:
        painter.setFont(font(SMALL))
        for number, (kind, words) in enumerate(row.around.lines):
            self._paint_line(painter, line_area(row, number), kind, words)

    def _paint_line(self, painter: QPainter, area: QRect, kind: str, words: str) -> None:
        """Paint words in the middle, then what can be pressed, and dashes to both sides but of a day."""
        small, linked = font(SMALL), font(SMALL)
        linked.setUnderline(True)
        link = tr("why") if kind == CUT else ""
        words = f"{words} · " if link else words
        first = QFontMetrics(small).horizontalAdvance(words)
        needed = first + QFontMetrics(small).horizontalAdvance(link)
        left = area.left() + (area.width() - needed) // 2
        side = painter.layoutDirection()
        places = (
            (left + needed - first, left) if side is Qt.LayoutDirection.RightToLeft else (left, left + first)
        )
        painter.setPen(self._theme.colour("quiet"))
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # as the words themselves run
        for text, face, at in zip((words, link), (small, linked), places, strict=True):
            painter.setFont(face)
            painter.drawText(area.adjusted(at - area.left(), 0, 0, 0), _FROM_LEFT, text)
        painter.setLayoutDirection(side)
        if kind != DAY:
            self._paint_dashes(painter, area, left - _LINE_GAP, left + needed + _LINE_GAP)

    def _paint_dashes(self, painter: QPainter, area: QRect, left: int, right: int) -> None:
        pen = QPen(self._theme.colour("line"))
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        middle = area.center().y()
        painter.drawLine(area.left(), middle, left, middle)
        painter.drawLine(right, middle, area.right(), middle)

    def _paint_flash(self, painter: QPainter, row: Row) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("mark"))
        painter.drawRoundedRect(_ring_area(row), RADIUS_BUBBLE, RADIUS_BUBBLE)

    def _paint_bubble(self, painter: QPainter, row: Row) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("tint"))
        painter.drawRoundedRect(QRectF(row.bubble), RADIUS_BUBBLE, RADIUS_BUBBLE)

    def _paint_chips(self, painter: QPainter, row: Row) -> None:
        painter.setFont(font(SMALL))
        metrics = QFontMetrics(font(SMALL))
        for area, name in zip(chip_areas(row), row.around.chips, strict=True):
            painter.setPen(self._theme.colour("line"))
            painter.setBrush(self._theme.colour("surface"))
            box = QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
            side = painter.layoutDirection()
            sign = area.adjusted(scaled(CHIP_ICON), 0, 0, 0)
            sign.setWidth(scaled(ICON))
            top = area.top() + (area.height() - scaled(ICON)) // 2
            self._paint_icon(painter, "paperclip", QStyle.visualRect(side, area, sign).left(), top)
            painter.setPen(self._theme.colour("ink"))
            text = QStyle.visualRect(side, area, area.adjusted(scaled(CHIP_TEXT), 0, -CHIP_END, 0))
            words = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, text.width())
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_fold(self, painter: QPainter, row: Row) -> None:
        area = row.fold_area
        painter.setFont(font(INTERFACE))
        painter.setPen(self._theme.colour("quiet"))
        closed = "chevron-left" if row.is_mirrored else "chevron-right"
        icon = QRect(area.left() - 2, area.top(), scaled(ICON), scaled(ICON))
        top = area.top() + (scaled(FOLD_LINE) - scaled(ICON)) // 2
        self._paint_icon(painter, "chevron-down" if row.is_open else closed, turned(row, icon).left(), top)
        text = turned(row, area.adjusted(FOLD_GAP + scaled(_ARROW), 0, 0, 0))
        words = QFontMetrics(font(INTERFACE)).elidedText(
            fold_words(row.item), Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_body(self, painter: QPainter, row: Row, number: int, clip: QRectF, sight: Sight) -> None:
        body = row.body
        first, last = int(clip.top()) - body.top(), int(clip.bottom()) - body.top() + 1
        for place, block, top in row.column.between(first, last):
            if not block.is_laid_out:
                continue
            origin = QPointF(body.left(), body.top() + top)
            painter.save()
            painter.translate(origin)
            block.paint(painter, clip.translated(-origin), _highlights(sight, number, place, block))
            painter.restore()

    def _paint_notice(self, painter: QPainter, row: Row, notice: TextFlow) -> None:
        tone = row.notice_tone
        icon, indent = QRect(0, 0, scaled(ICON), scaled(ICON)), scaled(ICON) + FOLD_GAP
        top = row.notice_top + (INTERFACE.line - scaled(ICON)) // 2
        self._paint_icon(painter, "circle-alert", turned(row, icon).left(), top, tone)
        painter.save()
        painter.translate(0 if row.is_mirrored else indent, row.notice_top)
        painter.setPen(self._theme.colour(tone))
        clip = QRectF(0, 0, row.width, notice.height)
        notice.draw(painter, clip, (0, 0), self._theme.colour("selection"))
        painter.restore()

    def _paint_foot(self, painter: QPainter, row: Row) -> None:
        painter.setFont(font(SMALL))
        painter.setPen(self._theme.colour("quiet"))
        words, area = print_words(row), print_area(row)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
        if row.around.versions and (versions := versions_area(row)):
            paint_versions(painter, versions, row.around.versions, self._theme)
        if row.item.state is ItemState.STREAMING:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawEllipse(QRectF(dot_area(row, scaled(_DOT_GAP), scaled(_DOT))))

    def _paint_icon(self, painter: QPainter, name: str, left: int, top: int, tone: Tone = "quiet") -> None:
        ratio = painter.device().devicePixelRatioF()
        colour = self._theme.colours.of(tone)
        painter.drawPixmap(left, top, self._theme.icons.pixmap(name, colour, scaled(ICON), ratio))


def _highlights(sight: Sight, number: int, place: int, block: Block) -> Highlights:
    span = None
    if sight.selection and sight.selection.holds_row(number):
        span = sight.selection.span(number, place, len(block.text))
    found = sight.sought.places(block.text) if sight.sought else []
    if not span and not found:
        return PLAIN
    is_current = sight.current is not None and sight.current[:2] == (number, place)
    return Highlights(span or _NOWHERE, found, sight.current[2] if sight.current and is_current else _NOWHERE)


def _ring_area(row: Row) -> QRectF:
    if row.is_of_person:
        return QRectF(row.bubble)
    area = QRectF(row.fold_area if row.is_folded and not row.is_open else row.body)
    if row.is_folded and row.is_open:
        area = area.united(QRectF(row.fold_area))
    if not area.height():
        area = QRectF(row.foot_area)
    return area.adjusted(-2 * _RING, -_RING, 2 * _RING, _RING)
