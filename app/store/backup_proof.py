"""Proves that a backup is as it was written, page by page. It is not unpacked, and nothing is changed."""

from collections.abc import Callable
from pathlib import Path

from app.store.backup_file import pages_of
from app.store.seals import PAGE, is_sealed, seal_key

_AT_ONCE = 4096


def is_as_written(path: Path, key_and_salt: str, tell: Callable[[int], None]) -> bool:
    """Tell whether every page bears the seal of the archive's key. `tell` hears of the bytes looked at.

    Raises BackupUnreadable, and what `tell` raises.
    """
    key = seal_key(key_and_salt)
    for number, page in enumerate(pages_of(path, PAGE), 1):
        if len(page) < PAGE or not is_sealed(page, number, key):
            return False
        if number % _AT_ONCE == 0:
            tell(number * PAGE)
    return True
