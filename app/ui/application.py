"""Qt's application and the loop that asyncio and Qt share."""

import asyncio
import os
from collections.abc import Callable, Coroutine
from typing import Any

import qasync
from PySide6.QtWidgets import QApplication

from app.ui import last_resort
from app.ui.stall_watch import StallWatch
from app.ui.theme.theme import Theme


class Application:
    """One for the life of the process. Closing the last window ends nothing: the coroutine's return does."""

    def __init__(self, argv: list[str], *, offscreen: bool) -> None:
        if offscreen:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        self._qt = QApplication(argv)
        self._qt.setApplicationName("Sotto")
        self._qt.setDesktopFileName("sotto")
        self._qt.setQuitOnLastWindowClosed(False)
        self.theme = Theme(self._qt)

    def run(self, main: Callable[[], Coroutine[Any, Any, int]]) -> int:
        """Run `main` on the shared loop and return what it returns."""
        last_resort.install()
        watch = StallWatch()
        watch.start()
        try:
            with asyncio.Runner(loop_factory=self._new_loop) as runner:
                return runner.run(main())
        finally:
            watch.end()

    def _new_loop(self) -> asyncio.AbstractEventLoop:
        loop: asyncio.AbstractEventLoop = qasync.QEventLoop(self._qt)
        loop.set_exception_handler(last_resort.report_from_loop)
        return loop
