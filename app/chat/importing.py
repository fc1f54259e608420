"""Bringing in what other programs have exported, and what Sotto itself has."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from app.domain.import_report import Preview, Report

Progress = Callable[[int, int], None]
"""Told, on the loop's thread, how many bytes have been read, and of how many."""


class Importing:
    """Lives on the loop's thread. One file or folder at a time is read, by a process of its own."""

    async def look(self, path: Path, progress: Progress | None = None) -> Preview:
        """Tell what a file or folder holds, and change nothing. Cancelling ends it at once.

        Raises ExchangeError where there is nothing to be taken in.
        """
        raise NotImplementedError

    async def bring_in(
        self, path: Path, progress: Progress | None = None, cancel: asyncio.Event | None = None
    ) -> Report:
        """Take in all that is new in a file or folder, one conversation after the other.

        Once `cancel` is set it ends at once, and the report tells what was brought in until then. Raises
        ExchangeError where nothing could be taken in, and StoreError.
        """
        raise NotImplementedError
