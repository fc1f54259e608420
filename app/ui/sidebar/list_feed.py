"""Keeps the sidebar's lists as the archive has them: reads rows when they are seen, and when they changed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.chat.controller import ChatController
from app.domain.errors import AppError
from app.domain.events import (
    BranchesChanged,
    ConversationCreated,
    ConversationRemoved,
    ConversationRenamed,
    ConversationRestored,
    ConversationsMarked,
    ConversationTrashed,
    Event,
    FoldersChanged,
    MessageStored,
    ReplyEnded,
    ReplyStarted,
)
from app.domain.ids import ConversationId
from app.domain.listing import ListedConversation, Opened
from app.ui.errands import Errands, is_running
from app.ui.sidebar.conversation_model import ConversationModel
from app.ui.sidebar.known_rows import KnownRows


class ListFeed(QObject):
    """Reads one thing after the other, so that what is newest is also the last to be shown.

    Signals:
        told: rows have come, changed or gone.
    """

    told = Signal()

    def __init__(
        self,
        controller: ChatController,
        known: KnownRows,
        models: tuple[ConversationModel, ...],
        errands: Errands,
        clock: Callable[[], int],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._listing = controller.listing
        self._known = known
        self._models = models
        self._errands = errands
        self._clock = clock
        self._changed: set[ConversationId] = set()
        self._folders_changed = True
        self._opening: list[ConversationModel] = []
        self._is_reading = False
        for model in models:
            model.missed.connect(self._hurry)

    @property
    def is_at_rest(self) -> bool:
        """Whether there is nothing left to read."""
        return not self._is_reading

    async def open_first(self) -> None:
        """Show the beginning of the list; all else follows by itself, such as what is in the trash."""
        await self._open(self._models[0])
        self._opening.append(self._models[-1])
        self._hurry()

    def open(self, model: ConversationModel) -> None:
        """The place of this list is wanted: show it as it is now."""
        model.is_open = False
        self._opening.append(model)
        self._hurry()

    def look_up(self, conversation: ConversationId) -> None:
        """Learn what is in the row of this conversation, wherever it stands."""
        self._changed.add(conversation)
        self._hurry()

    def apply(self, event: Event) -> None:
        """Note what the event says, and read the rows that it is about."""
        match event:
            case ConversationCreated(conversation) | ConversationRestored(conversation):
                self.look_up(conversation.id)
            case (
                ConversationRenamed(conversation_id)
                | ConversationTrashed(conversation_id)
                | BranchesChanged(conversation_id)
                | MessageStored(conversation_id)
            ):
                self.look_up(conversation_id)
            case ConversationRemoved(conversation_id):
                self._folders_changed = True  # its tags may have gone with it
                self.look_up(conversation_id)
            case ConversationsMarked(conversations):
                self._folders_changed = True
                self._changed.update(conversations)
                self._hurry()
            case FoldersChanged():
                self._folders_changed = True
                self._hurry()
            case ReplyStarted(conversation_id):
                self._known.streaming.add(conversation_id)
                self.look_up(conversation_id)
            case ReplyEnded(conversation_id):
                self._known.streaming.discard(conversation_id)
                self.look_up(conversation_id)
            case _:
                pass  # nothing that a list shows

    def _hurry(self) -> None:
        if not self._is_reading and is_running():
            self._is_reading = True
            self._errands.send(self._read())

    async def _read(self) -> None:
        """Read until nothing is wanted any more. What fails is told, and wanted again when it is seen."""
        try:
            while self._is_wanted:
                await self._read_changed()
                await self._read_folders()
                if self._opening:
                    await self._open(self._opening.pop())
                for model in self._models:
                    await self._complete(model)
                    await self._read_missing(model)
        finally:
            self._is_reading = False

    @property
    def _is_wanted(self) -> bool:
        missing = any(model.missing or model.is_partial for model in self._models)
        return bool(self._changed or self._folders_changed or self._opening or missing)

    async def _open(self, model: ConversationModel) -> None:
        opened = await self._listing.open(model.place)
        self._learn(opened.first)
        model.open(opened, self._clock())
        self.told.emit()

    async def _complete(self, model: ConversationModel) -> None:
        if model.is_partial:
            whole: Opened = await self._listing.whole(model.place)
            model.complete(whole, self._clock())
            self.told.emit()

    async def _read_changed(self) -> None:
        if not self._changed:
            return
        changed, self._changed = self._changed, set()
        try:
            rows = await self._listing.rows_of(changed)
        except AppError:
            self._changed |= changed
            raise
        self._learn(rows)
        for model in self._models:
            for row in rows:
                model.put(row, self._clock())
        for gone in changed.difference(row.conversation.id for row in rows):
            self._drop(gone)
        self.told.emit()

    async def _read_missing(self, model: ConversationModel) -> None:
        wanted, model.missing = model.missing, set()
        if not wanted:
            return
        rows = await self._listing.rows(wanted)
        self._learn(rows)
        for number in wanted.difference(row.number for row in rows):
            model.drop(number)
        model.refresh_all()
        self.told.emit()

    async def _read_folders(self) -> None:
        if self._folders_changed:
            self._folders_changed = False
            self._known.tags = await self._listing.tags()
            self._known.folders = await self._listing.folders()
            for model in self._models:
                model.set_folders(self._known.folders)
            self.told.emit()

    def _drop(self, conversation: ConversationId) -> None:
        if row := self._known.of(conversation):
            self._known.forget(conversation)
            for model in self._models:
                model.drop(row.number)

    def _learn(self, rows: list[ListedConversation] | tuple[ListedConversation, ...]) -> None:
        self._known.keep(rows)
        for row in rows:
            if self._controller.is_streaming(row.conversation.id):
                self._known.streaming.add(row.conversation.id)
