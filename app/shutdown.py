"""The order of ending: replies first, then the line to the service, then the archive that keeps them."""

import logging

from app.chat.controller import ChatController
from app.chat.provider_setup import ProviderSetup
from app.domain.errors import StoreError
from app.store.archive import Archive

_log = logging.getLogger(__name__)


async def end_conversations(controller: ChatController, provider: ProviderSetup) -> None:
    """Write down every reply as far as it came, and hang up."""
    await controller.close()
    await provider.close()


async def close_archive(archive: Archive) -> None:
    """Close the archive. What a full disk keeps out of the file stays in its log for the next start."""
    try:
        await archive.close()
    except StoreError as error:
        _log.error("The archive was not closed cleanly: %s", error.summary)
