"""The archive's async face: domain values in and out, every write one transaction on the writing thread."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import TypeVar

from app.domain.branch import Path
from app.domain.conversation import Conversation, HistoryPage
from app.domain.errors import BugError, StoreDamaged
from app.domain.ids import BranchId, ConversationId, ItemId, RequestId
from app.domain.item import Item, ItemState, Role
from app.domain.ledger import Ledger
from app.domain.settings import ProviderSettings
from app.domain.usage import Usage
from app.store import conversations, items, journal, paths, requests, saved_settings
from app.store.driver import Connection, open_connection, pragma, transaction
from app.store.migrate import migrate
from app.store.sqlite_errors import translated
from app.system.disk_errors import disk_errors_translated
from app.system.private_file import create_privately
from app.system.worker_thread import WorkerThread

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ReplyPlace:
    """What a new reply is stored with."""

    item_id: ItemId
    request_id: RequestId
    model: str
    ledger: Ledger


class Archive:
    """Two connections, each used by one thread: one writes, one reads for the screen."""

    def __init__(self) -> None:
        self._writing = WorkerThread("archive writer")
        self._reading = WorkerThread("archive reader")
        self._writer: Connection | None = None
        self._reader: Connection | None = None

    async def open(self, path: FilePath, key_and_salt: str, *, is_new: bool, now: int) -> None:
        """Open the file, bring its schema up to date, and end what the last run left growing."""

        def open_writer() -> Connection:
            with disk_errors_translated(), translated(), ExitStack() as on_failure:
                _require_content(path, is_new=is_new)
                connection = open_connection(path, key_and_salt)
                on_failure.callback(connection.close)
                migrate(connection)
                with transaction(connection):
                    journal.end_unfinished(connection, now)
                on_failure.pop_all()
            return connection

        def open_reader() -> Connection:
            with disk_errors_translated(), translated():
                return open_connection(path, key_and_salt)

        self._writer = await self._writing.run("opening", open_writer)
        self._reader = await self._reading.run("opening", open_reader)

    async def close(self) -> None:
        """Finish all writes, fold the write-ahead log into the file, end the threads. Safe to call twice."""
        reader, self._reader = self._reader, None
        writer, self._writer = self._writer, None
        try:
            if reader:
                await self._reading.run("closing", reader.close)
            if writer:
                await self._writing.run("closing", lambda: _close_writer(writer))
        finally:
            self._reading.close()
            self._writing.close()

    async def conversations(self, *, in_trash: bool = False) -> list[Conversation]:
        """Return the conversations of the list or of the trash, the newest there at the top."""
        listing = conversations.list_trash if in_trash else conversations.list_conversations
        return await self._read("list", listing)

    async def page(self, conversation: ConversationId, before: int | None, limit: int) -> HistoryPage:
        """Return the newest items of the shown branch, or those in front of depth `before`."""

        def read(connection: Connection) -> HistoryPage:
            path = paths.path_to(connection, paths.shown_tip(connection, conversation))
            last = min(path.length, before - 1) if before else path.length
            first = max(1, last - limit + 1)
            return HistoryPage(
                conversation_id=conversation,
                items=items.items_between(connection, path, first, last),
                length=path.length,
                ledger=requests.newest_ledger(connection, path),
                usages=requests.usages_between(connection, path, first, last),
            )

        return await self._read("page", read)

    async def path(self, conversation: ConversationId) -> tuple[Path, Ledger | None]:
        """Return the path of the shown branch, and what the newest request along it was given."""

        def read(connection: Connection) -> tuple[Path, Ledger | None]:
            path = paths.path_to(connection, paths.shown_tip(connection, conversation))
            return path, requests.newest_ledger(connection, path)

        return await self._read("path", read)

    async def items(self, path: Path, first: int, last: int) -> tuple[Item, ...]:
        return await self._read(
            "items", lambda connection: items.items_between(connection, path, first, last)
        )

    async def begin_conversation(self, conversation: Conversation, item: ItemId, body: str) -> Item:
        """Store a new conversation together with the question that begins it."""

        def write(connection: Connection) -> Item:
            conversations.add_conversation(connection, conversation)
            return _add_question(connection, conversation.id, item, body, conversation.created_at)

        return await self._write("new conversation", write)

    async def branch_conversation(
        self, conversation: ConversationId, to: ConversationId, branch: BranchId, now: int
    ) -> Conversation:
        """Begin conversation `to` where the other's shown branch ends. Raises ConversationInTrash."""
        return await self._write(
            "branch of a conversation",
            lambda writer: conversations.branch_conversation(writer, conversation, to, branch, now),
        )

    async def rename(self, conversation: ConversationId, title: str) -> None:
        await self._write("title", lambda writer: conversations.rename(writer, conversation, title))

    async def trash(self, conversation: ConversationId, now: int) -> bool:
        """Put a conversation into the trash, with all it has. False if it was there already."""
        return await self._write("trash", lambda writer: conversations.trash(writer, conversation, now))

    async def restore(self, conversation: ConversationId) -> Conversation | None:
        """Take a conversation out of the trash. None if it was not there."""
        return await self._write("restore", lambda writer: conversations.restore(writer, conversation))

    async def add_question(self, conversation: ConversationId, item: ItemId, body: str, now: int) -> Item:
        """Store a question behind the shown branch. Raises ConversationInTrash."""

        def write(connection: Connection) -> Item:
            conversations.require_outside_trash(connection, conversation)
            return _add_question(connection, conversation, item, body, now)

        return await self._write("question", write)

    async def begin_reply(self, conversation: ConversationId, place: ReplyPlace, body: str, now: int) -> Item:
        """Store an empty reply and its first request, so that a crash is visible as a crash."""

        def write(connection: Connection) -> Item:
            item = items.add_item(
                connection,
                conversations.shown_branch(connection, conversation),
                item_id=place.item_id,
                role=Role.MODEL,
                state=ItemState.STREAMING,
                body=body,
                now=now,
                model=place.model,
            )
            requests.begin_request(connection, place.request_id, item.id, place.ledger, now)
            return item

        return await self._write("reply", write)

    async def write_journal(self, chunks: Mapping[ItemId, str]) -> None:
        """Write down what replies have grown by, all in one commit."""
        await self._write("journal", lambda connection: journal.write_chunks(connection, chunks))

    async def end_reply(self, item: Item, usage: Usage | None, now: int) -> None:
        """Fold the journal into the reply's final form, with its state and its cost."""

        def write(connection: Connection) -> None:
            if not items.end_item(connection, item):
                raise BugError("The reply has ended before.")
            journal.clear_journal(connection, item.id)
            requests.end_request(connection, item.id, usage, now)

        await self._write("end of reply", write)

    async def provider(self) -> ProviderSettings | None:
        return await self._read("settings", saved_settings.read_provider)

    async def set_provider(self, provider: ProviderSettings) -> None:
        await self._write("settings", lambda connection: saved_settings.write_provider(connection, provider))

    async def _read(self, name: str, work: Callable[[Connection], T]) -> T:
        connection = _opened(self._reader)

        def read() -> T:
            with translated():
                return work(connection)

        return await self._reading.run(name, read)

    async def _write(self, name: str, work: Callable[[Connection], T]) -> T:
        connection = _opened(self._writer)

        def write() -> T:
            with translated(), transaction(connection):
                return work(connection)

        return await self._writing.run(name, write)


def _require_content(path: FilePath, *, is_new: bool) -> None:
    """Make the file on a first run. Later, an empty one is damage; SQLite would take it for a new one."""
    if is_new and not path.exists():
        create_privately(path)
    elif not is_new and path.exists() and path.stat().st_size == 0:
        raise StoreDamaged("The archive's file is empty.")


def _add_question(
    connection: Connection, conversation: ConversationId, item: ItemId, body: str, now: int
) -> Item:
    return items.add_item(
        connection,
        conversations.shown_branch(connection, conversation),
        item_id=item,
        role=Role.PERSON,
        state=ItemState.COMPLETE,
        body=body,
        now=now,
    )


def _close_writer(connection: Connection) -> None:
    with translated(), closing(connection):
        pragma(connection, "PRAGMA wal_checkpoint(TRUNCATE)")


def _opened(connection: Connection | None) -> Connection:
    if connection is None:
        raise BugError("The archive is not open.")
    return connection
