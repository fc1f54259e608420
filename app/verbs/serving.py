"""A guest's verb, done on the archive that this process has open, with the guest's own input and output."""

import asyncio
from argparse import Namespace
from collections.abc import Callable

from app.domain.errors import AppError, ProfileInUse
from app.hosting import Held
from app.system.frames import Kind, number_of
from app.system.line import Line
from app.system.worker_thread import run_once
from app.verbs.advice import sentence_for
from app.verbs.aside import Aside
from app.verbs.dispatch import do_verb, needs_no_archive, needs_profile_alone
from app.verbs.exit_codes import EXIT_FAILED, EXIT_SIGNALLED, EXIT_STOPPED, exit_code
from app.verbs.output import Output
from app.verbs.request import Request

_SENT_AWAY = "sotto: The history was closed in the other process before this was done.\n"


async def attend(line: Line, content: bytes, held: Held) -> None:
    """Do what a guest asks for. Cancelling ends that, and tells the guest."""
    line.say_aside("")  # from here on it must not be asked for once more
    attending = _Attending(line, held)
    try:
        request, options = await run_once("reading a request", lambda: _understood(content))
        code = await attending.do(request, options)
    except AppError as error:
        attending.aside.complain(sentence_for(error))
        code = exit_code(error)
    await asyncio.sleep(0)  # what was said aside is on its way then
    await line.end(code)


def _understood(content: bytes) -> tuple[Request, Namespace]:
    request = Request.from_json(content)
    options = request.options()
    if needs_profile_alone(options) or needs_no_archive(options) or options.verb == "completion":
        raise ProfileInUse("This is not done for another process.")
    return request, options


class _Attending:
    """Lives on the loop, for one verb."""

    def __init__(self, line: Line, held: Held) -> None:
        self._line = line
        self._held = held
        self._loop = asyncio.get_running_loop()
        self._stop: Callable[[int], None] | None = None
        self._stopped_with = EXIT_STOPPED
        self.aside = Aside(self._say, is_terminal=False)

    async def do(self, request: Request, options: Namespace) -> int:
        """Do the verb to its end, and return the exit code. Raises AppError and ConnectionError."""
        self.aside = Aside(self._say, is_terminal=request.tells_person, quiet=options.quiet)
        options.answer, options.aside = self._held, self.aside
        options.environment, options.on_stop = request.environment, self._on_stop
        output = Output(self._send, is_terminal=request.is_terminal, has_colour=request.has_colour)
        doing = asyncio.create_task(do_verb(options, self._held.profile, output))
        hearing = asyncio.create_task(self._hear(doing))
        try:
            await asyncio.wait({doing})
        except asyncio.CancelledError:
            doing.cancel()
            await asyncio.gather(doing, return_exceptions=True)
            self._line.say_aside(_SENT_AWAY)
            self._line.say_end(EXIT_FAILED)
            raise
        finally:
            hearing.cancel()
            await asyncio.wait({hearing})
        return self._stopped_with if doing.cancelled() else doing.result()

    async def _hear(self, doing: "asyncio.Task[int]") -> None:
        """Hear of signals that the guest gets, and of its end."""
        try:
            while True:
                number = number_of(await self._line.receive(Kind.STOP))
                self._stopped_with = EXIT_SIGNALLED + number
                if self._stop:
                    self._stop(self._stopped_with)
                else:
                    doing.cancel()
        except ConnectionError:
            doing.cancel()

    def _on_stop(self, stop: Callable[[int], None]) -> None:
        """Let `stop` hear of signals, with the exit code, in place of an end at once."""
        self._stop = stop

    async def _send(self, content: bytes) -> None:
        try:
            await self._line.send(Kind.ANSWER, content)
        except ConnectionError:
            raise BrokenPipeError from None

    def _say(self, text: str) -> None:
        self._loop.call_soon_threadsafe(self._line.say_aside, text)
