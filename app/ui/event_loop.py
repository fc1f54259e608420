"""The loop that asyncio and Qt share."""

import asyncio
import sys
from collections.abc import Coroutine
from typing import Any

import qasync
from PySide6.QtWidgets import QApplication

from app.system.left_generators import generators_ended_by
from app.ui import last_resort
from app.ui.garbage_timer import GarbageTimer
from app.ui.stall_watch import StallWatch

# How long another thread may compute while the window waits for its turn. With the usual five milliseconds,
# one frame in twenty took three times as long while a conversation was exported.
TURN_SECONDS = 0.001


def run_on(qt: QApplication, main: Coroutine[Any, Any, int]) -> int:
    """Run `main` on the shared loop and return what it returns."""

    def new_loop() -> asyncio.AbstractEventLoop:
        loop: asyncio.AbstractEventLoop = qasync.QEventLoop(qt)
        loop.set_exception_handler(last_resort.report_from_loop)
        return loop

    last_resort.install()
    sys.setswitchinterval(TURN_SECONDS)
    watch, garbage = StallWatch(), GarbageTimer()
    watch.start()
    garbage.start()
    try:
        with asyncio.Runner(loop_factory=new_loop) as runner:
            return runner.run(_with_generators_ended(main))
    finally:
        garbage.end()
        watch.end()


async def _with_generators_ended(main: Coroutine[Any, Any, int]) -> int:
    with generators_ended_by(asyncio.get_running_loop()):
        return await main
