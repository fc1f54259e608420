"""The rows of a list as Qt asks for them, and how they come, move and go."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QItemSelection, QModelIndex, QObject, QPersistentModelIndex

from app.ui.sidebar.arrangement import Arrangement, Row
from app.ui.sidebar.stretches import FolderStretch, Key, Stretch

_NOWHERE = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class StretchModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = Arrangement()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self.rows.count

    def row_at(self, row: int) -> Row:
        """Return what stands in a row."""
        return self.rows.at(row)

    def index_of(self, number: int) -> QModelIndex:
        """Return the place of the conversation of this number, or an invalid index."""
        found = self.rows.seek(number)
        return self.index(self.rows.row(*found)) if found else QModelIndex()

    def is_pinned(self, index: Index) -> bool:
        """Whether the row stands among the pinned ones, their heading included."""
        return index.isValid() and self.rows.place_of(index.row())[0].is_pinned

    def numbers_in(self, selection: QItemSelection) -> list[int]:
        """Return the numbers of all conversations in a selection, from the top down."""
        ranges = (selection.at(place) for place in range(selection.count()))
        spans = sorted((each.top(), each.bottom() + 1) for each in ranges)
        return [number for span in spans for number in self.rows.between(*span)]

    @property
    def conversations(self) -> int:
        """How many conversations are listed."""
        return sum(len(stretch) for stretch in self.rows.of_conversations())

    def refresh_all(self) -> None:
        """More is known of the rows than before."""
        if self.rows.count:
            self.dataChanged.emit(self.index(0), self.index(self.rows.count - 1))

    def _lay(self, stretches: Iterable[Stretch | FolderStretch]) -> None:
        self.rows.lay(stretches)

    def _add_stretch(self, at: int, stretch: Stretch | FolderStretch) -> None:
        """Add a stretch with all its rows, of which its heading is the first."""
        start, rows = self.rows.start_of(at), stretch.head + len(stretch)
        self.beginInsertRows(QModelIndex(), start, start + rows - 1)
        self.rows.stretches.insert(at, stretch)
        self.rows.measure()
        self.endInsertRows()

    def _take_stretch(self, stretch: Stretch | FolderStretch) -> None:
        start, rows = self.rows.start(stretch), stretch.head + len(stretch)
        self.beginRemoveRows(QModelIndex(), start, start + rows - 1)
        self.rows.lay([each for each in self.rows.stretches if each is not stretch])
        self.endRemoveRows()

    def _insert(self, stretch: Stretch, key: Key) -> None:
        place = stretch.place_for(key)
        row = self.rows.row(stretch, place)
        self.beginInsertRows(QModelIndex(), row, row)
        stretch.insert(place, key)
        self.rows.measure()
        self.endInsertRows()

    def _remove(self, stretch: Stretch, place: int) -> None:
        row = self.rows.row(stretch, place)
        self.beginRemoveRows(QModelIndex(), row, row)
        stretch.remove(place)
        self.rows.measure()
        self.endRemoveRows()
        self._drop_if_empty(stretch)

    def _move(self, stretch: Stretch, place: int, to: Stretch, key: Key) -> None:
        """Let a conversation stand elsewhere. Who is selected stays so."""
        there = to.place_for(key)
        row, target = self.rows.row(stretch, place), self.rows.row(to, there)
        if stretch is to and there in (place, place + 1):
            stretch.moments[place] = key[0]
            self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), target)
        stretch.remove(place)
        to.insert(there - (stretch is to and place < there), key)
        self.rows.measure()
        self.endMoveRows()
        moved = self.index_of(key[1])
        self._drop_if_empty(stretch)
        self.dataChanged.emit(moved, moved)

    def _drop_if_empty(self, stretch: Stretch) -> None:
        if not len(stretch) and stretch.head:
            self._take_stretch(stretch)

    def _append(self, stretches: Sequence[Stretch]) -> None:
        """Let more rows follow below the last one, where the first may go on under the last heading."""
        before = self.rows.stretches
        last = before[-1] if before else None
        goes_on = isinstance(last, Stretch) and not last.is_pinned and last.heading == stretches[0].heading
        rows = sum(each.head + len(each) for each in stretches) - (stretches[0].head if goes_on else 0)
        self.beginInsertRows(QModelIndex(), self.rows.count, self.rows.count + rows - 1)
        if goes_on and isinstance(last, Stretch):
            last.numbers.extend(stretches[0].numbers)
            last.moments.extend(stretches[0].moments)
        self.rows.lay([*before, *stretches[goes_on:]])
        self.endInsertRows()
