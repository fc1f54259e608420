"""Unique names: one that is taken is the person's to change, and told as such."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2

from app.domain.errors import NameTaken

_KEY_COLUMN = ".name_key"


@contextmanager
def unique_name() -> Iterator[None]:
    """Raise NameTaken where another row of the table has the name's key."""
    try:
        yield
    except dbapi2.IntegrityError as error:
        if not str(error).endswith(_KEY_COLUMN):
            raise
        raise NameTaken("This name is taken.") from error
