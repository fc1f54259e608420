"""Gathers the pieces of conversations until each is whole. One that does not fit together stays behind."""

import re
from collections.abc import Iterator

from app.domain.parcel import FileBytes, Parcel, ParcelHead, ParcelItem, Skipped
from app.exchange.export_frames import OVERSIZED
from app.exchange.frames import Frame, Garbled
from app.exchange.piece_frames import HEAD, piece_in

DOES_NOT_FIT = "Conversations whose parts do not fit together"
TOO_LARGE = "Conversations that are larger than Sotto takes in"
LARGEST_CONVERSATION = 256 << 20

_ORIGIN = re.compile(rb"[a-z0-9][a-z0-9_.-]{0,39}")


def origin_in(frame: Frame) -> str:
    if not _ORIGIN.fullmatch(frame.content):
        raise Garbled
    return frame.content.decode()


class Gathering:
    """What has come of the conversation that is coming."""

    def __init__(self, largest: int = LARGEST_CONVERSATION) -> None:
        self._largest = largest
        self._origin = ""
        self._forget()

    def begin(self, origin: str) -> str:
        """Take in from which program all of it is, once. Raises Garbled for another."""
        if self._origin:
            raise Garbled
        self._origin = origin
        return origin

    def take(self, frame: Frame) -> Iterator[Parcel | FileBytes | Skipped]:
        """Take in one piece, and yield what is whole by it."""
        if not self._origin:
            raise Garbled
        if frame.kind == HEAD:
            yield from self.end()
        if frame.kind == OVERSIZED:
            self._trouble = TOO_LARGE
            return
        try:
            piece = piece_in(frame)
        except Garbled:
            self._trouble = DOES_NOT_FIT
            return
        match piece:
            case FileBytes() | Skipped():
                yield piece
            case ParcelHead():
                self._begin(piece)
            case ParcelItem():
                self._add(piece, len(frame.content))

    def end(self) -> Iterator[Parcel | Skipped]:
        """Yield the last conversation, if it has come whole."""
        if self._head is not None or self._trouble:
            parcel = self._head and Parcel(self._head, tuple(self._items.values()))
            if parcel and not self._trouble and parcel.is_whole:
                yield parcel
            else:
                yield Skipped(self._trouble or DOES_NOT_FIT)
        self._forget()

    def _forget(self) -> None:
        self._head: ParcelHead | None = None
        self._items: dict[str, ParcelItem] = {}
        self._size = 0
        self._trouble = ""

    def _begin(self, head: ParcelHead) -> None:
        self._head = head
        if head.origin != self._origin:
            self._trouble = DOES_NOT_FIT

    def _add(self, item: ParcelItem, size: int) -> None:
        """Keep an item that is new and comes after the one that it follows."""
        self._size += size
        if self._size > self._largest:
            self._trouble, self._items = TOO_LARGE, {}
        if self._trouble:
            return
        if self._head is None or item.id in self._items or not self._has_come(item.behind):
            self._trouble = DOES_NOT_FIT
            return
        self._items[item.id] = item

    def _has_come(self, behind: str | None) -> bool:
        return behind is None or behind in self._items
