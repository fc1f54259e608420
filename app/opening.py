"""How a profile is opened: what window and command line have in common is built here, once.

What was begun is handed to the caller's stack, which ends it in order, also if something further on fails.
"""

import secrets
from contextlib import AsyncExitStack
from dataclasses import dataclass

from app.chat.api_key_place import ApiKeyPlace
from app.chat.attaching import Attaching
from app.chat.backing_up import BackingUp
from app.chat.checking import Checking, log_is_gone
from app.chat.controller import ChatController
from app.chat.event_stream import EventStream
from app.chat.key_care import KeyCare
from app.chat.known_models import KnownModels
from app.chat.precaution import open_archive
from app.chat.provider_setup import ProviderSetup
from app.chat.reply_journal import ReplyJournal
from app.chat.token_counting import TokenCounting
from app.chat.turn import TurnParts
from app.chat.way_in import Entered, enter
from app.credentials.unlocking import confirm
from app.domain.events import ProblemArose
from app.domain.ids import IdSource
from app.domain.ways import Answer
from app.providers.vocabularies import Vocabularies
from app.shutdown import close_archive, end_conversations, note_end
from app.store.archive import Archive
from app.store.ballast import Ballast
from app.system.clock import now_us
from app.system.logs import start_logging, stop_logging
from app.system.profile import Profile
from app.system.profile_lock import LastEnd, ProfileLock, take_profile
from app.system.worker_thread import WorkerThread


@dataclass(frozen=True, slots=True)
class Opened:
    """An open archive, what belongs to it, and how it was found: `last_end` is the owner's before this."""

    archive: Archive
    entered: Entered
    events: EventStream
    ids: IdSource
    keyring_thread: WorkerThread
    last_end: LastEnd
    log_was_gone: bool


@dataclass(frozen=True, slots=True)
class Chat:
    """All that a conversation needs."""

    controller: ChatController
    provider: ProviderSetup
    parts: TurnParts


async def open_profile(
    profile: Profile, lock: ProfileLock, answer: Answer, undo: AsyncExitStack, purpose: str
) -> Opened:
    """Take the profile and open its archive; a first run makes both. Raises AppError.

    The lock stays taken when `undo` has ended everything else: its holder releases it.
    """
    take_profile(profile, lock, purpose)
    undo.callback(stop_logging, start_logging(profile.logs))
    ids = new_ids()
    thread = WorkerThread("keyring", may_be_stuck=True)
    undo.callback(thread.close)
    entered = await thread.run("unlocking", lambda: enter(profile, answer, ids.next))
    events = EventStream()
    archive = Archive(Ballast(profile.ballast), lambda error: events.publish(ProblemArose(error.fault)))
    undo.push_async_callback(close_archive, archive, lock)
    last_end, log_was_gone = lock.last_end, log_is_gone(profile, lock.last_end)
    await open_archive(archive, profile, entered.key, is_new=entered.is_new, now=now_us())
    note_end(lock, LastEnd.OPEN)
    confirm(profile)
    return Opened(archive, entered, events, ids, thread, last_end, log_was_gone)


async def build_chat(profile: Profile, opened: Opened, undo: AsyncExitStack) -> Chat:
    """Build what a conversation needs upon an open archive."""
    archive, events, thread = opened.archive, opened.events, opened.keyring_thread
    api_keys = _api_keys(profile, opened)
    await api_keys.settle_at_opening(thread)
    key_care = KeyCare(profile, opened.entered, api_keys, thread, now_us)
    backing_up = BackingUp(profile, opened.entered.key, archive, now_us)
    models = KnownModels(archive)
    provider = ProviderSetup(archive, api_keys, models, thread, opened.ids, now_us)
    await provider.load()
    journal = ReplyJournal(archive, lambda error: events.publish(ProblemArose(error.fault)))
    counting = TokenCounting(archive, Vocabularies())
    undo.callback(counting.close)
    attaching = Attaching(archive, opened.ids)
    parts = TurnParts(
        archive, archive, provider, journal, events, opened.ids, now_us, models, counting, attaching
    )
    controller = ChatController(parts, key_care, backing_up, Checking(profile, opened.entered.key, archive))
    undo.push_async_callback(end_conversations, controller, provider)
    return Chat(controller, provider, parts)


def other_service(profile: Profile, opened: Opened, chat: Chat) -> ProviderSetup:
    """Return what a question may go to in place of the chat's own service. Its maker closes it."""
    archive, api_keys = opened.archive, _api_keys(profile, opened)
    return ProviderSetup(archive, api_keys, chat.parts.models, opened.keyring_thread, opened.ids, now_us)


def _api_keys(profile: Profile, opened: Opened) -> ApiKeyPlace:
    return ApiKeyPlace(profile, opened.entered.key.archive_id, opened.entered.keyring, opened.archive)


def new_ids() -> IdSource:
    return IdSource(now_us, secrets.token_bytes)
