"""One import under way: what has come in, what waits for its conversation, and what stayed behind."""

from collections.abc import Callable

from app.chat.attaching import Attaching
from app.domain.errors import AppError, Fault
from app.domain.ids import ConversationId, IdSource
from app.domain.import_report import Outcome, Report, Taken, summed
from app.domain.parcel import FileBytes, Parcel, Skipped
from app.exchange.export_reader import Found, Origin
from app.store import parcels
from app.store.archive import Archive
from app.store.arriving import ids_needed
from app.store.parcel_belongings import known_hashes

_NO_BYTES = "Attachments that are not in the export"


class Bringing:
    """Takes in what is found, one conversation after the other."""

    def __init__(self, archive: Archive, attaching: Attaching, ids: IdSource, now: Callable[[], int]) -> None:
        self._archive = archive
        self._attaching = attaching
        self._ids = ids
        self._now = now
        self._origin = ""
        self._waiting: dict[str, int] = {}
        self._skipped: list[Skipped] = []
        self._conversations: dict[Outcome, list[ConversationId]] = {outcome: [] for outcome in Outcome}
        self._items = self._files = 0
        self._fault: Fault | None = None
        self.is_cancelled = False

    async def take(self, found: Found) -> Taken | None:
        """Take in what was found, and return what has become of it where it is a conversation."""
        match found:
            case Origin(name=name):
                self._origin = name
            case FileBytes():
                await self._keep(found)
            case Skipped():
                self._skipped.append(found)
            case Parcel():
                return await self._bring_in(found)
        return None

    def end(self, error: AppError) -> None:
        """Take note of what ended it early. Where nothing had come in before, that is raised."""
        if not any(self._conversations.values()):
            raise error
        self._fault = error.fault

    async def forget_rest(self) -> None:
        """Remove the bytes that no conversation has taken."""
        waiting, self._waiting = self._waiting, {}
        for blob in waiting.values():
            await self._attaching.forget(blob)

    def report(self) -> Report:
        return Report(
            self._origin,
            tuple(self._conversations[Outcome.ADDED]),
            tuple(self._conversations[Outcome.GREW]),
            len(self._conversations[Outcome.KNOWN]),
            len(self._conversations[Outcome.IN_TRASH]),
            self._items,
            self._files,
            summed(self._skipped),
            self._fault,
            self.is_cancelled,
        )

    async def _keep(self, file: FileBytes) -> None:
        """Put a file's bytes into the archive, where they wait for their conversation."""
        if file.sha256 in self._waiting:
            return
        known = await self._archive.study(known_hashes, [file.sha256])
        if not known:
            self._waiting[file.sha256] = await self._attaching.keep(file.content)

    async def _bring_in(self, parcel: Parcel) -> Taken:
        now = self._now()
        ids = [self._ids.next() for _ in range(ids_needed(parcel))]
        dated = parcel.dated(now)
        taken = await self._archive.write(parcels.take_parcel, dated, self._waiting, ids, now)
        self._conversations[taken.outcome].append(taken.conversation.id)
        self._items += taken.items
        self._files += taken.files
        if taken.files_missing:
            self._skipped.append(Skipped(_NO_BYTES, taken.files_missing))
        return taken
