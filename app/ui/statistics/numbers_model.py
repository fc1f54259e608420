"""What was spent as a table: every number whole, what was reported and what was estimated apart."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.statistics import Spent
from app.ui.statistics.reckoned import Line, Reckoned
from app.ui.statistics.spent_words import dollars, whole
from app.ui.translation import tr

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
_WORDS = 2  # columns of words, in front of those of numbers


class NumbersModel(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def load(self, reckoned: Reckoned) -> None:
        self.beginResetModel()
        self._lines = list(reckoned.lines())
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_headings())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _headings()[section]
            case Qt.ItemDataRole.TextAlignmentRole:
                edge = Qt.AlignmentFlag.AlignLeading if section < _WORDS else Qt.AlignmentFlag.AlignTrailing
                return edge | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        kind, name, spent = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (kind, name, *_numbers(spent))[index.column()]
            case Qt.ItemDataRole.TextAlignmentRole if index.column() >= _WORDS:
                return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        return None


def _numbers(spent: Spent) -> tuple[str, ...]:
    return (
        whole(spent.requests),
        whole(spent.input_tokens),
        whole(spent.output_tokens),
        whole(spent.estimated_input_tokens),
        whole(spent.estimated_output_tokens),
        dollars(spent.cost),
    )


def _headings() -> tuple[str, ...]:
    return (
        tr("Of"),
        tr("Name"),
        tr("Answers"),
        tr("Tokens in"),
        tr("Tokens out"),
        tr("Estimated in"),
        tr("Estimated out"),
        tr("Cost"),
    )
