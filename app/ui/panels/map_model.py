"""The rows of the branch map that are seen, with their words. Openings are read once they come into sight."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from app.domain.branch import Range
from app.domain.branch_map import BranchMap, Stretch
from app.ui.translation import tr
from app.ui.when import short_moment
from app.ui.widgets.display_text import single_line

Index = QModelIndex | QPersistentModelIndex
Beginning = tuple[int | None, int]  # run and first depth of a stretch

_NOWHERE = QModelIndex()
_LONGEST = 200  # characters of a message: more than a row can show


class MapModel(QAbstractListModel):
    """Signals:
    openings_wanted: the stretches, as a tuple of ranges, of which is to be read how they begin.
    """

    openings_wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.drawn = BranchMap((), ())
        self.seen: list[int] = []
        self._folded: set[Beginning] = set()
        self._openings: dict[Beginning, str] = {}
        self._asked: set[Beginning] = set()
        self._wanted: set[int] = set()
        self._now = 0
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.timeout.connect(self._ask)

    def load(self, drawn: BranchMap, now: int) -> None:
        """Show another map. What is folded stays so, and every opening is read anew once it is seen."""
        self.beginResetModel()
        self.drawn, self._now = drawn, now
        self._asked.clear()
        self._wanted.clear()
        self._unfold()
        self.endResetModel()

    def forget(self) -> None:
        """Another conversation comes: nothing of the last one's is of use."""
        self._folded.clear()
        self._openings.clear()

    def learn(self, openings: Mapping[tuple[int, int], str]) -> None:
        """Take in how stretches begin."""
        self._openings |= {place: single_line(text[:_LONGEST]) for place, text in openings.items()}
        if self.seen:
            self.dataChanged.emit(self.index(0), self.index(len(self.seen) - 1))

    def stretch(self, index: Index) -> Stretch | None:
        return self.drawn.rows[self.seen[index.row()]] if index.isValid() else None

    def level(self, index: Index) -> int:
        return self.drawn.level(self.seen[index.row()])

    def is_folded(self, index: Index) -> bool:
        stretch = self.stretch(index)
        return stretch is not None and _beginning(stretch) in self._folded

    def fold(self, index: Index, *, folded: bool) -> None:
        """Hide or show the other ways that leave at the end of a row."""
        stretch = self.stretch(index)
        if stretch is None or not stretch.sides or self.is_folded(index) == folded:
            return
        self.beginResetModel()
        (self._folded.add if folded else self._folded.discard)(_beginning(stretch))
        self._unfold()
        self.endResetModel()

    def fold_all(self, *, folded: bool) -> None:
        self.beginResetModel()
        self._folded = {_beginning(row) for row in self.drawn.rows if row.sides} if folded else set()
        self._unfold()
        self.endResetModel()

    @property
    def has_folded(self) -> bool:
        return bool(self._folded)

    def find(self, beginning: Beginning | None) -> QModelIndex:
        """Return the row of the stretch that begins there, or an invalid index."""
        rows = (self.drawn.rows[number] for number in self.seen)
        places = (place for place, row in enumerate(rows) if _beginning(row) == beginning)
        return self.index(next(places, -1))

    def shown_tip(self) -> QModelIndex:
        """Return the row at which the shown branch ends, or the last before it that is not folded away."""
        places = [place for place, number in enumerate(self.seen) if self.drawn.rows[number].is_shown]
        return self.index(places[-1] if places else -1)

    def parent_row(self, index: Index) -> QModelIndex:
        stretch = self.stretch(index)
        if stretch is None or stretch.parent is None:
            return QModelIndex()
        return self.index(self.seen.index(stretch.parent))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.seen)

    def flags(self, index: Index) -> Qt.ItemFlag:
        stretch = self.stretch(index)
        if stretch is None:
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return usual | Qt.ItemFlag.ItemIsEditable if stretch.branch else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        stretch = self.stretch(index)
        if stretch is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(stretch, index.row())
            case Qt.ItemDataRole.EditRole:
                return stretch.branch.name or "" if stretch.branch else ""
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._words(stretch, index.row())}, {_spoken(self, index, stretch)}"
        return None

    def facts(self, stretch: Stretch) -> str:
        """Return the small print of a row."""
        told = [counted_messages(stretch.items) if stretch.items else tr("nothing of its own yet")]
        if stretch.branch and stretch.branch.is_shown:
            told.append(tr("shown now"))
        if stretch.branch and stretch.branch.is_main:
            told.append(tr("main line"))
        if stretch.sides:
            told.append(_ways(stretch.sides))
        if stretch.branch:
            told.append(short_moment(stretch.branch.created_at, self._now))
        return " · ".join(told)

    def _words(self, stretch: Stretch, place: int) -> str:
        if stretch.branch and stretch.branch.name:
            return single_line(stretch.branch.name)
        if not stretch.items:
            return tr("Another branch, which ends here") if stretch.last else tr("The beginning")
        beginning = _beginning(stretch)
        if beginning not in self._asked and place not in self._wanted:
            self._wanted.add(place)
            self._asking.start(0)
        return self._openings.get(beginning, "…") or tr("Without words")

    def _ask(self) -> None:
        """Ask for what came into sight since."""
        stretches = [self.drawn.rows[self.seen[place]] for place in self._wanted if place < len(self.seen)]
        self._wanted.clear()
        self._asked |= {_beginning(each) for each in stretches}
        ranges = tuple(Range(each.run, each.first, each.last) for each in stretches if each.run is not None)
        if ranges:
            self.openings_wanted.emit(ranges)

    def _unfold(self) -> None:
        rows = self.drawn.rows
        self.seen = self.drawn.unfolded(
            number for number, row in enumerate(rows) if row.sides and _beginning(row) in self._folded
        )
        self._wanted.clear()


def counted_messages(count: int) -> str:
    return (
        tr("1 message") if count == 1 else tr("{count} messages").format(count=f"{count:,}".replace(",", " "))
    )


def _spoken(model: MapModel, index: Index, stretch: Stretch) -> str:
    """Return what the lines beside a row show."""
    level = tr("level {number}").format(number=model.level(index) + 1)
    on_path = [tr("on the shown branch")] if stretch.is_shown else []
    folded = [tr("folded")] if model.is_folded(index) else []
    return ", ".join([level, model.facts(stretch).replace(" · ", ", "), *on_path, *folded])


def _ways(count: int) -> str:
    return tr("1 other way") if count == 1 else tr("{count} other ways").format(count=count)


def _beginning(stretch: Stretch) -> Beginning:
    """What names a stretch for as long as its conversation is not written anew."""
    return stretch.run, stretch.first
