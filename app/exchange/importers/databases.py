"""The databases among the members of a source."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice

from app.domain.exchange_errors import ExchangeError, FileTooLarge
from app.domain.parcel import Skipped
from app.exchange.importers.foreign_database import MAGIC, ForeignDatabase, is_database
from app.exchange.refusals import refusal
from app.exchange.source import Member, Source

LARGEST_DATABASE = 192 << 20
"""It is held in memory twice while it opens."""
NEWEST_MAY_BE_MISSING = (
    "Newest messages may be missing: close the program that the database is of, then import again"
)
_LOG = "-wal"
_LOOKED_AT = 20


def databases(source: Source) -> Iterator[Member]:
    """Yield the members that begin as a database does."""
    return islice((member for member in source.members if _begins_so(source, member)), _LOOKED_AT)


@contextmanager
def opened(source: Source, member: Member) -> Iterator[ForeignDatabase]:
    """Open a member. Raises FileTooLarge, and FileDamaged for what is not whole."""
    if member.size > LARGEST_DATABASE:
        raise refusal(FileTooLarge)
    database = ForeignDatabase(source.read(member, LARGEST_DATABASE))
    try:
        yield database
    finally:
        database.close()


def has_table_of(source: Source, columns: frozenset[str]) -> bool:
    """Tell whether there is a database with a table that has all these columns."""
    return any(_has_table(source, member, columns) for member in databases(source))


def left_in_log(source: Source, member: Member) -> Iterator[Skipped]:
    """Say so where a program has not yet written all it knows into its database."""
    if any(other.size and other.name == member.name + _LOG for other in source.members):
        yield Skipped(NEWEST_MAY_BE_MISSING)


def _has_table(source: Source, member: Member, columns: frozenset[str]) -> bool:
    with suppress(ExchangeError), opened(source, member) as database:
        return any(columns <= present for present in database.tables.values())
    return False


def _begins_so(source: Source, member: Member) -> bool:
    with suppress(ExchangeError):
        return is_database(source.read(member, len(MAGIC)))
    return False
