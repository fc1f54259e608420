"""What the palette offers, for its list to show."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from app.ui.dialogs.palette_rows import CommandRow, ConversationRow, PaletteRow, SearchRow
from app.ui.shortcuts import Shortcuts
from app.ui.sidebar.row_words import untitled
from app.ui.sidebar.stretch_model import Index
from app.ui.translation import tr
from app.ui.when import short_moment
from app.ui.widgets.display_text import single_line

ROW = Qt.ItemDataRole.UserRole  # the row itself
ASIDE = Qt.ItemDataRole.UserRole + 1  # what stands at its end
_NOWHERE = QModelIndex()


class PaletteModel(QAbstractListModel):
    """`now` is the moment that times are told from."""

    def __init__(self, shortcuts: Shortcuts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shortcuts = shortcuts
        self.now = 0
        self.rows: list[PaletteRow] = []

    def show(self, rows: Sequence[PaletteRow]) -> None:
        self.beginResetModel()
        self.rows = [*rows]
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return words_of(row)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return f"{_kind_of(row)} {self._aside(row)}".strip()
            case _ if role == ROW:
                return row
            case _ if role == ASIDE:
                return self._aside(row)
        return None

    def _aside(self, row: PaletteRow) -> str:
        match row:
            case CommandRow(command):
                return self._shortcuts.shown_key_of(command)
            case ConversationRow():
                return short_moment(row.changed_at, self.now)
            case SearchRow():
                return ""


def words_of(row: PaletteRow) -> str:
    match row:
        case CommandRow(_, words):
            return words
        case ConversationRow():
            return single_line(row.title) or untitled()
        case SearchRow(text):
            return tr("Search messages for “{text}”").format(text=single_line(text))


def _kind_of(row: PaletteRow) -> str:
    match row:
        case CommandRow():
            return tr("Command")
        case ConversationRow():
            return tr("Conversation")
        case SearchRow():
            return ""
