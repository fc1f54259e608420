"""The composition root: every object is built here once, and handed to those who need it.

The window's outlines are on the screen before this module is loaded. A profile that cannot be opened is told
of in the window, and tried again from there.
"""

import asyncio
import signal
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any, TypeVar

from app.chat.checking import check_after_unclean_end
from app.chat.controller import ChatController
from app.chat.first_aid import FirstAid
from app.chat.housekeeping import Housekeeping
from app.chat.key_care import KeyCare
from app.chat.titling import Titling
from app.chat.unasked_summaries import UnaskedSummaries
from app.chat.way_in import ways_to_offer, ways_when_locked
from app.domain.errors import (
    AppError,
    RecoveryKeyMistyped,
    StoreDamaged,
    WrongPassphrase,
    WrongRecoveryKey,
)
from app.domain.events import ProblemArose
from app.domain.remedy import Remedy, remedies_for
from app.domain.settings import Given
from app.domain.ways import Answer, Way
from app.hosting import Held, Host
from app.opening import Opened, build_chat, new_ids, open_profile
from app.system.clock import now_us
from app.system.profile import Profile
from app.system.profile_lock import LastEnd, ProfileLock
from app.ui.application import Application
from app.ui.event_loop import run_on
from app.ui.garbage_timer import collect_all
from app.ui.main_window import MainWindow
from app.ui.plain_keeper import PlainKeeper
from app.ui.remedies import Remedies
from app.ui.shell import Shell
from app.ui.theme.theme import Theme
from app.ui.wording import CHANGING_KEY, LOCKED, words_for

_PATIENCE_SECONDS = 0.5
Check = Callable[[], Coroutine[Any, Any, None]]
Wish = Answer | Remedy
_ANSWERED_WRONG = (WrongPassphrase, WrongRecoveryKey, RecoveryKeyMistyped)
T = TypeVar("T")


class _Closing(Enum):
    """Why a history is closed while its window stays."""

    LOCK = auto()
    KEY_CHANGE = auto()
    MENDING = auto()


@dataclass(frozen=True, slots=True)
class Opening:
    """What is to be opened, and why it was closed: locked, for a change of its key, or for its damage."""

    profile: Profile
    lock: ProfileLock
    given: Given | None
    is_locked: bool = False
    key_change: KeyCare | None = None
    trouble: AppError | None = None
    host: Host | None = None


def run(
    application: Application, profile: Profile, lock: ProfileLock, given: Given | None, host: Host
) -> int:
    """Fill the window and serve it until it is closed."""
    try:
        window = application.shell, application.theme
        return run_on(application.qt, serve(*window, profile, lock, given, application.plain, host))
    finally:
        application.plain.end()


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


async def serve(
    shell: Shell,
    theme: Theme,
    profile: Profile,
    lock: ProfileLock,
    given: Given | None,
    plain: PlainKeeper | None = None,
    host: Host | None = None,
) -> int:
    """Fill the shell and serve the profile until the window is closed, anew after each lock.

    The `host` lets other processes work on what is open.
    """
    closed = asyncio.Event()
    shell.closed.connect(closed.set)
    _close_on_signals(shell)
    opening = Opening(profile, lock, given, host=host)
    try:
        while not closed.is_set():
            window = MainWindow(theme, now_us, plain)
            shell.came_back.connect(window.look_at_clock)
            shell.fill(window)
            if opening.is_locked:
                collect_all()  # the key and the passphrase go with what held them
            opening = await _serve_until_locked(window, closed, opening)
    finally:
        if host:
            await host.close()
    return 0


async def _serve_until_locked(window: MainWindow, closed: asyncio.Event, opening: Opening) -> Opening:
    """Open the profile, end all of it in order, and return how it is to be opened next, if at all."""
    reason: asyncio.Queue[_Closing] = asyncio.Queue()
    window.lock_wanted.connect(lambda: reason.put_nowait(_Closing.LOCK))
    window.key_change_wanted.connect(lambda: reason.put_nowait(_Closing.KEY_CHANGE))
    window.mending_wanted.connect(lambda: reason.put_nowait(_Closing.MENDING))
    if opening.key_change:
        await _unless(closed, _change_key(window, opening.key_change))
    async with AsyncExitStack() as ending:
        opened = await _unless(closed, _open_patiently(window, opening, ending))
        if opened is None:
            return opening
        controller, check = opened
        window.attach(controller)
        beside = {asyncio.create_task(work) for work in (controller.warm_up(), check())}
        closing = await _unless(closed, reason.get())
        for task in beside:
            task.cancel()
        await asyncio.wait(beside)
        window.close()
    return replace(
        opening,
        is_locked=closing is _Closing.LOCK,
        key_change=controller.key_care if closing is _Closing.KEY_CHANGE else None,
        trouble=StoreDamaged("The check found damage.") if closing is _Closing.MENDING else None,
    )


async def _change_key(window: MainWindow, care: KeyCare) -> None:
    """Write the archive anew under another key, while the person watches or gives it up."""
    window.show_threshold()
    try:
        await window.threshold.watch(*CHANGING_KEY, care.change_key)
    except AppError as error:
        answers = _wishes_of(window)
        window.threshold.show_problem(error)
        await answers.get()


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
    window: MainWindow, opening: Opening, ending: AsyncExitStack
) -> tuple[ChatController, Check]:
    """Open the profile, as often as it takes the person to put right what keeps it closed."""
    answer, wishes, trouble = Answer(Way.KEYRING), _wishes_of(window), opening.trouble
    if opening.host and opening.lock.is_held:
        await opening.host.start()
    if opening.is_locked:
        window.threshold.ask(LOCKED, ways_when_locked(opening.profile))
        window.show_threshold()
        answer = await _next_answer(wishes)
    while True:
        if trouble:
            if opening.host:
                opening.host.turn_away()
            answer = await _put_right(window, opening, trouble, answer, wishes)
        waiting = asyncio.get_running_loop().call_later(_PATIENCE_SECONDS, window.show_waiting)
        try:
            return await _open(opening, answer, ending)
        except AppError as error:
            trouble = error.with_traceback(None)  # which would keep the answer alive
        finally:
            waiting.cancel()


async def _next_answer(wishes: asyncio.Queue[Wish]) -> Answer:
    while not isinstance(wish := await wishes.get(), Answer):
        pass  # where nothing has gone wrong there is nothing to remedy
    return wish


async def _put_right(
    window: MainWindow, opening: Opening, error: AppError, answer: Answer, wishes: asyncio.Queue[Wish]
) -> Answer:
    """Tell of the error, and return how to try again: after whatever help the person wants before."""
    aid = FirstAid(opening.profile, opening.lock, now_us, new_ids().next)
    remedies = Remedies(window.threshold, aid)
    while True:
        _tell(window, opening.profile, error)
        match await wishes.get():
            case Answer() as given:
                return given
            case remedy:
                try:
                    if opens := await remedies.take(remedy, answer):
                        return opens
                except AppError as failure:
                    error = failure


def _tell(window: MainWindow, profile: Profile, error: AppError) -> None:
    """Say what went wrong, and ask for a key where that may help."""
    offered = ways_to_offer(profile, error)
    if not offered:
        window.threshold.show_problem(error)
    elif isinstance(error, _ANSWERED_WRONG):
        window.threshold.ask(LOCKED, offered, words_for(error.fault).sentence, restores=True)
    else:
        restores = Remedy.RESTORE in remedies_for(error)
        window.threshold.ask(words_for(error.fault), offered, restores=restores)
    window.show_threshold()


def _wishes_of(window: MainWindow) -> asyncio.Queue[Wish]:
    """Hear what the person says on the threshold. To try again is to ask the keyring again."""
    wishes: asyncio.Queue[Wish] = asyncio.Queue()
    window.threshold.answered.connect(wishes.put_nowait)
    window.threshold.remedy_wanted.connect(wishes.put_nowait)
    window.threshold.retry_wanted.connect(lambda: wishes.put_nowait(Answer(Way.KEYRING)))
    return wishes


async def _open(opening: Opening, answer: Answer, ending: AsyncExitStack) -> tuple[ChatController, Check]:
    """Build all that a conversation needs. What was begun is ended again if any of it fails."""
    async with AsyncExitStack() as undo:
        opened = await open_profile(opening.profile, opening.lock, answer, undo, "the window")
        chat = await build_chat(opening.profile, opened, undo)
        controller = chat.controller
        if answer.remember:
            await controller.key_care.keep_in_keyring()
        if opening.given:
            chat.provider.use_for_this_run(*opening.given)
        chores = (
            controller.spending.close_days,
            chat.parts.attaching.sweep,
            controller.backing_up.back_up_if_due,
        )
        housekeeping = Housekeeping(
            opened.archive, opened.events, now_us, chores, offered=lambda: controller.removing.offered
        )
        housekeeping.start()
        undo.push_async_callback(housekeeping.close)
        undo.push_async_callback(Titling(chat.parts).close)
        undo.push_async_callback(UnaskedSummaries(controller.compacting, opened.events).close)
        if opening.host:
            await opening.host.start()
            opening.host.hold(Held(opening.profile, opened, undo, chat))
            undo.push_async_callback(opening.host.withdraw)
        ending.push_async_exit(undo.pop_all())
    return controller, _check_needed(opened)


def _check_needed(opened: Opened) -> Check:
    """Say what is to be looked at in the background after the archive was opened."""
    events = opened.events

    async def check() -> None:
        if opened.last_end is not LastEnd.CLEAN:
            await check_after_unclean_end(
                opened.archive,
                lambda error: events.publish(ProblemArose(error.fault)),
                log_was_gone=opened.log_was_gone,
            )

    return check
