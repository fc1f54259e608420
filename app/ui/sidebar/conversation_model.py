"""The conversations of one place as rows under headings, newest change first. A row is read when seen."""

from enum import IntEnum
from itertools import chain

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal

from app.domain.conversation import Conversation
from app.domain.ids import ConversationId
from app.domain.library import Folder
from app.domain.listing import EVERYDAY, Keys, ListedConversation, Opened, Place, PlaceKind
from app.ui.sidebar import row_words
from app.ui.sidebar.arrangement import Row
from app.ui.sidebar.known_rows import KnownRows
from app.ui.sidebar.stretch_model import Index, StretchModel
from app.ui.sidebar.stretches import FolderStretch, Key, More, Stretch, by_time, joined
from app.ui.translation import tr
from app.ui.when import group, is_same_day
from app.ui.widgets.display_text import single_line

_AROUND = 32  # rows that are read along with one that is seen, above and below

_ROW = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_CONVERSATION = _ROW | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled


class Part(IntEnum):
    """What the list asks of a row, beside its title."""

    MOMENT = Qt.ItemDataRole.UserRole
    STREAMING = Qt.ItemDataRole.UserRole + 1
    HEADING = Qt.ItemDataRole.UserRole + 2
    UNREAD = Qt.ItemDataRole.UserRole + 3
    BRANCHES = Qt.ItemDataRole.UserRole + 4
    FOLDER = Qt.ItemDataRole.UserRole + 5


class ConversationModel(StretchModel):
    """Signals:
    missed: rows are looked at that are not known: these are `missing`, until somebody takes them from there.
    """

    missed = Signal()

    def __init__(
        self, place: Place = EVERYDAY, known: KnownRows | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.place = place
        self.known = known or KnownRows()
        self.is_open = False
        self.is_partial = False
        self._folders = FolderStretch("")
        self._now = 0
        self.missing: set[int] = set()
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.timeout.connect(self.missed)

    def open(self, opened: Opened, now: int) -> None:
        """List these, in the place of all before."""
        self.known.keep(opened.first)
        self.beginResetModel()
        self._now = now
        self.missing.clear()
        self.is_open, self.is_partial = True, not opened.is_whole
        self._lay_out(opened)
        self.endResetModel()

    def close(self, place: Place) -> None:
        """List nothing, until this place is opened."""
        self.beginResetModel()
        self.place = place
        self.is_open = self.is_partial = False
        self._lay(())
        self.endResetModel()

    def complete(self, whole: Opened, now: int) -> None:
        """List the others below the first ones."""
        self.is_partial = False
        listed = joined(each for each in self.rows.of_conversations() if not each.is_pinned)
        known = len(listed.numbers)
        if [*whole.others.numbers[:known]] != [*listed.numbers]:
            self.open(whole, now)
        elif len(whole.others.numbers) > known:
            self._append(
                [
                    *_grouped(
                        self.place,
                        self._now,
                        Keys(whole.others.numbers[known:], whole.others.moments[known:]),
                    )
                ]
            )

    def put(self, row: ListedConversation, now: int) -> None:
        """Let a conversation stand where it belongs by now, if that is in this list at all."""
        self.known.keep([row])
        if not self.is_open:
            return
        self.look_at_clock(now)
        here = self.rows.seek(row.number)
        if not self.place.holds(row):
            self.drop(row.number)
            return
        key = (self.place.moment(row), row.number)
        to = self._stretch_for(row, key)
        if here:
            self._move(*here, to, key)
        else:
            self._insert(to, key)

    def drop(self, number: int) -> None:
        """It is not in this list any more."""
        if here := self.rows.seek(number):
            self._remove(*here)

    def set_folders(self, folders: list[Folder], *, is_open: bool | None = None) -> None:
        """List these folders, all of them or the first ones."""
        before = self._folders
        still_open = before.is_open if is_open is None else is_open
        self._folders = FolderStretch(tr("Folders"), folders, is_open=still_open)
        if not self.is_open or self.place.kind is not PlaceKind.LIST:
            return
        if (before.folders, before.is_open) == (self._folders.folders, still_open):
            self._folders = before
            return
        if any(each is before for each in self.rows.stretches):
            self._take_stretch(before)
        if folders:
            self._add_stretch(sum(each.is_pinned for each in self.rows.stretches), self._folders)

    def look_at_clock(self, now: int) -> None:
        """Group anew if the day has changed since. Who is selected stays so."""
        if not self.is_open or is_same_day(self._now, now):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [self.row_at(index.row()) for index in before]
        self._now = now
        pinned = joined(each for each in self.rows.of_conversations() if each.is_pinned)
        others = joined(each for each in self.rows.of_conversations() if not each.is_pinned)
        self._lay_out(Opened(pinned, others, ()))
        after = [self.index_of(row) if isinstance(row, int) else QModelIndex() for row in kept]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def at(self, index: Index) -> Row | None:
        """Return what stands there: the number of a conversation, a heading, a folder."""
        return self.row_at(index.row()) if index.isValid() else None

    def listed(self, index: Index) -> ListedConversation | None:
        number = self.at(index)
        return self.known.at(number) if isinstance(number, int) else None

    def conversation(self, index: Index) -> Conversation | None:
        row = self.listed(index)
        return row.conversation if row else None

    def find(self, conversation: ConversationId) -> QModelIndex:
        """Return the place of a conversation whose row is known, or an invalid index."""
        row = self.known.of(conversation)
        return self.index_of(row.number) if row else QModelIndex()

    def neighbour(self, conversation: ConversationId) -> Conversation | None:
        """Return the conversation below this one or, below the last, the one above it."""
        place = self.find(conversation).row()
        if place < 0:
            return self.newest()
        nearby = chain(range(place + 1, self.rowCount()), range(place - 1, -1, -1))
        numbers = (number for row in nearby if isinstance(number := self.row_at(row), int))
        staying = (number for number in numbers if number not in self.known.leaving)
        row = self.known.at(next(staying, 0))
        return row.conversation if row else None

    def newest(self) -> Conversation | None:
        """Return the conversation that changed last, of those that are known to be first under a heading."""
        firsts = (self.known.at(each.numbers[0]) for each in self.rows.of_conversations() if len(each))
        rows = [row.conversation for row in firsts if row]
        return max(rows, key=lambda each: each.changed_at, default=None)

    def flags(self, index: Index) -> Qt.ItemFlag:
        match self.at(index):
            case int():
                return _CONVERSATION
            case Folder():
                return _ROW | Qt.ItemFlag.ItemIsEditable
            case More():
                return _ROW
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index.row())
        if not isinstance(row, int):
            return _of_others(row, role, self.known)
        listed = self.known.at(row)
        if listed is None:
            self._miss(row)
            return "" if role == Qt.ItemDataRole.DisplayRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row_words.title(listed)
            case Qt.ItemDataRole.EditRole:
                return single_line(listed.conversation.title)
            case Qt.ItemDataRole.AccessibleTextRole:
                return row_words.spoken(listed, self.place, self._now, self.known)
            case Part.MOMENT:
                return row_words.moment(listed, self.place, self._now)
            case Part.STREAMING:
                return self.known.is_streaming(listed)
            case Part.UNREAD:
                return listed.is_unread
            case Part.BRANCHES:
                return listed.branches
        return None

    def _miss(self, number: int) -> None:
        """Ask for a row that is seen, and for those around it."""
        if number in self.missing:
            return
        stretch, place = self.rows.seek(number) or (Stretch(""), 0)
        around = stretch.numbers[max(0, place - _AROUND) : place + _AROUND]
        self.missing.update(each for each in around if self.known.at(each) is None)
        self._asking.start(0)

    def _lay_out(self, opened: Opened) -> None:
        pinned = Stretch(tr("Pinned"), is_pinned=True)
        pinned.extend(opened.pinned)
        everyday = self.place.kind is PlaceKind.LIST
        self._lay(
            (
                *((pinned,) if len(pinned) else ()),
                *((self._folders,) if everyday and self._folders.folders else ()),
                *_grouped(self.place, self._now, opened.others),
            )
        )

    def _stretch_for(self, row: ListedConversation, key: Key) -> Stretch:
        """Return the stretch where a row belongs. If there is none yet, it comes with its heading."""
        is_pinned = row.is_pinned and self.place.kind is PlaceKind.LIST
        grouped = self.place.kind is not PlaceKind.TRASH
        heading = tr("Pinned") if is_pinned else group(key[0], self._now) if grouped else ""
        for each in self.rows.of_conversations():
            if (each.is_pinned, each.heading) == (is_pinned, heading):
                return each
        newer = (
            not is_pinned and (isinstance(each, FolderStretch) or each.is_pinned or each.newest > key[0])
            for each in self.rows.stretches
        )
        made = Stretch(heading, is_pinned=is_pinned)
        self._add_stretch(sum(newer), made)
        return made


def _grouped(place: Place, now: int, keys: Keys) -> list[Stretch]:
    """Lay rows under headings. The trash has none."""
    if place.kind is not PlaceKind.TRASH:
        return list(by_time(keys, now))
    whole = Stretch("")
    whole.extend(keys)
    return [whole]


def _of_others(row: str | Folder | More, role: int, known: KnownRows) -> object:
    """Return what a row shows that is no conversation."""
    match role:
        case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
            return row_words.other(row)
        case Qt.ItemDataRole.AccessibleTextRole:
            return row_words.spoken_other(row)
        case Part.HEADING:
            return isinstance(row, str)
        case Part.FOLDER:
            return isinstance(row, Folder | More)
        case Part.MOMENT:
            return str(row.conversations) if isinstance(row, Folder) and row.conversations else ""
        case Part.STREAMING:
            return isinstance(row, Folder) and known.is_answered_in(row.id)
    return None
