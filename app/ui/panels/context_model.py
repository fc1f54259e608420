"""What the model sees as rows of a list, each of which is made when it is seen, however many there are."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from app.domain.ids import ItemId
from app.domain.told_context import Form, ToldItem
from app.ui import ledger_words, measures
from app.ui.panels.context_rows import ContextRows, Kind, Row
from app.ui.translation import tr
from app.ui.widgets.display_text import single_line

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
_PAGE = 64  # items that are read at once
_LONGEST = 200


class ContextModel(QAbstractListModel):
    """Signals:
    items_wanted: positions of items that are not sent, and that somebody looks at.
    """

    items_wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: ContextRows | None = None
        self.pinned: frozenset[ItemId] = frozenset()
        self.draft_tokens = self.files_tokens = 0
        self.error = 0.0
        self.dearest = 1
        self._looked_at: dict[int, ToldItem] = {}
        self._asked: set[int] = set()
        self._wanted: set[int] = set()
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.timeout.connect(self._ask)

    def load(
        self,
        rows: ContextRows | None,
        pinned: frozenset[ItemId],
        draft_tokens: int = 0,
        files_tokens: int = 0,
    ) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows, self.pinned = rows, pinned
        self.draft_tokens, self.files_tokens = draft_tokens, files_tokens
        self.error = rows.told.error if rows else 0.0
        self.dearest = max(rows.dearest if rows else 1, draft_tokens, files_tokens)
        self._looked_at.clear()
        self._asked.clear()
        self._wanted.clear()
        self.endResetModel()

    def learn(self, asked: Iterable[int], items: Iterable[ToldItem]) -> None:
        """Take in what was looked up; of what is not among it, there is nothing left."""
        known = {item.position: item for item in items}
        self._looked_at |= known
        for position in asked:
            if position not in known:
                self._looked_at[position] = ToldItem(None, position, None, None, "", Form.SINCE_DELETED)
        if self.rows:
            places = [self.rows.number_of(position) for position in asked]
            self.dataChanged.emit(self.index(min(places)), self.index(max(places)))

    def row(self, index: Index) -> Row | None:
        if self.rows is None or not index.isValid():
            return None
        return self.rows.row(index.row(), self._looked_at)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self.rows is None else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        if row.kind is Kind.ITEM and row.item is None:
            self._want(row.position)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._words(row)}, {self.facts(row)}, {self.cost(row)}"
        return None

    def tokens(self, row: Row) -> int:
        """Return what a row costs, or would."""
        told = self.rows.told if self.rows else None
        match row.kind:
            case Kind.INSTRUCTIONS:
                return told.instructions_tokens if told else 0
            case Kind.SUMMARY:
                return row.summary.tokens if row.summary else 0
            case Kind.QUESTION:
                return self.draft_tokens
            case Kind.FILES:
                return self.files_tokens
            case Kind.ITEM:
                return row.item.tokens if row.item else 0

    def is_counted(self, row: Row) -> bool:
        return row.item is not None and row.item.is_counted

    def cost(self, row: Row) -> str:
        """Return what a row costs in words; nothing while that is not known."""
        count = self.tokens(row)
        if not count:
            return ""
        words = tr("{count} tokens") if self.is_counted(row) else tr("about {count} tokens")
        return words.format(count=measures.rounded(count))

    def short_cost(self, row: Row) -> str:
        return measures.rounded(self.tokens(row))

    def facts(self, row: Row) -> str:
        """Return whether a row is sent, and why or why not."""
        if row.reason is not None:
            return ledger_words.why_not(row.reason)
        match row.kind:
            case Kind.SUMMARY:
                return tr("Sent in place of the first {count}").format(count=row.position)
            case Kind.ITEM if row.item:
                is_pinned = row.item.is_pinned or row.item.id in self.pinned
                marks = [tr("pinned")] if is_pinned and not row.item.is_pinned else []
                marks += [tr("edited")] if row.item.revision else []
                marks += [tr("with files")] if row.item.has_files else []
                return " · ".join([ledger_words.why_sent(row.item), *marks])
            case Kind.QUESTION | Kind.FILES:
                return tr("Comes on top of that")
            case _:
                return tr("Sent")

    def _words(self, row: Row) -> str:
        told = self.rows.told if self.rows else None
        match row.kind:
            case Kind.INSTRUCTIONS:
                text = told.instructions if told else None
                return _line(tr("Instructions"), text, tr("deleted since"))
            case Kind.SUMMARY:
                text = row.summary.text if row.summary else None
                if row.summary and row.summary.is_sealed:
                    text = tr("only the service can read it")
                return _line(tr("Summary"), text, tr("deleted since"))
            case Kind.QUESTION:
                return tr("Your next question")
            case Kind.FILES:
                return tr("Files of the draft")
        if row.item is None:
            return "…"
        if row.item.form is Form.SINCE_DELETED:
            return tr("Deleted")
        model = told.ledger.model if told else ""
        return _line(ledger_words.author(row.item, model), row.item.text, "")

    def _want(self, position: int) -> None:
        if position not in self._asked and position not in self._wanted:
            self._wanted.add(position)
            self._asking.start(0)

    def _ask(self) -> None:
        """Ask for whole pages of what came into sight: what lies beside it is looked at next."""
        pages = {(position - 1) // _PAGE for position in self._wanted}
        self._wanted.clear()
        for page in sorted(pages):
            last = min((page + 1) * _PAGE, self.rows.length if self.rows else 0)
            positions = set(range(page * _PAGE + 1, last + 1)) - self._asked
            self._asked |= positions
            self.items_wanted.emit(tuple(sorted(positions)))


def _line(who: str, text: str | None, without: str) -> str:
    """Return who speaks and what is said, as much as a row can show."""
    words = without if text is None else single_line(text[:_LONGEST])
    return f"{who} · {words}" if words else who
