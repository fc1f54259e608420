"""The archive's async face: work for a connection is done on that connection's own thread.

Every function of this package whose first parameter is a connection can be asked for here. A write is one
transaction. Pages for the screen have a connection of their own, so they never wait behind long work.
"""

from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from app.domain.errors import BugError, StoreDamaged, StoreError
from app.store import items, journal
from app.store.ballast import Ballast
from app.store.desk import Desk
from app.store.driver import Connection, open_connection, open_in_memory, pragma, read_only, transaction
from app.store.migrate import Preparation, migrate, unprepared
from app.system.private_file import create_privately

_SMALLEST = 4096  # one page: of a shorter file SQLite would make a new archive

P = ParamSpec("P")
T = TypeVar("T")
Work = Callable[Concatenate[Connection, P], T]


@dataclass(frozen=True, slots=True)
class _Opened:
    path: Path
    key_and_salt: str = field(repr=False)

    def reader(self) -> Connection:
        return read_only(open_connection(self.path, self.key_and_salt))


class Archive:
    """Three standing connections: one writes, one reads for the screen, one answers long questions.

    A temporary archive lives in memory alone, where there is one connection for all of that.
    """

    def __init__(
        self,
        ballast: Ballast | None = None,
        tell: Callable[[StoreError], None] = lambda _: None,
        *,
        is_temporary: bool = False,
    ) -> None:
        """`tell` hears, on the loop's thread, that the room kept back for a full disk is in use."""
        self._ballast = ballast
        self._tell = tell
        self._writing = Desk("archive writer")
        self._reading = self._writing if is_temporary else Desk("archive reader")
        self._studying = self._writing if is_temporary else Desk("archive long reader")
        self._opened: _Opened | None = None
        self._is_read = False

    @property
    def is_open(self) -> bool:
        return self._opened is not None

    async def open(
        self,
        path: Path,
        key_and_salt: str,
        *,
        is_new: bool,
        now: int,
        before_migration: Preparation = unprepared,
    ) -> None:
        """Open the file, bring its schema up to date, and end what the last run left growing.

        An archive of an older schema is given to `before_migration` first, on the writer's thread.
        """

        def open_writer() -> Connection:
            if self._ballast:
                self._ballast.make_room()
            with ExitStack() as on_failure:
                _require_content(path, is_new=is_new)
                connection = open_connection(path, key_and_salt)
                on_failure.callback(connection.close)
                _require_schema(connection, is_new=is_new)
                migrate(connection, before_migration)
                if items.is_any_unfinished(connection):
                    with transaction(connection):
                        journal.end_unfinished(connection, now)
                on_failure.pop_all()
            if self._ballast:
                self._ballast.keep()
            return connection

        opened = _Opened(path, key_and_salt)
        await self._writing.open(open_writer)  # it proves the file; no other may touch one that is not whole
        self._reading.open_when_needed(opened.reader)
        self._studying.open_when_needed(opened.reader)
        self._opened = opened
        self._tell_news()

    async def open_in_memory(self) -> None:
        """Begin a temporary archive. Nothing of it ever touches the disk, and its end is the end of it."""

        def open_all() -> Connection:
            connection = open_in_memory()
            migrate(connection)
            return connection

        await self._writing.open(open_all)

    async def close(self) -> None:
        """Finish all writes, fold the write-ahead log into the file, end the threads. Safe to call twice."""
        self._opened = None
        try:
            await self._studying.close()
            await self._reading.close()
            await self._writing.close(_close_writer)
        finally:
            for desk in (self._studying, self._reading, self._writing):
                desk.end()

    async def read(self, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Ask what the screen needs. Nothing that takes over 20 ms belongs here.

        The writer, which has nothing to do yet, answers the first question: a second connection is as long
        in opening as the first page is in reading.
        """
        desk, self._is_read = (self._reading if self._is_read else self._writing), True
        return await desk.do(work.__name__, lambda connection: work(connection, *args, **kwargs))

    async def study(self, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Ask what may take a while, such as a search. Cancelling ends it, for the next question's sake."""
        return await self._studying.do_until_cancelled(
            work.__name__, lambda connection: work(connection, *args, **kwargs)
        )

    async def study_apart(self, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Ask what takes minutes, such as a copy or a check: on a connection and a thread of its own.

        A temporary archive has but one of each, and is small.
        """
        if self._studying is self._writing:
            return await self.study(work, *args, **kwargs)
        if self._opened is None:
            raise BugError("The archive is not open.")
        desk = Desk(f"archive {work.__name__}")
        try:
            await desk.open(self._opened.reader)
            return await desk.do_until_cancelled(
                work.__name__, lambda connection: work(connection, *args, **kwargs)
            )
        finally:
            await desk.close()
            desk.end()

    async def write(self, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Change something: all of it, or nothing if it raises. Cancelling does not undo it.

        Where the disk is full and the ballast can be let go, it is done once more.
        """

        def write(connection: Connection) -> T:
            def once() -> T:
                with transaction(connection):
                    return work(connection, *args, **kwargs)

            return self._ballast.write(connection, once) if self._ballast else once()

        try:
            return await self._writing.do(work.__name__, write)
        finally:
            self._tell_news()

    def _tell_news(self) -> None:
        if self._ballast and (news := self._ballast.news()):
            self._tell(news)

    async def changes(self) -> int:
        """Return how many rows have been changed since the opening: nobody else changes any."""
        return await self._writing.do("changes", lambda connection: connection.total_changes)

    async def fold(self) -> None:
        """Fold the write-ahead log into the file, so that what was removed is in neither of them."""
        await self._writing.do("fold", _fold)


def _fold(connection: Connection) -> None:
    pragma(connection, "PRAGMA wal_checkpoint(TRUNCATE)")


def _require_content(path: Path, *, is_new: bool) -> None:
    """Make the file on a first run. Later, an empty one is damage; SQLite would take it for a new one."""
    if not is_new:
        with suppress(FileNotFoundError):
            if path.stat().st_size < _SMALLEST:
                raise StoreDamaged("The archive's file is empty, or as good as empty.")
    elif not path.exists():
        create_privately(path)


def _require_schema(connection: Connection, *, is_new: bool) -> None:
    if not is_new and pragma(connection, "PRAGMA user_version") == 0:
        raise StoreDamaged("The archive's file has lost all that was in it.")


def _close_writer(connection: Connection) -> None:
    with closing(connection):
        _fold(connection)
