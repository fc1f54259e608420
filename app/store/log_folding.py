"""Folds the log that an unclean end has left into the archive, so that the file alone is all of it."""

from contextlib import closing, suppress
from pathlib import Path

from app.domain.errors import StoreError
from app.store.driver import open_connection, pragma
from app.store.probing import key_opens
from app.store.sqlite_errors import translated
from app.system.disk_errors import disk_errors_translated
from app.system.profile import log_of


def fold_log(path: Path, key_and_salt: str) -> None:
    """Do it if the key opens the archive. What is damaged stays as it is, log and all."""
    log = log_of(path)
    with suppress(StoreError), disk_errors_translated():
        if log.exists() and key_opens(path, key_and_salt):
            with translated(), closing(open_connection(path, key_and_salt)) as connection:
                pragma(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
