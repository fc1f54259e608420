"""A profile opened for the time of one verb, and the conversation's engine upon it."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from app.domain.errors import StoreMissing
from app.domain.ways import Answer
from app.opening import Chat, Opened, build_chat, open_profile
from app.shutdown import note_end
from app.system.profile import Profile
from app.system.profile_lock import LastEnd, ProfileLock


@asynccontextmanager
async def opened_profile(
    profile: Profile, answer: Answer, purpose: str, *, may_begin: bool = False
) -> AsyncIterator[Opened]:
    """Open a history that is there, or begin one where the verb may. Raises AppError.

    An unclean end before this verb stays noted: the window looks into it.
    """
    if not may_begin and not has_history(profile):
        raise StoreMissing("There is no history in this folder.")
    lock = ProfileLock(profile.lock)
    was_unclean = False
    try:
        async with AsyncExitStack() as ending:
            opened = await open_profile(profile, lock, answer, ending, purpose)
            was_unclean = opened.last_end is not LastEnd.CLEAN
            yield opened
    finally:
        if was_unclean:
            note_end(lock, LastEnd.CLOSING)
        lock.release()


@asynccontextmanager
async def opened_chat(
    profile: Profile, answer: Answer, purpose: str, *, may_begin: bool = False
) -> AsyncIterator[tuple[Opened, Chat]]:
    """Open the profile, or begin it where the verb may, with all that a conversation needs.

    Raises AppError.
    """
    async with AsyncExitStack() as ending:
        opened = await ending.enter_async_context(
            opened_profile(profile, answer, purpose, may_begin=may_begin)
        )
        yield opened, await build_chat(profile, opened, ending)


def has_history(profile: Profile) -> bool:
    return profile.folder.is_dir() and bool(profile.traces() or profile.archive.exists())
