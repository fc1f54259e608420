"""What a search has found, for a list to show. Rows that stay keep their selection while others come."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from app.domain.conversation import Conversation
from app.domain.ids import ConversationId, ItemId
from app.domain.search import Hit, NoteHit
from app.domain.title_match import Sought
from app.ui.sidebar.result_rows import Heading, HitRow, MoreRow, Owner, Results, Row, TitleRow
from app.ui.sidebar.result_words import more_words, small_print, who_and_when
from app.ui.sidebar.row_words import untitled
from app.ui.sidebar.stretch_model import Index
from app.ui.when import short_moment
from app.ui.widgets.display_text import single_line

ROW = Qt.ItemDataRole.UserRole  # the row itself
_NOWHERE = QModelIndex()

Target = tuple[ConversationId, ItemId | None]


class ResultModel(QAbstractListModel):
    """`now` is the moment that times are told from."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = 0
        self.results = Results()
        self._rows: list[Row] = []

    def clear(self) -> None:
        self.results = Results()
        self._show()

    def set_titles(self, found: Sequence[Conversation], count: int, wanted: Sought) -> None:
        self.results.set_titles(found, count, wanted)
        self._show()

    def add(self, hits: Sequence[Hit], *, is_first: bool) -> None:
        """Take in a page of hits; the first one takes the place of those of an earlier search."""
        if is_first:
            self.results.clear_messages()
        self.results.add(hits)
        self._show()

    def row(self, index: Index) -> Row | None:
        return self._rows[index.row()] if index.isValid() else None

    def target(self, index: Index) -> Target | None:
        """Return where a row leads, if it leads out of the list."""
        match self.row(index):
            case TitleRow(conversation_id):
                return conversation_id, None
            case HitRow(hit):
                return hit.conversation_id, hit.item_id
            case _:
                return None

    def open(self, index: Index) -> None:
        """List what a row stands for, in its place."""
        row = self.row(index)
        if isinstance(row, MoreRow):
            self.results.open(row.conversation_id)
            self._show()

    def first(self) -> QModelIndex:
        """Return the first row that can be chosen, or an invalid index."""
        places = (place for place, row in enumerate(self._rows) if not isinstance(row, Heading | Owner))
        return self.index(next(places, -1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], Heading | Owner):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(row)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._description(row)
        return None

    def _words(self, row: Row) -> str:
        """Return the whole of a row for who hears it."""
        match row:
            case Heading(words):
                return words
            case Owner(title):
                return single_line(title) or untitled()
            case TitleRow():
                return single_line(row.title) or untitled()
            case HitRow(hit):
                title = single_line(hit.title) or untitled()
                return f"{title}, {who_and_when(hit, self.now)}: {single_line(hit.snippet.text)}"
            case MoreRow():
                return more_words(row.count)

    def _description(self, row: Row) -> str | None:
        match row:
            case TitleRow():
                return short_moment(row.changed_at, self.now)
            case HitRow(hit) if not isinstance(hit, NoteHit):
                return small_print(hit)
            case _:
                return None

    def _show(self) -> None:
        """Lay the rows anew; who is selected stays so as long as the row is there."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [self.row(index) for index in before]
        self._rows = self.results.rows()
        places = {row: place for place, row in enumerate(self._rows)}
        after = [self.index(places[row]) if row in places else QModelIndex() for row in kept]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
