"""A check in memory, with the face of Checking. It takes as long as a test lets it."""

import asyncio
from collections.abc import Callable

from app.chat.checking import Checkup
from app.domain.errors import AppError
from app.domain.finding import Finding, Severity
from tests.fakes.scripted_settings import ScriptedDiagnosing

GOOD = Finding("pages", Severity.GOOD, "Every page of the archive is as it was written.")
NOTICE = Finding("backups", Severity.NOTICE, "There is no backup yet.")
DAMAGE = Finding("pages", Severity.DAMAGE, "Pages of the archive that are not as they were written: 3.")


class ScriptedChecking:
    def __init__(self) -> None:
        self.checkup = Checkup((GOOD,), ())
        self.seconds: float | None = None
        self.diagnosing = ScriptedDiagnosing()
        self.trouble: AppError | None = None
        self.slow: asyncio.Event | None = None
        self.given_up = 0

    async def seconds_expected(self) -> float | None:
        return self.seconds

    async def examine(self, progress: Callable[[int, int], None]) -> Checkup:
        if self.trouble:
            raise self.trouble
        progress(2, 9)
        try:
            if self.slow:
                await self.slow.wait()
        except asyncio.CancelledError:
            self.given_up += 1
            raise
        progress(9, 9)
        return self.checkup
