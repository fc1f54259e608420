"""The lists and their order with the faces of Listing and Arranging, on conversations in memory."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.chat.event_stream import EventStream
from app.domain.errors import NameTaken
from app.domain.events import (
    ConversationRestored,
    ConversationsMarked,
    ConversationTrashed,
    FoldersChanged,
)
from app.domain.ids import ConversationId, FolderId, UndoId
from app.domain.library import Folder, Tag
from app.domain.listing import Keys, ListedConversation, Opened, Place, PlaceKind
from app.domain.naming import name_from_person, name_key
from app.domain.undo import Act, Undo
from tests.fakes.kept_conversations import KeptConversations
from tests.fakes.scripted_temporary import ScriptedTemporary

FIRST = 200


class ScriptedListing:
    """`marks` hold what a row bears beside its conversation; a test writes there what is to have been."""

    def __init__(self, kept: KeptConversations, temporary: ScriptedTemporary) -> None:
        self._kept = kept
        self._temporary = temporary
        self._numbers: dict[ConversationId, int] = {}
        self.marks: dict[ConversationId, dict[str, object]] = {}
        self.kept_folders: list[Folder] = []

    async def open(self, place: Place) -> Opened:
        whole = await self.whole(place)
        others = Keys(whole.others.numbers[:FIRST], whole.others.moments[:FIRST])
        first = tuple(await self.rows([*whole.pinned.numbers, *others.numbers]))
        return Opened(whole.pinned, others, first, is_whole=len(others.numbers) < FIRST)

    async def whole(self, place: Place) -> Opened:
        held = [row for row in self.all() if place.holds(row)]
        held.sort(key=lambda row: (-place.moment(row), -abs(row.number)))
        apart = place.kind is PlaceKind.LIST
        pinned = [row for row in held if apart and row.is_pinned]
        others = [row for row in held if not (apart and row.is_pinned)]
        return Opened(_keys(pinned, place), _keys(others, place), ())

    async def rows(self, numbers: Iterable[int]) -> list[ListedConversation]:
        wanted = list(numbers)
        return [row for row in self.all() if row.number in wanted]

    async def rows_of(self, conversations: Iterable[ConversationId]) -> list[ListedConversation]:
        wanted = list(conversations)
        return [row for row in self.all() if row.conversation.id in wanted]

    async def ids(self, numbers: Iterable[int]) -> list[ConversationId]:
        known = {row.number: row.conversation.id for row in self.all()}
        return [known[each] for each in numbers if each in known and each > 0]

    async def beginning_with(self, text: str) -> set[int]:
        return {
            row.number for row in self.all() if row.conversation.title.casefold().startswith(text.casefold())
        }

    async def folders(self) -> list[Folder]:
        return [
            replace(each, conversations=sum(row.folder == each.id for row in self.all()))
            for each in sorted(self.kept_folders, key=lambda each: name_key(each.name))
        ]

    async def tags(self) -> list[Tag]:
        names = sorted({name for row in self.all() for name in row.tags}, key=name_key)
        return [Tag(name, sum(name in row.tags for row in self.all())) for name in names]

    def all(self) -> list[ListedConversation]:
        kept = [*self._kept._conversations.values(), *self._kept._trash.values()]
        return [self._row(each.id) for each in kept]

    def bear(self, conversation: ConversationId, **marks: object) -> None:
        """Let a row bear marks, such as `is_pinned=True`."""
        self.marks.setdefault(conversation, {}).update(marks)

    def _row(self, conversation: ConversationId) -> ListedConversation:
        in_trash = conversation in self._kept._trash
        found = self._kept._trash[conversation] if in_trash else self._kept._conversations[conversation]
        number = self._numbers.setdefault(conversation, len(self._numbers) + 1)
        if self._temporary.holds(conversation):
            number, found = -number, replace(found, is_temporary=True)
        trashed_at = [*self._kept._trash].index(conversation) + self._kept.now if in_trash else None
        return ListedConversation(
            found, number=number, trashed_at=trashed_at, **self.marks.get(conversation, {})
        )


class ScriptedArranging:
    """Fails as its controller is told to."""

    def __init__(self, kept: KeptConversations, listing: ScriptedListing, events: EventStream) -> None:
        self._kept = kept
        self._listing = listing
        self._events = events
        self.undos: dict[UndoId, dict[ConversationId, dict[str, object]]] = {}

    async def pin(self, those: Sequence[ConversationId], *, pinned: bool) -> list[Undo]:
        return self._mark(those, Act.PIN, is_pinned=pinned)

    async def archive(self, those: Sequence[ConversationId], *, archived: bool) -> list[Undo]:
        return self._mark(those, Act.ARCHIVE, is_archived=archived)

    async def move(self, those: Sequence[ConversationId], folder: FolderId | None) -> list[Undo]:
        undos = self._mark(those, Act.MOVE, folder=folder)
        self._events.publish(FoldersChanged())
        return undos

    async def mark_unread(self, those: Sequence[ConversationId], *, unread: bool) -> None:
        self._mark(those, Act.PIN, is_unread=unread)

    async def add_tag(self, those: Sequence[ConversationId], name: str) -> list[ConversationId]:
        bear = [each for each in those if name_from_person(name) not in self._tags(each)]
        for each in bear:
            self._mark([each], Act.PIN, tags=(*self._tags(each), name_from_person(name)))
        return bear

    async def take_tag(self, those: Sequence[ConversationId], name: str) -> list[ConversationId]:
        shed = [each for each in those if name in self._tags(each)]
        for each in shed:
            self._mark([each], Act.PIN, tags=tuple(tag for tag in self._tags(each) if tag != name))
        return shed

    def _tags(self, conversation: ConversationId) -> tuple[str, ...]:
        return self._listing.marks.get(conversation, {}).get("tags", ())

    async def trash(self, those: Sequence[ConversationId]) -> None:
        self._kept._fail_if_told()
        for each in those:
            self._kept._trash[each] = self._kept._conversations.pop(each)
            self._events.publish(ConversationTrashed(each))

    async def restore(self, those: Sequence[ConversationId]) -> None:
        self._kept._fail_if_told()
        for each in those:
            back = self._kept._conversations[each] = self._kept._trash.pop(each)
            self._events.publish(ConversationRestored(back))

    async def add_folder(self, name: str) -> Folder:
        name = name_from_person(name)
        if name_key(name) in (name_key(each.name) for each in self._listing.kept_folders):
            raise NameTaken("This name is taken.")
        made = Folder(FolderId(self._kept._next("folder")), name)
        self._listing.kept_folders.append(made)
        self._events.publish(FoldersChanged())
        return made

    async def rename_folder(self, folder: FolderId, name: str) -> Undo:
        kept = self._listing.kept_folders
        self._listing.kept_folders = [
            replace(each, name=name) if each.id == folder else each for each in kept
        ]
        self._events.publish(FoldersChanged())
        return Undo(UndoId(self._kept._next("undo")), Act.RENAME_FOLDER)

    async def remove_folder(self, folder: FolderId) -> Undo:
        within = [row.conversation.id for row in self._listing.all() if row.folder == folder]
        kept = self._listing.kept_folders
        self._listing.kept_folders = [each for each in kept if each.id != folder]
        (undo,) = self._mark(within, Act.DELETE_FOLDER, folder=None)
        self._events.publish(FoldersChanged())
        return undo

    def take_back(self, undo: UndoId) -> None:
        before = self.undos.pop(undo)
        self._listing.marks.update(before)
        self._events.publish(ConversationsMarked(tuple(before)))
        self._events.publish(FoldersChanged())

    def _mark(self, those: Sequence[ConversationId], act: Act, **marks: object) -> list[Undo]:
        self._kept._fail_if_told()
        undo = Undo(UndoId(self._kept._next("undo")), act)
        self.undos[undo.id] = {each: dict(self._listing.marks.get(each, {})) for each in those}
        for each in those:
            self._listing.bear(each, **marks)
        self._events.publish(ConversationsMarked(tuple(those)))
        return [undo]


def _keys(rows: list[ListedConversation], place: Place) -> Keys:
    return Keys(array("q", (row.number for row in rows)), array("q", map(place.moment, rows)))
