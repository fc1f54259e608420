"""What every row works on: the archive as the program opens it, and the bare connection to its twin."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from typing import Any

from app.domain.branch import Path as TreePath
from app.domain.ids import ConversationId
from app.store import history
from app.store.archive import Archive
from tests.bench.archive.building import Built
from tests.bench.archive.measuring import Conditions
from tests.bench.archive.raw import open_raw


@dataclass(frozen=True, slots=True)
class Ground:
    conditions: Conditions
    built: Built
    archive: Archive
    raw: Any

    async def path(self, conversation: ConversationId) -> TreePath:
        path, _ = await self.archive.read(history.shown_path, conversation)
        return path

    def sized(self, whole: int) -> str:
        """A size as rows name it, for example 100 000."""
        return f"{self.conditions.count(whole):,}".replace(",", " ")


@asynccontextmanager
async def standing_on(built: Built, conditions: Conditions) -> AsyncIterator[Ground]:
    archive = Archive()
    await archive.open(built.path, built.key, is_new=False, now=built.corpus.now())
    try:
        with closing(open_raw(built.twin, built.key)) as raw:
            yield Ground(conditions, built, archive, raw)
    finally:
        await archive.close()
