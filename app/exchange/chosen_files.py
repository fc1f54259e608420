"""The files that a person chose to take in: one, or all in a folder. Only here are they found and opened.

A link within a folder is not followed: it may lead anywhere. With a database comes the log that lies
beside it, in which its program keeps what it wrote last: without that a conversation may lack its end.
With Markdown come the files that Sotto has put into a folder beside it.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.domain.exchange_errors import FileUnreadable, TooManyFiles
from app.exchange.file_names import BESIDE
from app.exchange.refusals import refusal
from app.exchange.source import Caps, RawFile, Source

_MOST = Caps().entries
_LOG = "-wal"
_MARKDOWN = ".md"


def chosen_files(path: Path, most: int = _MOST) -> list[RawFile]:
    """Return the file, or those in the folder by name. Raises FileUnreadable and TooManyFiles."""
    try:
        if path.is_dir():
            return _in_folder(path, most)
        return [_raw(path, path.name, path.stat()), *_log_of(path), *_beside(path, most)]
    except OSError as error:
        raise refusal(FileUnreadable) from error


@contextmanager
def opened(path: Path) -> Iterator[Source]:
    """A source that reads in this very process: for tests, and for what a person's own program wrote."""
    source = Source(chosen_files(path))
    try:
        yield source
    finally:
        source.close()


def _in_folder(folder: Path, most: int) -> list[RawFile]:
    found: list[RawFile] = []
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(place, name)
            about = path.lstat()
            if stat.S_ISREG(about.st_mode):
                found.append(_raw(path, path.relative_to(folder).as_posix(), about))
            if len(found) > most:
                raise refusal(TooManyFiles)
    return found


def _log_of(path: Path) -> Iterator[RawFile]:
    log = path.with_name(path.name + _LOG)
    with suppress(FileNotFoundError):
        about = log.lstat()
        if stat.S_ISREG(about.st_mode) and about.st_size:
            yield _raw(log, log.name, about)


def _beside(path: Path, most: int) -> list[RawFile]:
    folder = path.with_name(path.stem + BESIDE)
    if path.suffix.lower() != _MARKDOWN or folder.is_symlink() or not folder.is_dir():
        return []
    return _in_folder(folder, most - 1)


def _raw(path: Path, name: str, about: os.stat_result) -> RawFile:
    if not stat.S_ISREG(about.st_mode):
        raise refusal(FileUnreadable)
    return RawFile(name, about.st_size, lambda: path.open("rb"))
