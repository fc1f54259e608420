"""Files that go along with a question: all of them are read before anything is asked."""

import os
from collections.abc import Sequence
from pathlib import Path

from app.chat.attaching import Attaching
from app.domain.attachment import PreparedFile
from app.domain.errors import InputError
from app.domain.exchange_errors import ExchangeError


def require_files(paths: Sequence[Path]) -> None:
    """Raise InputError where a file is not there at all, before anything is opened or begun for it."""
    for place, path in enumerate(paths):
        if not (path.is_file() and os.access(path, os.R_OK)):
            raise InputError(_about(place, paths, "The file cannot be opened."))


async def prepared_files(attaching: Attaching, paths: Sequence[Path]) -> tuple[PreparedFile, ...]:
    """Return the files as they are sent. Raises InputError where one cannot be: then none is kept."""
    found = []
    for place, path in enumerate(paths):
        try:
            found.append(await attaching.prepare_file(path))
        except ExchangeError as error:
            for file in found:
                await attaching.drop(file)
            raise InputError(_about(place, paths, error.summary)) from error
    return tuple(found)


def _about(place: int, paths: Sequence[Path], sentence: str) -> str:
    """Say which file is meant by its place: errors hold no names of files."""
    return sentence if len(paths) == 1 else f"File {place + 1} of {len(paths)}: {sentence}"
