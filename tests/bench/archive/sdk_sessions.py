"""The Agents SDK's own sessions, each made to do what a person does with a history.

Where a session has no such operation, it is done as its user would have to do it: a fork copies all items
into a new session, a search loads all of them and looks, a list asks the tables themselves.
"""

import asyncio
import json
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from agents.extensions.memory import AdvancedSQLiteSession, EncryptedSession
from agents.memory import SQLiteSession

_AT_ONCE = 500
_NAME = "history"
_LIST = """
    SELECT s.session_id, s.updated_at,
           (SELECT message_data FROM agent_messages m WHERE m.session_id = s.session_id ORDER BY id LIMIT 1)
    FROM agent_sessions s ORDER BY s.updated_at DESC LIMIT ?
"""
_ADD_SESSION = "INSERT INTO agent_sessions (session_id, updated_at) VALUES (?, datetime(?, 'unixepoch'))"
_ADD_MESSAGE = "INSERT INTO agent_messages (session_id, message_data) VALUES (?, ?)"


class Plain:
    """SQLiteSession: not encrypted, without branches, without search."""

    name = "SQLiteSession"
    forks_by = "copying all"
    searches_by = "loading all"
    lists_by = "asking its tables"
    stores = "items as plain text"

    def __init__(self, folder: Path) -> None:
        self.path = folder / f"{self.name}.db"
        self.session = self.opened(_NAME)
        self._copies = 0

    def opened(self, name: str) -> Any:  # noqa: ANN401 (a session of one class or another)
        return SQLiteSession(name, self.path)

    async def fill(self, items: Sequence[Any]) -> None:
        for first in range(0, len(items), _AT_ONCE):
            await self.session.add_items(list(items[first : first + _AT_ONCE]))

    async def append(self, items: Sequence[Any]) -> None:
        await self.session.add_items(list(items))

    async def newest(self, count: int) -> list[Any]:
        return list(await self.session.get_items(count))

    async def everything(self) -> list[Any]:
        return list(await self.session.get_items())

    async def open_to(self, count: int) -> Callable[[], Awaitable[None]]:
        """Return what closes it again."""
        session = self.opened(_NAME)
        await session.get_items(count)

        async def close() -> None:
            self.close_session(session)

        return close

    async def fork(self) -> None:
        self._copies += 1
        copy = self.opened(f"copy {self._copies}")
        await copy.add_items(await self.session.get_items())
        self.close_session(copy)

    async def search(self, text: str) -> int:
        return sum(text in json.dumps(item, ensure_ascii=False) for item in await self.everything())

    async def list(self, limit: int) -> None:
        await asyncio.to_thread(self._list, limit)

    def add_conversations(self, count: int, body: str) -> None:
        """As many sessions of one item each, past its interface: it would take too long."""
        with closing(sqlite3.connect(self.path)) as connection, connection:
            connection.executemany(_ADD_SESSION, ((f"one {number}", number) for number in range(count)))
            connection.executemany(_ADD_MESSAGE, ((f"one {number}", body) for number in range(count)))

    def size(self) -> int:
        with closing(sqlite3.connect(self.path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return self.path.stat().st_size

    def close(self) -> None:
        self.close_session(self.session)

    def close_session(self, session: Any) -> None:  # noqa: ANN401
        session.close()

    def _list(self, limit: int) -> None:
        with closing(sqlite3.connect(self.path)) as connection:
            connection.execute(_LIST, (limit,)).fetchall()


class Advanced(Plain):
    """AdvancedSQLiteSession: branches at user turns, which copy a row for each item before them."""

    name = "AdvancedSQLiteSession"
    forks_by = "its branching, before the last turn"
    searches_by = "its search of user turns"
    stores = "items as plain text, turns, usage"

    def opened(self, name: str) -> Any:  # noqa: ANN401
        return AdvancedSQLiteSession(session_id=name, db_path=self.path, create_tables=True)

    async def fork(self) -> None:
        turns = await self.session.get_conversation_turns()
        await self.session.create_branch_from_turn(turns[-1]["turn"])
        await self.session.switch_to_branch("main")

    async def search(self, text: str) -> int:
        return len(await self.session.find_turns_by_content(text))


class Encrypted(Plain):
    """EncryptedSession over SQLiteSession: each item is enciphered for itself; ids and times are not."""

    name = "EncryptedSession"
    stores = "items enciphered one by one"

    def opened(self, name: str) -> Any:  # noqa: ANN401
        return EncryptedSession(name, SQLiteSession(name, self.path), "a long enough secret", ttl=10**8)

    def close_session(self, session: Any) -> None:  # noqa: ANN401
        session.underlying_session.close()
