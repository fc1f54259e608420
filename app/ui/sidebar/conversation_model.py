"""The conversations as rows of a list, newest change first, under headings by day. It lives on events."""

from dataclasses import replace
from enum import IntEnum
from itertools import chain
from typing import assert_never

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.conversation import Conversation
from app.domain.events import (
    ArchivePurged,
    BranchesChanged,
    ConversationCreated,
    ConversationRemoved,
    ConversationRenamed,
    ConversationRestored,
    ConversationShaped,
    ConversationsMarked,
    ConversationTrashed,
    Event,
    FoldersChanged,
    MessageStored,
    NextKept,
    NextReturned,
    ProblemArose,
    ProviderChanged,
    ReplyEnded,
    ReplyGrew,
    ReplyNotBegun,
    ReplyStarted,
    ReplyThought,
    ReplyWaits,
    SendFailed,
    SummaryAdvanced,
    SummaryEnded,
    ViewChanged,
)
from app.domain.ids import ConversationId
from app.ui.when import group, short_moment
from app.ui.widgets.display_text import single_line

UNTITLED = "New conversation"
TEMPORARY = "Temporary"
_NOWHERE = QModelIndex()

Index = QModelIndex | QPersistentModelIndex
Row = Conversation | str  # a heading is a row of its own


class Part(IntEnum):
    """What the list asks of a row, beside its title."""

    MOMENT = Qt.ItemDataRole.UserRole
    STREAMING = Qt.ItemDataRole.UserRole + 1
    HEADING = Qt.ItemDataRole.UserRole + 2


class ConversationModel(QAbstractListModel):
    """Moves a conversation to the top when something is said in it; knows which are being answered."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._streaming: set[ConversationId] = set()
        self._now = 0

    def load(self, conversations: list[Conversation], streaming: set[ConversationId], now: int) -> None:
        """List these, beside what events have told of since they were read."""
        told = {row.id: row for row in self._rows if isinstance(row, Conversation)}
        known = {each.id: each for each in conversations} | told
        newest_first = sorted(known.values(), key=lambda each: -each.changed_at)
        self.beginResetModel()
        self._now = now
        self._streaming = streaming
        self._rows = _with_headings(newest_first, now)
        self.endResetModel()

    def apply(self, event: Event, now: int) -> None:
        match event:
            case ConversationCreated(conversation):
                self._put_on_top(conversation, now)
            case MessageStored(conversation_id, item):
                if listed := self.conversation(self.find(conversation_id)):
                    self._put_on_top(_changed(listed, item.created_at), now)
            case ConversationRenamed(conversation_id, title):
                self._rename(conversation_id, title)
            case ConversationTrashed(conversation_id) | ConversationRemoved(conversation_id):
                self._take_out(conversation_id)
            case ConversationRestored(conversation):
                self._put_back(conversation, now)
            case ReplyStarted(conversation_id):
                self._set_streaming(conversation_id, streaming=True)
            case ReplyEnded(conversation_id):
                self._set_streaming(conversation_id, streaming=False)
            case ReplyGrew() | SendFailed() | ProviderChanged() | ProblemArose():
                pass
            case ReplyThought() | ReplyWaits() | ReplyNotBegun() | NextKept() | NextReturned():
                pass
            case ConversationShaped():
                pass
            case ViewChanged() | BranchesChanged() | ArchivePurged() | SummaryAdvanced() | SummaryEnded():
                pass
            case ConversationsMarked() | FoldersChanged():
                pass
            case _:
                assert_never(event)

    def look_at_clock(self, now: int) -> None:
        """Group anew if the day has changed since."""
        if group(self._now, now) != "Today":
            self._regroup(now)

    def conversation(self, index: Index) -> Conversation | None:
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Conversation) else None

    def find(self, conversation_id: ConversationId) -> QModelIndex:
        """Return the place of a conversation, or an invalid index."""
        for place, row in enumerate(self._rows):
            if isinstance(row, Conversation) and row.id == conversation_id:
                return self.index(place)
        return QModelIndex()

    def neighbour(self, conversation_id: ConversationId) -> Conversation | None:
        """Return the conversation below this one or, below the last, the one above it."""
        place = self.find(conversation_id).row()
        nearest_first = chain(self._rows[place + 1 :], reversed(self._rows[:place]))
        return next((row for row in nearest_first if isinstance(row, Conversation)), None)

    def newest(self) -> Conversation | None:
        return next((row for row in self._rows if isinstance(row, Conversation)), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.conversation(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if isinstance(row, str):
            return row if role == Qt.ItemDataRole.DisplayRole else role == Part.HEADING or None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return single_line(row.title) or UNTITLED
            case Qt.ItemDataRole.EditRole:
                return single_line(row.title)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                moment = short_moment(row.changed_at, self._now)
                moment = f"Temporary, {moment}" if row.is_temporary else moment
                return f"{moment}, being answered" if row.id in self._streaming else moment
            case Part.MOMENT:
                return TEMPORARY if row.is_temporary else short_moment(row.changed_at, self._now)
            case Part.STREAMING:
                return row.id in self._streaming
            case Part.HEADING:
                return False
        return None

    def _put_on_top(self, conversation: Conversation, now: int) -> None:
        """Make `conversation` the first one, under its heading. The selection goes along."""
        self.look_at_clock(now)
        heading = group(conversation.changed_at, self._now)
        if not self._rows or self._rows[0] != heading:
            self._insert(0, heading)
        place = self.find(conversation.id).row()
        if place < 0:
            self._insert(1, conversation)
            return
        if place > 1:
            self.beginMoveRows(QModelIndex(), place, place, QModelIndex(), 1)
            self._rows.insert(1, self._rows.pop(place))
            self.endMoveRows()
            self._drop_empty_heading(place)
        self._rows[1] = conversation
        self.dataChanged.emit(self.index(1), self.index(1))

    def _drop_empty_heading(self, place: int) -> None:
        """The heading at `place` has lost its last conversation if no conversation follows it."""
        follower = self._rows[place + 1] if place + 1 < len(self._rows) else ""
        if isinstance(self._rows[place], str) and isinstance(follower, str):
            self._remove(place)

    def _rename(self, conversation_id: ConversationId, title: str) -> None:
        index = self.find(conversation_id)
        if conversation := self.conversation(index):
            self._rows[index.row()] = replace(conversation, title=title)
            self.dataChanged.emit(index, index)

    def _take_out(self, conversation_id: ConversationId) -> None:
        place = self.find(conversation_id).row()
        if place >= 0:
            self._remove(place)
            self._drop_empty_heading(place - 1)

    def _put_back(self, conversation: Conversation, now: int) -> None:
        """Insert `conversation` where its last change belongs, under its heading."""
        self.look_at_clock(now)
        heading = group(conversation.changed_at, self._now)
        place = _first_older(self._rows, conversation.changed_at)
        if place and isinstance(above := self._rows[place - 1], str) and above != heading:
            place -= 1  # what is older stands under a heading of its own
        headings_above = (row for row in reversed(self._rows[:place]) if isinstance(row, str))
        if next(headings_above, None) != heading:
            self._insert(place, heading)
            place += 1
        self._insert(place, conversation)

    def _insert(self, place: int, row: Row) -> None:
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.insert(place, row)
        self.endInsertRows()

    def _remove(self, place: int) -> None:
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._rows[place]
        self.endRemoveRows()

    def _regroup(self, now: int) -> None:
        """Lay the same conversations under new headings; who is selected stays so."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [self.conversation(index) for index in before]
        self._now = now
        self._rows = _with_headings([row for row in self._rows if isinstance(row, Conversation)], now)
        after = [self.find(row.id) if row else QModelIndex() for row in kept]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _set_streaming(self, conversation_id: ConversationId, *, streaming: bool) -> None:
        if streaming:
            self._streaming.add(conversation_id)
        else:
            self._streaming.discard(conversation_id)
        index = self.find(conversation_id)
        self.dataChanged.emit(index, index)


def _changed(conversation: Conversation, moment: int) -> Conversation:
    return replace(conversation, changed_at=max(conversation.changed_at, moment))


def _first_older(rows: list[Row], moment: int) -> int:
    """Return the place of the first conversation that changed before `moment`, or the end."""
    older = (
        place for place, row in enumerate(rows) if isinstance(row, Conversation) and row.changed_at < moment
    )
    return next(older, len(rows))


def _with_headings(conversations: list[Conversation], now: int) -> list[Row]:
    rows: list[Row] = []
    heading = None
    for conversation in conversations:
        wanted = group(conversation.changed_at, now)
        if wanted != heading:
            heading = wanted
            rows.append(heading)
        rows.append(conversation)
    return rows
