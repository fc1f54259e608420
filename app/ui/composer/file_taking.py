"""Takes files in for what is being written: read by the core, shown as they come, kept with their draft."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.chat.attaching import Attaching
from app.chat.controller import ChatController
from app.domain.attachment import PICTURE_TYPE, PreparedFile
from app.domain.errors import AppError, Fault
from app.system.worker_thread import run_once
from app.ui.composer.drafts import Place
from app.ui.composer.incoming import png_of
from app.ui.composer.thumbnails import thumbnail
from app.ui.errands import Errands

Progress = Callable[[int, int], None]


class Stage(Enum):
    READING = auto()
    READY = auto()
    FAILED = auto()


@dataclass(slots=True)
class TakenFile:
    """One file at a draft. `share` is how much of it has been read, where that is known."""

    number: int
    name: str
    place: Place
    attaching: Attaching
    stage: Stage = Stage.READING
    share: float | None = None
    prepared: PreparedFile | None = None
    fault: Fault | None = None
    picture: QImage | None = None


Read = Callable[[Attaching, Progress], Awaitable[PreparedFile]]


class FileTaking(QObject):
    """Knows the files of every draft, for as long as the program runs.

    Signals:
        changed: the place whose files are others by now, or have come further.
    """

    changed = Signal(object)

    def __init__(self, controller: ChatController, errands: Errands, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._errands = errands
        self._files: dict[Place, list[TakenFile]] = {}
        self._reading: dict[int, asyncio.Task[None]] = {}
        self._numbers = count(1)

    def of(self, place: Place) -> tuple[TakenFile, ...]:
        return tuple(self._files.get(place, ()))

    def ready(self, place: Place) -> tuple[PreparedFile, ...]:
        """Return those that can be sent, in their order."""
        return tuple(each.prepared for each in self.of(place) if each.prepared)

    def is_reading(self, place: Place) -> bool:
        return any(each.stage is Stage.READING for each in self.of(place))

    def take_paths(self, place: Place, paths: Iterable[Path]) -> None:
        for path in paths:
            self._take(place, path.name, partial(_from_disk, path))

    def take_picture(self, place: Place, picture: QImage, name: str) -> None:
        async def read(attaching: Attaching, told: Progress) -> PreparedFile:
            content = await run_once("encoding a picture", lambda: png_of(picture))
            return await attaching.prepare(name, content, told)

        self._take(place, name, read)

    def take_text(self, place: Place, text: str, name: str) -> None:
        async def read(attaching: Attaching, told: Progress) -> PreparedFile:
            content = await run_once("encoding a text", lambda: text.encode("utf-8", "replace"))
            return await attaching.prepare(name, content, told)

        self._take(place, name, read)

    def remove(self, place: Place, number: int) -> None:
        """Take a file back: end its reading, or forget what was read of it."""
        for file in self.of(place):
            if file.number == number:
                self._keep_without(place, (file,))
                if task := self._reading.pop(number, None):
                    task.cancel()
                if file.prepared:
                    self._errands.send(file.attaching.drop(file.prepared))

    def move(self, before: Place, after: Place) -> None:
        """The draft of one place belongs to another from now on."""
        self.give_back(after, self._files.pop(before, []))

    def release(self, place: Place, sent: Iterable[PreparedFile]) -> tuple[TakenFile, ...]:
        """Let go of files that are sent, and of those that came to nothing. Return the ones that are sent."""
        gone = set(sent)
        released = tuple(each for each in self.of(place) if each.prepared in gone)
        failed = tuple(each for each in self.of(place) if each.stage is Stage.FAILED)
        self._keep_without(place, released + failed)
        return released

    def give_back(self, place: Place, files: Iterable[TakenFile]) -> None:
        """Let files be at a draft, in front of those that are there."""
        if given := list(files):
            for file in given:
                file.place = place
            self._files[place] = [*given, *self.of(place)]
            self.changed.emit(place)

    def _take(self, place: Place, name: str, read: Read) -> None:
        file = TakenFile(next(self._numbers), name, place, self._controller.attaching(place))
        self._files.setdefault(place, []).append(file)
        self._reading[file.number] = self._errands.send(self._read(file, read))
        self.changed.emit(place)

    async def _read(self, file: TakenFile, read: Read) -> None:
        def tell(done: int, of: int) -> None:
            file.share = done / of if of else None
            self.changed.emit(file.place)

        try:
            file.prepared = await read(file.attaching, tell)
            file.stage = Stage.READY
        except AppError as error:
            file.fault, file.stage = error.fault, Stage.FAILED
        finally:
            self._reading.pop(file.number, None)
        self.changed.emit(file.place)
        if file.prepared and file.prepared.media_type.startswith(PICTURE_TYPE):
            content = await file.attaching.picture(file.prepared)
            file.picture = await run_once("shrinking a picture", lambda: thumbnail(content))
            self.changed.emit(file.place)

    def _keep_without(self, place: Place, gone: tuple[TakenFile, ...]) -> None:
        numbers = {each.number for each in gone}
        if numbers:
            self._files[place] = [each for each in self.of(place) if each.number not in numbers]
            self.changed.emit(place)


async def _from_disk(path: Path, attaching: Attaching, told: Progress) -> PreparedFile:
    return await attaching.prepare_file(path, told)
