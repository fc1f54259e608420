"""Brings an archive to the schema of this program in one transaction, and refuses one from the future."""

from collections.abc import Callable

from app.domain.errors import BugError, StoreFromFuture
from app.store.driver import Connection, pragma, transaction
from app.store.migrations import v0001_first

_APPLICATION_ID = 0x536F7474  # "Sott", as tools that look at files can read it
STEPS = (v0001_first.STATEMENTS,)

SCHEMA_VERSION = len(STEPS)

Preparation = Callable[[Connection], object]
"""Called before an archive that holds something is migrated. What it raises keeps the archive as it is."""


def unprepared(_connection: Connection) -> None:
    """Whoever opens an archive that may be an older one must say how it is backed up before."""
    raise BugError("An older archive is migrated only after a backup of it.")


def require_known(version: int, newest: int = SCHEMA_VERSION) -> None:
    """See that this program knows the schema. Raises StoreFromFuture."""
    if version > newest:
        raise StoreFromFuture(f"The archive has version {version}; this Sotto knows up to {newest}.")


def migrate(
    connection: Connection,
    prepare: Preparation = unprepared,
    *,
    steps: tuple[tuple[str, ...], ...] = STEPS,
) -> None:
    """Run the steps that the archive lacks. One that is not new is given to `prepare` before."""
    version, newest = pragma(connection, "PRAGMA user_version"), len(steps)
    require_known(version, newest)
    if version == newest:
        return
    if version:
        prepare(connection)
    with transaction(connection):
        for statements in steps[version:]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {newest}")
