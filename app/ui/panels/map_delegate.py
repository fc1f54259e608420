"""Paints a row of the branch map, and edits the name of a branch in its place."""

from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.panels.map_lanes import Lanes
from app.ui.panels.map_model import Index, MapModel
from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import ICON, INTERFACE, MEDIUM, RADIUS_ROW, REGULAR, SMALL
from app.ui.translation import tr
from app.ui.widgets.button import draw_focus_ring
from app.ui.widgets.display_text import single_line
from app.ui.widgets.title import draw_title

_ABOVE, _PADDING = 8, 12


def map_row_height() -> int:
    """Return how high a row is at present."""
    return INTERFACE.line + SMALL.line + 2 * _ABOVE


class MapDelegate(QStyledItemDelegate):
    """`ring` says whether the row with the focus shows its ring: only for those who go by key.

    Signals:
        renamed: the row, and the name that was written into it; an empty one takes the name away.
    """

    renamed = Signal(QPersistentModelIndex, str)

    def __init__(self, theme: Theme, model: MapModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._lanes = Lanes(model.drawn, model.seen)
        self.ring = False
        self.reserve = 0  # room at the end of the chosen row, for the button that lies there
        model.modelReset.connect(self._draw_anew)

    def words_left(self, index: Index) -> int:
        """Return how far from the row's edge its words begin."""
        return self._lanes.left(index.row())

    def sign_area(self, row: QRect, index: Index) -> QRect:
        """Return where the sign lies that folds a row."""
        left = row.left() + self.words_left(index) - 2
        size = scaled(ICON)
        return QRect(left, row.top() + (row.height() - size) // 2, size, size)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, map_row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        self._paint_ground(painter, area, option.state)
        if option.direction is Qt.LayoutDirection.RightToLeft:
            painter.translate(2 * area.center().x() + 1, 0)
            painter.scale(-1, 1)
            self._lanes.paint(painter, self._theme, QRectF(area), index.row())
            painter.scale(-1, 1)
            painter.translate(-2 * area.center().x() - 1, 0)
        else:
            self._lanes.paint(painter, self._theme, QRectF(area), index.row())
        self._paint_words(painter, option, index)
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QLineEdit:
        editor = QLineEdit(parent)
        editor.setFont(font(INTERFACE))
        editor.setAccessibleName(tr("Name of the branch"))
        editor.setPlaceholderText(tr("Without a name"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit) and not (editor.text() or editor.isModified()):
            editor.setText(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        """The row itself changes when the new name is known to be stored."""
        if isinstance(editor, QLineEdit):
            name = single_line(editor.text())
            if name != index.data(Qt.ItemDataRole.EditRole):
                self.renamed.emit(QPersistentModelIndex(index), name)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        line = option.rect.adjusted(self.words_left(index) - 8, 6, -4, -6)
        editor.setGeometry(_mirrored(line, option))

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(self._theme.colour("chosen"))
            painter.drawRoundedRect(area, RADIUS_ROW, RADIUS_ROW)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(area, RADIUS_ROW, RADIUS_ROW)
        if self.ring and state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, self._theme, QRectF(area), RADIUS_ROW)

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        stretch = self._model.stretch(index)
        if stretch is None:
            return
        left = self.words_left(index)
        if stretch.sides:
            sign = "chevron-right" if self._model.is_folded(index) else "chevron-down"
            picture = self._theme.icons.pixmap(
                sign, self._theme.colours.quiet, scaled(ICON), painter.device().devicePixelRatioF()
            )
            painter.drawPixmap(_mirrored(self.sign_area(option.rect, index), option), picture)
            left += scaled(ICON) + 2
        reserve = self.reserve if option.state & QStyle.StateFlag.State_Selected else 0
        line = option.rect.adjusted(left, _ABOVE, -_PADDING - reserve, 0)
        line.setHeight(INTERFACE.line)
        is_tip = stretch.branch is not None and (stretch.branch.is_shown or stretch.branch.name)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        words = font(INTERFACE, MEDIUM if is_tip else REGULAR)
        painter.setPen(self._theme.colour("ink"))
        draw_title(painter, _mirrored(line, option), index.data(), words, from_right=mirrored)
        line.translate(0, INTERFACE.line)
        line.setHeight(SMALL.line)
        facts = self._model.facts(stretch)
        painter.setPen(self._theme.colour("quiet"))
        draw_title(painter, _mirrored(line, option), facts, font(SMALL), from_right=mirrored)

    def _draw_anew(self) -> None:
        self._lanes = Lanes(self._model.drawn, self._model.seen)


def _mirrored(area: QRect, option: QStyleOptionViewItem) -> QRect:
    return QStyle.visualRect(option.direction, option.rect, area)
