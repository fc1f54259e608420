"""The composition root: every object is built here once, and handed to those who need it.

The window's outlines are on the screen before this module is loaded. A profile that cannot be opened is told
of in the window, and tried again from there.
"""

import asyncio
import secrets
import signal
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack, suppress
from typing import Any, TypeVar

from app.chat.checking import check_after_unclean_end, log_is_gone
from app.chat.controller import ChatController
from app.chat.event_stream import EventStream
from app.chat.key_rotation import settle_key
from app.chat.provider_setup import ProviderSetup
from app.chat.reply_journal import ReplyJournal
from app.chat.turn import TurnParts
from app.credentials.api_keys import KeyringApiKeys
from app.credentials.os_keyring import open_keyring
from app.credentials.unlocking import confirm, unlock
from app.domain.errors import AppError
from app.domain.events import ProblemArose
from app.domain.ids import IdSource
from app.domain.settings import Given
from app.shutdown import close_archive, end_conversations, note_end
from app.store.archive import Archive
from app.store.ballast import Ballast
from app.store.restoring import finish_restore
from app.system.clock import now_us
from app.system.logs import start_logging, stop_logging
from app.system.profile import Profile
from app.system.profile_lock import LastEnd, ProfileLock, take_profile
from app.system.worker_thread import WorkerThread
from app.ui.application import Application
from app.ui.event_loop import run_on
from app.ui.main_window import MainWindow
from app.ui.shell import Shell
from app.ui.theme.theme import Theme

_PATIENCE_SECONDS = 0.5
Check = Callable[[], Coroutine[Any, Any, None]]
T = TypeVar("T")


def run(application: Application, profile: Profile, lock: ProfileLock, given: Given | None) -> int:
    """Fill the window and serve it until it is closed."""
    return run_on(application.qt, serve(application.shell, application.theme, profile, lock, given))


def paint_once() -> bool:
    """Paint the filled window off the screen, and tell whether anything is to be seen."""
    application = Application(offscreen=True)
    application.show_shell()

    async def paint() -> int:
        window = MainWindow(application.theme, now_us)
        application.shell.fill(window)
        await window.painted()
        blank = window.is_blank()
        application.shell.close()
        return int(blank)

    return run_on(application.qt, paint()) == 0


async def serve(shell: Shell, theme: Theme, profile: Profile, lock: ProfileLock, given: Given | None) -> int:
    """Fill the shell, open the profile, and end all of it in order once the window is closed."""
    window = MainWindow(theme, now_us)
    closed = asyncio.Event()
    shell.closed.connect(closed.set)
    shell.came_back.connect(window.look_at_clock)
    _close_on_signals(shell)
    shell.fill(window)
    async with AsyncExitStack() as ending:
        opened = await _unless(closed, _open_patiently(window, profile, lock, given, ending))
        if opened is not None:
            controller, check = opened
            window.attach(controller)
            beside = {asyncio.create_task(work) for work in (controller.warm_up(), check())}
            await closed.wait()
            for task in beside:
                task.cancel()
            await asyncio.wait(beside)
    return 0


async def _unless(closed: asyncio.Event, work: Coroutine[Any, Any, T]) -> T | None:
    """Return what `work` gives, or None if the window is closed before it is done."""
    working, waiting = asyncio.create_task(work), asyncio.create_task(closed.wait())
    await asyncio.wait({working, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if working.done():
        return working.result()
    working.cancel()
    await asyncio.wait({working})
    return None


def _close_on_signals(window: Shell) -> None:
    """End properly when the system or a terminal asks. On Windows, Qt itself turns that into a close."""
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(number, window.close)


async def _open_patiently(
    window: MainWindow, profile: Profile, lock: ProfileLock, given: Given | None, ending: AsyncExitStack
) -> tuple[ChatController, Check]:
    """Open the profile, as often as it takes the person to put right what keeps it closed."""
    while True:
        waiting = asyncio.get_running_loop().call_later(_PATIENCE_SECONDS, window.show_waiting)
        try:
            return await _open(profile, lock, given, ending)
        except AppError as error:
            window.show_problem(error)
        finally:
            waiting.cancel()
        await _retry_wanted(window)


async def _retry_wanted(window: MainWindow) -> None:
    wanted = asyncio.Event()
    window.retry_requested.connect(wanted.set)
    await wanted.wait()


async def _open(
    profile: Profile, lock: ProfileLock, given: Given | None, ending: AsyncExitStack
) -> tuple[ChatController, Check]:
    """Build all that a conversation needs. What was begun is ended again if any of it fails."""
    async with AsyncExitStack() as undo:
        take_profile(profile, lock)
        undo.callback(stop_logging, start_logging(profile.logs))
        finish_restore(profile)
        ids = IdSource(now_us, secrets.token_bytes)
        keyring_thread = WorkerThread("keyring", may_be_stuck=True)
        undo.callback(keyring_thread.close)
        keyring = await keyring_thread.run("opening", open_keyring)
        unlocked = await keyring_thread.run("unlocking", lambda: unlock(profile, keyring, ids.next))
        key = await keyring_thread.run("settling", lambda: settle_key(profile, keyring, unlocked))
        events = EventStream()
        archive = Archive(Ballast(profile.ballast), lambda error: events.publish(ProblemArose(error.fault)))
        undo.push_async_callback(close_archive, archive, lock)
        check = _check_needed(profile, lock, archive, events)
        await archive.open(profile.archive, key.key_and_salt, is_new=unlocked.is_new, now=now_us())
        note_end(lock, LastEnd.OPEN)
        confirm(profile)
        provider = ProviderSetup(archive, KeyringApiKeys(keyring), keyring_thread)
        await provider.load()
        if given:
            provider.use_for_this_run(*given)
        journal = ReplyJournal(archive, lambda error: events.publish(ProblemArose(error.fault)))
        controller = ChatController(TurnParts(archive, provider, journal, events, ids, now_us))
        undo.push_async_callback(end_conversations, controller, provider)
        ending.push_async_exit(undo.pop_all())
    return controller, check


def _check_needed(profile: Profile, lock: ProfileLock, archive: Archive, events: EventStream) -> Check:
    """Say, before the archive is opened, what is to be looked at in the background afterwards."""
    last_end, log_was_gone = lock.last_end, log_is_gone(profile, lock.last_end)

    async def check() -> None:
        if last_end is not LastEnd.CLEAN:
            await check_after_unclean_end(
                archive, lambda error: events.publish(ProblemArose(error.fault)), log_was_gone=log_was_gone
            )

    return check
