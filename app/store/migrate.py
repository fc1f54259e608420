"""Brings an archive to the schema of this program in one transaction, and refuses one from the future."""

from app.domain.errors import StoreFromFuture
from app.store.driver import Connection, pragma, transaction
from app.store.migrations import v0001_first

_APPLICATION_ID = 0x536F7474  # "Sott", as tools that look at files can read it
_STEPS = (v0001_first.STATEMENTS,)

SCHEMA_VERSION = len(_STEPS)


def migrate(connection: Connection) -> None:
    """Run the steps that the archive lacks."""
    version = pragma(connection, "PRAGMA user_version")
    if version > SCHEMA_VERSION:
        raise StoreFromFuture(f"The archive has version {version}; this Sotto knows up to {SCHEMA_VERSION}.")
    if version == SCHEMA_VERSION:
        return
    with transaction(connection):
        for statements in _STEPS[version:]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
