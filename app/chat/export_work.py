"""The work of an export, on a thread of its own: from the archive, through a writer, into files."""

import time
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from app import __version__
from app.chat.export_writers import WRITERS
from app.chat.unsealing import SEALED_ENDING
from app.credentials.sealed_export import seal
from app.domain.export_choice import ExportChoice, Format
from app.domain.ids import ConversationId
from app.domain.parcel import ParcelItem
from app.exchange.file_names import BESIDE, FileNames, relative_link
from app.exchange.look import Look
from app.store import conversations
from app.store.copies import Progress
from app.store.departing import Departure, open_departure
from app.store.driver import Connection
from app.system.new_file import new_file, place_errors_translated, private_folder, require_free

Many = Sequence[ConversationId]
Sink = Callable[[bytes], object]
"""Takes what is written, piece by piece."""

_STEPS = 1_000  # of progress for each conversation
_ITEMS_A_STEP = 200
_PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class Exported:
    """What has been written: the files of conversations in their order, and how many lie beside them."""

    paths: tuple[Path, ...] = field(repr=False)
    conversations: int
    files_beside: int


@dataclass(frozen=True, slots=True)
class FilePlace:
    """One file for all of it."""

    path: Path = field(repr=False)
    may_replace: bool
    passphrase: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class FolderPlace:
    """A folder, in which each conversation becomes a file named after its title."""

    folder: Path = field(repr=False)
    may_replace: bool
    passphrase: str | None = field(default=None, repr=False)


def export_into(
    connection: Connection,
    those: Many,
    choice: ExportChoice,
    place: FilePlace | FolderPlace,
    tell: Progress,
) -> Exported:
    """Write conversations to where they are wanted, all of them or nothing at all.

    With a passphrase each file is sealed, and what is attached is never put beside it in the open.
    """
    work = _Work(connection, choice, tell, len(those), place.may_replace, place.passphrase)
    with ExitStack() as on_failure:
        if isinstance(place, FolderPlace):
            paths = _paths_in(connection, those, place.folder, work.ending)
            for path in paths:
                require_free(path, may_replace=place.may_replace)
            work.make_folder(place.folder, on_failure)
            for conversation, path in zip(those, paths, strict=True):
                work.write([conversation], path, on_failure)
        else:
            paths = [place.path]
            work.write(those, place.path, on_failure)
        on_failure.pop_all()
    return Exported(tuple(paths), len(those), work.files_beside)


def export_to(
    connection: Connection, conversation: ConversationId, choice: ExportChoice, sink: Sink, tell: Progress
) -> None:
    """Hand one conversation to `sink`. There is no place beside it, so its files are only named."""
    work = _Work(connection, choice, tell, 1, may_replace=False)
    with closing(work.parcels([conversation])) as parcels:
        work.pour(parcels, {}, sink)


def file_name(title: str, form: Format) -> str:
    """Return how the file of a conversation with this title is called."""
    return FileNames().new(title, WRITERS[form].ending)


class _Work:
    """One export. `done` counts in steps, of which each conversation has as many."""

    def __init__(
        self,
        connection: Connection,
        choice: ExportChoice,
        tell: Progress,
        count: int,
        may_replace: bool,
        passphrase: str | None = None,
    ) -> None:
        self._connection = connection
        self._choice = choice
        self._tell = tell
        self._of = max(1, count) * _STEPS
        self._done = 0
        self._may_replace = may_replace
        self._passphrase = passphrase
        self._writer = WRITERS[choice.format]
        self.ending = self._writer.ending + (SEALED_ENDING if passphrase is not None else "")
        self.files_beside = 0

    def make_folder(self, folder: Path, on_failure: ExitStack) -> None:
        """Have the folder; it goes again, with those above it that were made for it, if it stays empty."""
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        private_folder(folder)
        for each in reversed(missing):
            on_failure.callback(_remove_empty, each)

    def write(self, those: Many, path: Path, on_failure: ExitStack) -> None:
        """Write the files beside it first: the file itself tells that all of it is there."""
        require_free(path, may_replace=self._may_replace)
        with closing(self.parcels(those)) as parcels:
            told: Iterator[Departure] = parcels
            links: dict[str, str] = {}
            if self._writer.names_files and self._passphrase is None:
                parcel = next(parcels)
                told, links = chain([parcel], parcels), self._write_beside(parcel, path, on_failure)
            with new_file(path, may_replace=self._may_replace) as file:
                self.pour(told, links, file.write)
        if not self._may_replace:
            on_failure.callback(path.unlink, missing_ok=True)

    def parcels(self, those: Many) -> Generator[Departure, None, None]:
        """Yield conversations, each as it is at the moment at which it is come to."""
        for conversation in those:
            with open_departure(self._connection, conversation, self._choice.branches) as parcel:
                yield parcel
            self._done += _STEPS

    def pour(self, parcels: Iterator[Departure], links: Mapping[str, str], sink: Sink) -> None:
        """Write to `sink` in pieces that are neither many nor large."""
        written: Iterable[bytes] = self._pieces(parcels, Look(self._choice.detail, links, __version__))
        if self._passphrase is not None:
            written = seal(self._passphrase, written)
        for piece in written:
            sink(piece)

    def _pieces(self, parcels: Iterator[Departure], look: Look) -> Iterator[bytes]:
        waiting, size = list[bytes](), 0
        for chunk in self._writer.chunks(parcels, self._counted, look):
            waiting.append(chunk if isinstance(chunk, bytes) else chunk.encode("utf-8", "replace"))
            size += len(chunk)
            if size >= _PIECE:
                yield b"".join(waiting)
                waiting, size = [], 0
        yield b"".join(waiting)

    def _counted(self, parcel: Departure) -> Iterator[ParcelItem]:
        """Yield a conversation's items, and tell of them now and then: that is when it can be given up."""
        self._tell(self._done, self._of)
        for number, item in enumerate(parcel.items()):
            yield item
            if number % _ITEMS_A_STEP == _ITEMS_A_STEP - 1:
                self._tell(self._done + _STEPS * (number + 1) // parcel.length, self._of)
                time.sleep(0)  # whoever waits to run need not wait on
        self._tell(self._done + _STEPS, self._of)

    def _write_beside(self, parcel: Departure, path: Path, on_failure: ExitStack) -> dict[str, str]:
        """Put what is attached into a folder beside the file, and return the links to it by hash."""
        folder, names = path.with_name(path.stem + BESIDE), FileNames()
        links: dict[str, str] = {}
        for file in parcel.files():
            if not links:
                self.make_folder(folder, on_failure)
            self._tell(self._done, self._of)
            name = names.new_like(file.name)
            self._write_file(parcel.bytes_of(file.sha256), folder / name, on_failure)
            links[file.sha256] = relative_link(folder.name, name)
        self.files_beside += len(links)
        return links

    def _write_file(self, pieces: Iterable[bytes], path: Path, on_failure: ExitStack) -> None:
        with new_file(path, may_replace=self._may_replace) as file:
            _write_all(file, pieces)
        if not self._may_replace:
            on_failure.callback(path.unlink, missing_ok=True)


def _paths_in(connection: Connection, those: Many, folder: Path, ending: str) -> list[Path]:
    names = FileNames()
    titles = (conversations.find_conversation(connection, each).title for each in those)
    return [folder / names.new(title, ending) for title in titles]


def _write_all(file: BinaryIO, pieces: Iterable[bytes]) -> None:
    for piece in pieces:
        file.write(piece)


def _remove_empty(folder: Path) -> None:
    with place_errors_translated():
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
