"""A short list of things to choose from, each a name with a quiet word beside it, under headings or not."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.theme.fonts import font
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import ICON, INTERFACE, MEDIUM, RADIUS_SMALL, REGULAR, SMALL
from app.ui.widgets.display_text import single_line
from app.ui.widgets.words_line import draw_words

_HEIGHT, _PADDING, _GAP = 32, 8, 12
_SPARE = 4  # so that a rounded width cuts nothing off
_NAME_AT_LEAST = 0.55  # of a row's width: what is beside it gives way
_CHOICE = Qt.ItemDataRole.UserRole
_NO_PARENT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Choice:
    """`value` is what is chosen; without one it is a heading. The one `in_force` bears a tick."""

    name: str
    value: object | None = None
    detail: str = ""
    in_force: bool = False


class _Choices(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._choices: list[Choice] = []

    def fill(self, choices: Sequence[Choice]) -> None:
        self.beginResetModel()
        self._choices = list(choices)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._choices)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        choice = self._choices[index.row()]
        if role == _CHOICE:
            return choice
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(single_line(words) for words in (choice.name, choice.detail) if words)
        return single_line(choice.name) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self._choices[index.row()].value is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Rows(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, scaled(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        choice: Choice = index.data(_CHOICE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        line = area.adjusted(_PADDING, 0, -_PADDING, 0)
        if choice.value is None:
            painter.setPen(self._theme.colour("quiet"))
            painter.setFont(font(SMALL))
            draw_words(painter, line, single_line(choice.name), option.direction)
        else:
            self._paint_ground(painter, area, option)
            self._paint_choice(painter, line, choice, option.direction)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem) -> None:
        is_current = option.state & QStyle.StateFlag.State_Selected
        if is_current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("chosen" if is_current else "hover"))
            painter.drawRoundedRect(area, RADIUS_SMALL, RADIUS_SMALL)

    def _paint_choice(self, painter: QPainter, line: QRect, choice: Choice, side: Qt.LayoutDirection) -> None:
        """Put the name where lines begin, and at their end the tick and what is beside the name."""
        end = line.right() + 1
        if choice.in_force:
            size = scaled(ICON)
            end -= size
            ratio = painter.device().devicePixelRatioF()
            tick = self._theme.icons.pixmap("check", self._theme.colours.of("accent"), size, ratio)
            place = QRect(end, line.center().y() + 1 - size // 2, size, size)
            painter.drawPixmap(QStyle.visualRect(side, line, place), tick)
            end -= _GAP
        if detail := single_line(choice.detail):
            painter.setFont(font(SMALL))
            painter.setPen(self._theme.colour("quiet"))
            most = round((end - line.left()) * (1 - _NAME_AT_LEAST))
            room = min(painter.fontMetrics().horizontalAdvance(detail) + _SPARE, most)
            end -= room
            place = QRect(end, line.top(), room, line.height())
            draw_words(painter, QStyle.visualRect(side, line, place), detail, _other(side))
            end -= _GAP
        painter.setFont(font(INTERFACE, MEDIUM if choice.in_force else REGULAR))
        painter.setPen(self._theme.colour("ink"))
        place = QRect(line.left(), line.top(), end - line.left(), line.height())
        draw_words(painter, QStyle.visualRect(side, line, place), single_line(choice.name), side)


def _other(side: Qt.LayoutDirection) -> Qt.LayoutDirection:
    is_left = side is Qt.LayoutDirection.LeftToRight
    return Qt.LayoutDirection.RightToLeft if is_left else Qt.LayoutDirection.LeftToRight


class ChoiceList(QListView):
    """Shows choices; whoever has the keyboard moves through them with `step` and takes `current`."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = _Choices(self)
        self.setModel(self._choices)
        self.setItemDelegate(_Rows(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(name)

    def fill(self, choices: Sequence[Choice]) -> None:
        """Show these, with the first one current."""
        self._choices.fill(choices)
        self.step(1)

    @property
    def count(self) -> int:
        return self._choices.rowCount()

    @property
    def names(self) -> list[str]:
        """All that is shown, from the top."""
        return [self._choices.index(row).data() for row in range(self.count)]

    @property
    def current(self) -> Choice | None:
        index = self.currentIndex()
        return index.data(_CHOICE) if index.isValid() else None

    def choice_at(self, index: QModelIndex) -> Choice:
        choice: Choice = index.data(_CHOICE)
        return choice

    def step(self, by: int) -> None:
        """Go to the next choice in that direction, past headings and round the end."""
        row = self.currentIndex().row() if self.currentIndex().isValid() else (-1 if by > 0 else self.count)
        for _ in range(self.count):
            row = (row + by) % self.count
            index = self._choices.index(row)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                self.setCurrentIndex(index)
                self.scrollTo(index)
                return

    def height_of(self, rows: int) -> int:
        return min(rows, self.count) * scaled(_HEIGHT)
