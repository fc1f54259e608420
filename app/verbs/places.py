"""Places on the disk as a person types them."""

import os

STANDARD_STREAM = "-"


class TypedPlace(str):
    """A file or a folder, to the letter: a slash at its end may say which. A hyphen is a standard stream."""

    __slots__ = ()

    def seen_from(self, folder: str) -> "TypedPlace":
        """Return the same place for somebody who stands elsewhere."""
        return self if self == STANDARD_STREAM else TypedPlace(os.path.join(folder, self))  # noqa: PTH118
