"""Paints a row of the sidebar: a conversation with its marks, a folder or a heading. Edits its title."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.sidebar.conversation_model import Part
from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import ICON, INTERFACE, MEDIUM, RADIUS_ROW, ROW_HEIGHT, SMALL
from app.ui.translation import tr
from app.ui.widgets.button import draw_focus_ring
from app.ui.widgets.display_text import single_line
from app.ui.widgets.title import draw_title

_PADDING, _GAP, _DOT = 12, 8, 6
_HEADING_BOTTOM = 4
_SIGN = 12  # of the branches, before their number
_EDGE = 2  # before the dot of what is unread
_EDITOR_INSET = 2  # Qt's own, between the frame of a line and its words

Index = QModelIndex | QPersistentModelIndex


class ConversationDelegate(QStyledItemDelegate):
    """`ring` says whether the row with the focus shows its ring: only for those who go by key.

    `pointed` is the row that a menu speaks of. `reserve` is room for a button at the end of the chosen row.

    Signals:
        renamed: the row, and the title that was written into it.
    """

    renamed = Signal(QPersistentModelIndex, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.ring = False
        self.pointed = QPersistentModelIndex()
        self.reserve = 0

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, scaled(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        if index.data(Part.HEADING):
            self._paint_heading(painter, area, index)
        else:
            self._paint_ground(painter, area, option.state, index)
            self._paint_conversation(painter, area, option.state, index)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, _index: Index) -> QLineEdit:
        editor = QLineEdit(parent)
        is_chosen = option.state & QStyle.StateFlag.State_HasFocus  # Qt tells no more about it here
        editor.setFont(font(INTERFACE, MEDIUM) if is_chosen else font(INTERFACE))
        editor.setTextMargins(-_EDITOR_INSET, 0, 0, 0)  # the words stay where they stood
        editor.setAccessibleName(tr("Title"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with the title as it is. Whatever happens to the row meanwhile, what was written stays."""
        if isinstance(editor, QLineEdit) and not (editor.text() or editor.isModified()):
            editor.setText(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        """The row itself changes when the new title is known to be stored. An empty one leaves the old."""
        if isinstance(editor, QLineEdit):
            title = single_line(editor.text())
            if title and title != index.data(Qt.ItemDataRole.EditRole):
                self.renamed.emit(QPersistentModelIndex(index), title)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        editor.setGeometry(option.rect)

    def _paint_heading(self, painter: QPainter, area: QRect, index: Index) -> None:
        painter.setPen(self._theme.colour("quiet"))
        line = QRect(
            area.left() + scaled(_PADDING),
            area.bottom() + 1 - scaled(_HEADING_BOTTOM) - SMALL.line,
            area.width() - 2 * scaled(_PADDING),
            SMALL.line,
        )
        draw_title(painter, line, index.data(), font(SMALL), from_right=self._is_mirrored)

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, index: Index) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(self._theme.colour("chosen"))
            painter.drawRoundedRect(area, RADIUS_ROW, RADIUS_ROW)
        elif state & QStyle.StateFlag.State_MouseOver or index == self.pointed:
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(area, RADIUS_ROW, RADIUS_ROW)
        if self.ring and state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, self._theme, QRectF(area), RADIUS_ROW)

    def _paint_conversation(
        self, painter: QPainter, area: QRect, state: QStyle.StateFlag, index: Index
    ) -> None:
        """Paint from the side on which one begins to read to the other."""
        mirrored = self._is_mirrored
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        line = area.adjusted(scaled(_PADDING), 0, -scaled(_PADDING), 0)
        taken = self._paint_end(painter, line, index)
        if is_chosen:
            taken = max(taken, self.reserve)
        is_unread = bool(index.data(Part.UNREAD))
        if is_unread:
            self._paint_dot(
                painter,
                _leading(area.adjusted(scaled(_EDGE), 0, -scaled(_EDGE), 0), scaled(_DOT), mirrored=mirrored),
            )
        room = line.width() - taken - (scaled(_GAP) if taken else 0)
        if index.data(Part.FOLDER):
            self._paint_sign(painter, _leading(line, scaled(ICON), mirrored=mirrored), "folder")
            line = _trailing(line, line.width() - scaled(ICON) - scaled(_GAP), mirrored=mirrored)
            room -= scaled(ICON) + scaled(_GAP)
        painter.setPen(self._theme.colour("ink"))
        words = font(INTERFACE, MEDIUM) if is_chosen or is_unread else font(INTERFACE)
        draw_title(painter, _leading(line, room, mirrored=mirrored), index.data(), words, from_right=mirrored)

    def _paint_end(self, painter: QPainter, line: QRect, index: Index) -> int:
        """Paint what matters most at the end of the row, and return how much room that takes."""
        mirrored = self._is_mirrored
        if index.data(Part.STREAMING):
            self._paint_dot(painter, _trailing(line, scaled(_DOT), mirrored=mirrored))
            return scaled(_DOT)
        branches = index.data(Part.BRANCHES) or 1
        words = str(branches) if branches > 1 else index.data(Part.MOMENT) or ""
        painter.setFont(font(SMALL))
        painter.setPen(self._theme.colour("quiet"))
        taken = QFontMetrics(font(SMALL)).horizontalAdvance(words)
        painter.drawText(_trailing(line, taken, mirrored=mirrored), Qt.AlignmentFlag.AlignVCenter, words)
        if branches > 1:
            taken += scaled(_SIGN) + 2
            end = _trailing(line, taken, mirrored=mirrored)
            self._paint_sign(painter, _leading(end, scaled(_SIGN), mirrored=mirrored), "git-branch")
        return taken

    @property
    def _is_mirrored(self) -> bool:
        rows = self.parent()
        return isinstance(rows, QWidget) and rows.isRightToLeft()

    def _paint_dot(self, painter: QPainter, place: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        painter.drawEllipse(
            QRectF(place.left(), place.center().y() + 1 - scaled(_DOT) / 2, scaled(_DOT), scaled(_DOT))
        )

    def _paint_sign(self, painter: QPainter, place: QRect, icon: str) -> None:
        size, ratio = place.width(), painter.device().devicePixelRatio()
        sign = self._theme.icons.pixmap(icon, self._theme.colours.quiet, size, ratio)
        painter.drawPixmap(place.left(), place.center().y() + 1 - size // 2, sign)


def _leading(area: QRect, width: int, *, mirrored: bool) -> QRect:
    """Return the part of an area on the side where one begins to read."""
    left = area.right() + 1 - width if mirrored else area.left()
    return QRect(left, area.top(), width, area.height())


def _trailing(area: QRect, width: int, *, mirrored: bool) -> QRect:
    return _leading(area, width, mirrored=not mirrored)
