"""Whether a key opens an archive, found out without changing a byte of it or beside it."""

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from app.domain.errors import StoreMissing
from app.store.sqlite_errors import translated
from app.system.disk_errors import disk_errors_translated

_NOT_A_DATABASE = 26


def key_opens(path: Path, key_and_salt: str) -> bool:
    """Tell whether the file's first page is sealed with this key. False as well where it is damaged.

    Raises StoreMissing, or another StoreError if the file cannot be read.
    """
    with disk_errors_translated():
        if not path.is_file():
            raise StoreMissing("The archive is not in its folder.")
        if path.stat().st_size == 0:
            return False  # SQLite would take it for a new one, which any key opens
    with translated():
        return _first_page_opens(path, key_and_salt)


def _first_page_opens(path: Path, key_and_salt: str) -> bool:
    # Taken for immutable, the file is read alone: no log is folded in, and nothing is made beside it.
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    with closing(dbapi2.connect(address, uri=True, isolation_level=None)) as connection:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.set_key(f"x'{key_and_salt}'")
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except dbapi2.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) == _NOT_A_DATABASE:
                return False
            raise
    return True
