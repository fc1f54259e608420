"""The databases among the members of a source."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice

from app.domain.exchange_errors import ExchangeError, FileTooLarge
from app.domain.parcel import Skipped
from app.exchange.importers.database_log import MOST_BYTES, with_log
from app.exchange.importers.foreign_database import MAGIC, ForeignDatabase, is_database
from app.exchange.refusals import refusal
from app.exchange.source import Member, Source

LARGEST_DATABASE = 128 << 20
"""It is held in memory twice while it opens."""
NEWEST_MAY_BE_MISSING = (
    "Newest messages may be missing: close the program that the database is of, then import again"
)
_LOG, _JOURNAL = "-wal", "-journal"
_LOOKED_AT = 20


def databases(source: Source) -> Iterator[Member]:
    """Yield the members that begin as a database does."""
    return islice((member for member in source.members if _begins_so(source, member)), _LOOKED_AT)


@contextmanager
def opened(source: Source, member: Member) -> Iterator[ForeignDatabase]:
    """Open a member with what is in its log. Raises FileTooLarge, and FileDamaged for what is not whole."""
    database = _database(source, member)
    try:
        yield database
    finally:
        database.close()


def _database(source: Source, member: Member) -> ForeignDatabase:
    if member.size > LARGEST_DATABASE:
        raise refusal(FileTooLarge)
    content = source.read(member, LARGEST_DATABASE)
    whole = _with_log(source, member, content)
    database = ForeignDatabase(content if whole is None else whole)
    database.lacks_newest = whole is None
    return database


def has_table_of(source: Source, *kinds: frozenset[str]) -> bool:
    """Tell whether there is a database with a table that has all the columns of one of these kinds.

    One that is too large counts as well: that, and not that it is unknown, is what a person is to be told.
    """
    return any(_has_table(source, member, kinds) for member in databases(source))


def left_in_log(database: ForeignDatabase) -> Iterator[Skipped]:
    """Say so where what a program has written last could not be read."""
    if database.lacks_newest:
        yield Skipped(NEWEST_MAY_BE_MISSING)


def _with_log(source: Source, member: Member, content: bytes) -> bytes | None:
    """Return the database as it is with its log, or None where what lies beside it cannot be read."""
    if next(_beside(source, member, _JOURNAL), None):
        return None
    log = next(_beside(source, member, _LOG), None)
    if log is None:
        return content
    with suppress(ExchangeError):
        if log.size <= MOST_BYTES:
            return with_log(content, source.read(log, MOST_BYTES), LARGEST_DATABASE)
    return None


def _beside(source: Source, member: Member, ending: str) -> Iterator[Member]:
    return (other for other in source.members if other.size and other.name == member.name + ending)


def _has_table(source: Source, member: Member, kinds: Iterable[frozenset[str]]) -> bool:
    if member.size > LARGEST_DATABASE:
        return True
    with suppress(ExchangeError), opened(source, member) as database:
        return any(kind <= columns for columns in database.tables.values() for kind in kinds)
    return False


def _begins_so(source: Source, member: Member) -> bool:
    with suppress(ExchangeError):
        return is_database(source.read(member, len(MAGIC)))
    return False
