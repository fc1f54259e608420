"""The window's way of being a host: the verbs are loaded when the first guest comes, and in a thread."""

from app.hosting import Attend, Held, Host
from app.system.line import Line
from app.system.profile import Profile
from app.system.worker_thread import run_once
from app.verbs.exit_codes import EXIT_IN_USE

_CLOSED = (
    "sotto: Nothing is open in the window at the moment. Open or unlock the history there, or close it.\n"
)


def window_host(profile: Profile) -> Host:
    return Host(profile, _attend, refuse)


async def refuse(line: Line) -> None:
    """Tell a guest that there is nothing to work on."""
    line.say_aside(_CLOSED)
    await line.end(EXIT_IN_USE)


async def _attend(line: Line, content: bytes, held: Held) -> None:
    attend = await run_once("loading the verbs", _loaded)
    await attend(line, content, held)


def _loaded() -> Attend:
    from app.verbs.serving import attend

    return attend
