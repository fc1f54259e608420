"""The conversations in the trash as rows of a list, the last one thrown away first. It lives on events."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from app.domain.conversation import Conversation
from app.domain.ids import ConversationId
from app.ui.sidebar.conversation_model import UNTITLED, Index, Part
from app.ui.widgets.display_text import single_line

_NOWHERE = QModelIndex()


class TrashModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Conversation] = []

    def load(self, trashed: list[Conversation]) -> None:
        """List these below what events have told of since they were read."""
        told = {row.id for row in self._rows}
        self.beginResetModel()
        self._rows += [each for each in trashed if each.id not in told]
        self.endResetModel()

    def put(self, conversation: Conversation) -> None:
        """It has gone to the trash."""
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._rows.insert(0, conversation)
        self.endInsertRows()

    def take(self, conversation_id: ConversationId) -> None:
        """It is no longer in the trash."""
        place = self.find(conversation_id).row()
        if place >= 0:
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._rows[place]
            self.endRemoveRows()

    def conversation(self, index: Index) -> Conversation | None:
        return self._rows[index.row()] if index.isValid() else None

    def find(self, conversation_id: ConversationId) -> QModelIndex:
        """Return the place of a conversation, or an invalid index."""
        places = (place for place, row in enumerate(self._rows) if row.id == conversation_id)
        return self.index(next(places, -1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return single_line(self._rows[index.row()].title) or UNTITLED
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return "in the trash"
            case Part.MOMENT:
                return ""
            case Part.STREAMING | Part.HEADING:
                return False
        return None
