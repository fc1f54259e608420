"""The composition root: every object is built here once, and handed to those who need it.

The window's outlines are on the screen before this module is loaded. A profile that cannot be opened is told
of in the window, and tried again from there.
"""

import asyncio
import signal
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from app.chat.checking import check_after_unclean_end
from app.chat.controller import ChatController
from app.chat.housekeeping import Housekeeping
from app.chat.key_care import KeyCare
from app.chat.way_in import ways_to_offer, ways_when_locked
from app.domain.errors import AppError, RecoveryKeyMistyped, WrongPassphrase, WrongRecoveryKey
from app.domain.events import ProblemArose
from app.domain.settings import Given
from app.domain.ways import Answer, Way
from app.opening import Opened, build_chat, open_profile
from app.system.clock import now_us
from app.system.profile import Profile
from app.system.profile_lock import LastEnd, ProfileLock
from app.ui.application import Application
from app.ui.event_loop import run_on
from app.ui.main_window import MainWindow
from app.ui.shell import Shell
from app.ui.theme.theme import Theme
from app.ui.wording import CHANGING_KEY, LOCKED, words_for

_PATIENCE_SECONDS = 0.5
Check = Callable[[], Coroutine[Any, Any, None]]
_ANSWERED_WRONG = (WrongPassphrase, WrongRecoveryKey, RecoveryKeyMistyped)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Opening:
    """What is to be opened, and whether a person has just locked it, or wants its key changed before."""

    profile: Profile
    lock: ProfileLock
    given: Given | None
    is_locked: bool = False
    key_change: KeyCare | None = None


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
    """Fill the shell and serve the profile until the window is closed, anew after each lock."""
    closed = asyncio.Event()
    shell.closed.connect(closed.set)
    _close_on_signals(shell)
    opening = Opening(profile, lock, given)
    while not closed.is_set():
        window = MainWindow(theme, now_us)
        shell.came_back.connect(window.look_at_clock)
        shell.fill(window)
        opening = await _serve_until_locked(window, closed, opening)
    return 0


async def _serve_until_locked(window: MainWindow, closed: asyncio.Event, opening: Opening) -> Opening:
    """Open the profile, end all of it in order, and return how it is to be opened next, if at all."""
    wish: asyncio.Queue[bool] = asyncio.Queue()
    window.lock_wanted.connect(lambda: wish.put_nowait(False))
    window.key_change_wanted.connect(lambda: wish.put_nowait(True))
    if opening.key_change:
        await _unless(closed, _change_key(window, opening.key_change))
    async with AsyncExitStack() as ending:
        opened = await _unless(closed, _open_patiently(window, opening, ending))
        if opened is None:
            return opening
        controller, check = opened
        window.attach(controller)
        beside = {asyncio.create_task(work) for work in (controller.warm_up(), check())}
        changes_key = await _unless(closed, wish.get())
        for task in beside:
            task.cancel()
        await asyncio.wait(beside)
        window.close()
    key_change = controller.key_care if changes_key else None
    return replace(opening, is_locked=not changes_key, key_change=key_change)


async def _change_key(window: MainWindow, care: KeyCare) -> None:
    """Write the archive anew under another key, while the person watches or gives it up."""
    page = window.threshold.show_progress(*CHANGING_KEY)
    window.show_threshold()
    loop = asyncio.get_running_loop()

    def tell(done: int, of: int) -> None:
        loop.call_soon_threadsafe(page.show_share, done, of)

    work = asyncio.create_task(care.change_key(tell))
    page.cancelled.connect(work.cancel)
    try:
        await work
    except asyncio.CancelledError:
        if not work.cancelled():
            raise
    except AppError as error:
        answers = _answers_of(window)
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
    answer, answers = Answer(Way.KEYRING), _answers_of(window)
    if opening.is_locked:
        window.threshold.ask(LOCKED, ways_when_locked(opening.profile))
        window.show_threshold()
        answer = await answers.get()
    while True:
        waiting = asyncio.get_running_loop().call_later(_PATIENCE_SECONDS, window.show_waiting)
        try:
            return await _open(opening, answer, ending)
        except AppError as error:
            _tell(window, opening.profile, error)
        finally:
            waiting.cancel()
        answer = await answers.get()


def _tell(window: MainWindow, profile: Profile, error: AppError) -> None:
    """Say what went wrong, and ask for a key where that may help."""
    offered = ways_to_offer(profile, error)
    if not offered:
        window.threshold.show_problem(error)
    elif isinstance(error, _ANSWERED_WRONG):
        window.threshold.ask(LOCKED, offered, words_for(error.fault).sentence)
    else:
        window.threshold.ask(words_for(error.fault), offered)
    window.show_threshold()


def _answers_of(window: MainWindow) -> asyncio.Queue[Answer]:
    """Hear what the person says on the threshold. To try again is to ask the keyring again."""
    answers: asyncio.Queue[Answer] = asyncio.Queue()
    window.threshold.answered.connect(answers.put_nowait)
    window.threshold.retry_wanted.connect(lambda: answers.put_nowait(Answer(Way.KEYRING)))
    return answers


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
        chores = (controller.spending.close_days, controller.backing_up.back_up_if_due)
        housekeeping = Housekeeping(opened.archive, opened.events, now_us, chores)
        housekeeping.start()
        undo.push_async_callback(housekeeping.close)
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
