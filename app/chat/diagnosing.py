"""How Sotto runs: what was slow, what stood still, and what is installed. Read from its own log."""

from app.domain.diagnosis import Diagnosis, moments
from app.system.profile import Profile
from app.system.versions import versions
from app.system.worker_thread import run_once

_NEWEST_BYTES = 1 << 20


class Diagnosing:
    """Lives on the loop's thread; the log is read in a thread of its own."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile

    async def diagnosis(self) -> Diagnosis:
        return await run_once("reading the log", self._look)

    def _look(self) -> Diagnosis:
        slow, stalls = moments(self._lines())
        return Diagnosis(versions(), slow, stalls, self._archive_bytes())

    def _lines(self) -> list[str]:
        log = self._profile.logs / "sotto.log"
        if not log.exists():
            return []
        with log.open("rb") as opened:
            opened.seek(max(0, log.stat().st_size - _NEWEST_BYTES))
            return opened.read().decode("utf-8", "replace").splitlines()

    def _archive_bytes(self) -> int:
        return self._profile.archive.stat().st_size if self._profile.archive.exists() else 0
