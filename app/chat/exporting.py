"""Taking conversations elsewhere: into files, into the clipboard, or to whoever reads a stream.

All of the work is done on a connection and a thread of its own: neither the loop nor a page for the screen
waits for it. What has been written goes again when the rest fails or is given up.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from app.chat.export_work import Exported, FilePlace, FolderPlace, Sink, export_into, export_to, file_name
from app.chat.giving_up import until_given_up
from app.domain.errors import InputError
from app.domain.export_choice import ExportChoice, Format
from app.domain.ids import ConversationId, FolderId
from app.store import conversations, folders
from app.store.archive import Archive
from app.store.copies import Progress

Many = Sequence[ConversationId]


class Exporting:
    """Lives on the loop's thread. `progress` is told, on the work's thread, how much of what is done.

    With a passphrase every file is sealed, and only that opens it again; EmptyPassphrase is raised for an
    empty one. Cancelling waits until the work has really ended. Everything here raises StoreError; what
    writes files raises FileExists, DiskFull and PlaceUnwritable as well, and PrintingFailed for pages.
    """

    def __init__(
        self, archive: Archive, archive_of: Callable[[ConversationId], Archive] | None = None
    ) -> None:
        """`archive_of` tells where one conversation is kept, should there be more than `archive`."""
        self._archive = archive
        self._archive_of = archive_of or (lambda _: archive)

    async def to_file(
        self,
        those: Many,
        choice: ExportChoice,
        path: Path,
        *,
        may_replace: bool = False,
        progress: Progress | None = None,
        passphrase: str | None = None,
    ) -> Exported:
        """Write one conversation as the file `path`; as JSON, any number of them.

        Raises InputError for several in a format that holds only one.
        """
        if len(those) != 1 and choice.format is not Format.JSON:
            raise InputError("Only JSON holds several conversations in one file. Name a folder instead.")
        archive = self._archive_of(those[0]) if len(those) == 1 else self._archive
        place = FilePlace(path, may_replace, passphrase)
        return await until_given_up(
            lambda tell: archive.study_apart(export_into, those, choice, place, tell), progress
        )

    async def to_folder(
        self,
        those: Many,
        choice: ExportChoice,
        folder: Path,
        *,
        may_replace: bool = False,
        progress: Progress | None = None,
        passphrase: str | None = None,
    ) -> Exported:
        """Write each conversation as a file of its own, named after its title. The folder is made if need be.

        Where one of the names is taken, FileExists is raised before anything is written.
        """
        archive = self._archive_of(those[0]) if len(those) == 1 else self._archive
        place = FolderPlace(folder, may_replace, passphrase)
        return await until_given_up(
            lambda tell: archive.study_apart(export_into, those, choice, place, tell), progress
        )

    async def to_stream(
        self,
        conversation: ConversationId,
        choice: ExportChoice,
        sink: Sink,
        *,
        progress: Progress | None = None,
    ) -> None:
        """Hand one conversation to `sink` in pieces, on the work's thread. Attached files are only named."""
        archive = self._archive_of(conversation)
        await until_given_up(
            lambda tell: archive.study_apart(export_to, conversation, choice, sink, tell), progress
        )

    async def text_of(self, conversation: ConversationId, choice: ExportChoice) -> str:
        """Return one conversation as text, such as for the clipboard. Raises InputError for a PDF."""
        if choice.format is Format.PDF:
            raise InputError("A PDF holds pages, and is no text.")
        pieces: list[bytes] = []
        await self.to_stream(conversation, choice, pieces.append)
        return b"".join(pieces).decode()

    async def file_name(self, conversation: ConversationId, form: Format) -> str:
        """Return how a conversation's file would be called, by its title."""
        about = await self._archive_of(conversation).read(conversations.find_conversation, conversation)
        return file_name(about.title, form)

    async def everything(self) -> list[ConversationId]:
        """Return all conversations outside the trash, the first one begun first."""
        listed = await self._archive.study(conversations.list_conversations)
        return [each.id for each in sorted(listed, key=lambda each: (each.created_at, each.id))]

    async def within(self, folder: FolderId) -> list[ConversationId]:
        """Return the conversations of a folder that are outside the trash, the first one begun first."""
        inside = set(await self._archive.study(folders.within, folder))
        return [each for each in await self.everything() if each in inside]
