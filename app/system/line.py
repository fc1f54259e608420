"""One guest's connection, on the holder's side: frames in, frames out, on the loop."""

import asyncio
import socket
from contextlib import suppress

from app.system.frames import HEAD_BYTES, FrameMalformed, Kind, opened_head, packed, packed_number, portions

_LONGEST_ASIDE = 1 << 16


class Line:
    """Lives on the loop. A guest that reads slowly keeps nobody waiting but what is said to itself."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @property
    def socket(self) -> socket.socket:
        found: socket.socket = self._writer.get_extra_info("socket")
        return found

    async def receive(self, wanted: Kind) -> bytes:
        """Return the content of the next frame. Raises ConnectionError where there is none of that kind."""
        try:
            kind, length = opened_head(await self._reader.readexactly(HEAD_BYTES))
            if kind is not wanted:
                raise FrameMalformed("Another kind of frame was due.")
            return await self._reader.readexactly(length)
        except asyncio.IncompleteReadError:
            raise ConnectionError("The guest has gone.") from None

    async def send(self, kind: Kind, content: bytes) -> None:
        """Say something, and wait until the guest has taken most of it. Raises ConnectionError."""
        for frame in portions(kind, content):
            self._writer.write(frame)
            await self._writer.drain()

    def say_aside(self, text: str) -> None:
        """Say something at once, cut short where it is long. It waits for nobody, and nobody may hear it."""
        if not self._writer.is_closing():
            self._writer.write(packed(Kind.ASIDE, text[:_LONGEST_ASIDE].encode("utf-8", "replace")))

    def say_end(self, code: int) -> None:
        """Say the exit code at once; nobody may hear it."""
        if not self._writer.is_closing():
            self._writer.write(packed_number(Kind.END, code))

    async def end(self, code: int) -> None:
        """Say the exit code. Raises ConnectionError where the guest has gone."""
        self.say_end(code)
        await self._writer.drain()

    async def close(self) -> None:
        """Hang up, once what was said has been heard."""
        self._writer.close()
        with suppress(ConnectionError):
            await self._writer.wait_closed()

    def hang_up(self) -> None:
        """Hang up at once."""
        self._writer.transport.abort()
