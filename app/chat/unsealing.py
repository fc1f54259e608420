"""Files that a person chose to take in, with those among them that are sealed opened by their passphrase.

What is in them is opened as it is read, in memory: it lies on no disk in the open.
"""

import io
from collections.abc import Sequence
from pathlib import Path

from app.credentials.sealed_export import unseal_with
from app.credentials.sealed_head import HEAD_BYTES, SealedHead, is_sealed
from app.domain.exchange_errors import FileSealed, FileUnreadable
from app.exchange.refusals import refusal
from app.exchange.source import RawFile

SEALED_ENDING = ".sotto"
"""What follows the usual ending of a sealed file."""


def is_sealed_file(path: Path) -> bool:
    """Tell whether a file needs a passphrase. What cannot be read is told when it is to be read.

    Of a pipe nothing is taken: it can be read but once.
    """
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            return is_sealed(stream.read(HEAD_BYTES))
    except OSError:
        return False


def unsealed(files: Sequence[RawFile], passphrase: str | None) -> list[RawFile]:
    """Return the files as they can be read. Each sealed one takes about a third of a second.

    Raises FileSealed where there is one and no passphrase, PassphraseMisfit, FileFromFuture, FileDamaged and
    FileUnreadable.
    """
    return [_unsealed(file, passphrase) for file in files]


def _unsealed(file: RawFile, passphrase: str | None) -> RawFile:
    try:
        with file.open() as stream:
            beginning = stream.read(HEAD_BYTES)
        if not is_sealed(beginning):
            return file
        if passphrase is None:
            raise refusal(FileSealed)
        head = SealedHead.read(beginning, passphrase)
        with unseal_with(head, file.open()) as opened:
            size = opened.seek(0, io.SEEK_END)
    except OSError as error:
        raise refusal(FileUnreadable) from error
    return RawFile(file.name.removesuffix(SEALED_ENDING), size, lambda: unseal_with(head, file.open()))
