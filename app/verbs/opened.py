"""A profile opened for the time of one verb, and the conversation's engine upon it.

Where this process has it open already, for a guest, that is what the verb works on.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from app.domain.errors import StoreMissing
from app.domain.ways import Answer
from app.hosting import Held, Host, hosting
from app.opening import Chat, Opened, open_profile
from app.shutdown import note_end
from app.system.disk_errors import disk_errors_translated
from app.system.profile import Profile
from app.system.profile_lock import LastEnd, ProfileLock

_LONG_SECONDS = 0.5  # a verb that takes longer lets others in meanwhile


@dataclass(frozen=True, slots=True)
class Hosting:
    """The archive is yet to be opened; others may work on it for as long as the verb does.

    Who is still at work then is waited for, and `tell_of_waiting` is called.
    """

    answer: Answer
    host: Host
    tell_of_waiting: Callable[[], None]


Access = Answer | Hosting | Held


@asynccontextmanager
async def opened_profile(
    profile: Profile, access: Access, purpose: str, *, may_begin: bool = False
) -> AsyncIterator[Opened]:
    """Open a history that is there, or begin one where the verb may. Raises AppError."""
    async with _held(profile, access, purpose, may_begin=may_begin) as held:
        yield held.opened


@asynccontextmanager
async def opened_chat(
    profile: Profile, access: Access, purpose: str, *, may_begin: bool = False
) -> AsyncIterator[tuple[Opened, Chat]]:
    """Open the profile, or begin it where the verb may, with all that a conversation needs.

    Raises AppError.
    """
    async with _held(profile, access, purpose, may_begin=may_begin) as held:
        yield held.opened, await held.chat()


def has_history(profile: Profile) -> bool:
    """Tell whether there is one. Raises StoreReadOnly where the folder may not be looked into."""
    with disk_errors_translated():
        return profile.folder.is_dir() and bool(profile.traces() or profile.archive.exists())


def require_history(profile: Profile) -> None:
    """Raise StoreMissing where there is none."""
    if not has_history(profile):
        raise StoreMissing("There is no history in this folder.")


@asynccontextmanager
async def _held(profile: Profile, access: Access, purpose: str, *, may_begin: bool) -> AsyncIterator[Held]:
    if isinstance(access, Held):
        yield access
        return
    if not may_begin:
        require_history(profile)
    if isinstance(access, Answer):
        async with _opened(profile, access, purpose) as held:
            yield held
        return
    async with (
        _opened(profile, access.answer, purpose) as held,
        hosting(access.host, held, _LONG_SECONDS, access.tell_of_waiting),
    ):
        yield held


@asynccontextmanager
async def _opened(profile: Profile, answer: Answer, purpose: str) -> AsyncIterator[Held]:
    """Open the profile. An unclean end before this verb stays noted: the window looks into it.

    So does it that the log was gone then, which nothing in the folder tells any more.
    """
    lock = ProfileLock(profile.lock)
    found = None
    try:
        async with AsyncExitStack() as ending:
            opened = await open_profile(profile, lock, answer, ending, purpose)
            if opened.last_end is not LastEnd.CLEAN:
                found = LastEnd.OPEN if opened.log_was_gone else LastEnd.CLOSING
            yield Held(profile, opened, ending)
    finally:
        if found:
            note_end(lock, found)
        lock.release()
