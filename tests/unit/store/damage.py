"""Small archives to be damaged, and the damage."""

import itertools
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from app.domain.branch import Tip
from app.domain.salvage_report import SalvageReport
from app.store.driver import open_connection, pragma, transaction
from app.store.migrate import migrate
from app.store.salvage import salvage
from app.system.private_file import create_privately
from app.system.profile import log_of
from tests.unit.store.writing import Writing

PAGE = 4096
ITEMS = 60


def small_archive(path: Path, key: str) -> bytes:
    """Make an archive with a conversation of 60 items and a branch that leaves it in the middle."""
    create_privately(path)
    with closing(open_connection(path, key)) as connection:
        migrate(connection)
        with transaction(connection):
            writing = Writing(connection)
            writing.conversation("one")
            for number in range(ITEMS):
                writing.question("one", f"{number} {'word ' * 60}", now=(1 + number) * 2_000_000)
            writing.fork("one", "other", Tip(1, ITEMS // 2))
            writing.question("other", "elsewhere", now=(2 + ITEMS) * 2_000_000)
            connection.execute("INSERT INTO setting (name, value) VALUES ('a', 'b')")
        pragma(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()


def crashed(folder: Path, key: str) -> Path:
    """Make an archive as a crash leaves it: its newest write is in its log alone."""
    folder.mkdir()
    small_archive(folder / "open.db", key)
    path = folder / "archive.db"
    with closing(open_connection(folder / "open.db", key)) as connection:
        connection.execute("UPDATE conversation SET title = 'of the log'")
        shutil.copy(folder / "open.db", path)
        shutil.copy(log_of(folder / "open.db"), log_of(path))
    return path


def with_a_bit_flipped(content: bytes, page: int) -> bytes:
    place = (page - 1) * PAGE + 999
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


def with_items_damaged(path: Path, key: str) -> bytes:
    """The content of an archive of which one page is damaged, with items of the middle."""
    content = path.read_bytes()
    for page in range(len(content) // PAGE, 1, -1):
        path.write_bytes(damaged := with_a_bit_flipped(content, page))
        if [_shows_items(path, key, part) for part in ("", "LIMIT 3", "DESC LIMIT 3")] == [False, True, True]:
            return damaged
    raise AssertionError("no page holds items of the middle alone")


def _shows_items(path: Path, key: str, part: str) -> bool:
    with closing(open_connection(path, key)) as connection:
        try:
            connection.execute(f"SELECT body FROM item ORDER BY rowid {part}").fetchall()  # noqa: S608
        except dbapi2.DatabaseError:
            return False
    return True


def new_ids() -> Callable[[], str]:
    count = itertools.count()
    return lambda: f"new {next(count)}"


def salvaged(damaged: Path, target: Path, key: str) -> SalvageReport:
    return salvage(damaged, target, key, now=9_000_000_000, new_id=new_ids())


def pages_of(path: Path, key: str, tables: tuple[str, ...]) -> list[int]:
    """The pages that hold the roots of tables."""
    with closing(open_connection(path, key)) as connection:
        find = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        return [connection.execute(find, (table,)).fetchone()[0] for table in tables]
