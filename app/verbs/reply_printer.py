"""A reply on its way to the output. The output may be slower than the reply; the reply does not wait."""

import asyncio

from app.verbs.output import Output


class ReplyPrinter:
    """Lives on the loop. `print` ends once `end` was called and all is written, with a line's end."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._waiting: list[str] = []
        self._news = asyncio.Event()
        self._has_ended = False

    def add(self, text: str) -> None:
        self._waiting.append(text)
        self._news.set()

    def end(self) -> None:
        self._has_ended = True
        self._news.set()

    async def print(self) -> None:
        """Write what is added until the end. Raises BrokenPipeError where nobody reads any more."""
        newest = "\n"
        while self._waiting or not self._has_ended:
            await self._news.wait()
            self._news.clear()
            text, self._waiting = "".join(self._waiting), []
            await self._output.write(text)
            newest = text or newest
        if not newest.endswith("\n"):
            await self._output.write_line()
