"""The order of ending: replies first, then the line to the service, then the archive that keeps them."""

import logging

from app.chat.controller import ChatController
from app.chat.provider_setup import ProviderSetup
from app.domain.errors import StoreError
from app.store.archive import Archive
from app.system.profile_lock import LastEnd, ProfileLock

_log = logging.getLogger(__name__)


async def end_conversations(controller: ChatController, provider: ProviderSetup) -> None:
    """Write down every reply as far as it came, and hang up."""
    await controller.close()
    await provider.close()


async def close_archive(archive: Archive, lock: ProfileLock) -> None:
    """Close the archive. What a full disk keeps out of the file stays in its log for the next start."""
    try:
        if archive.is_open:
            note_end(lock, LastEnd.CLOSING)
            await archive.close()
            note_end(lock, LastEnd.CLEAN)
        else:
            await archive.close()
    except StoreError as error:
        _log.error("The archive was not closed cleanly: %s", error.summary)


def note_end(lock: ProfileLock, end: LastEnd) -> None:
    """Note how things stand, for the next start. A disk that takes no note costs a needless check then."""
    try:
        lock.note(end)
    except OSError:
        _log.warning("The profile's lock took no note.")
