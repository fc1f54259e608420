"""What the composer asks of a core, in memory: files, prompts, models, and how full the context is."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from app.chat.looking_ahead import Draft, Foreseen
from app.domain.attachment import PreparedFile, Seal
from app.domain.errors import AppError, EmptyMessage
from app.domain.events import NextKept, NextReturned
from app.domain.ids import AttachmentId, ConversationId
from app.domain.offered_model import OfferedModel
from app.domain.outlook import Outlook
from app.domain.preference import Preference

V = TypeVar("V", bool, int, float, str)
OUTLOOK = Outlook(1, 2, 48_300, 2_000, 128_000, False, False, 14)


class ScriptedAttaching:
    """Has Attaching's face. A file is ready at once, unless `slow` is to be waited for."""

    def __init__(self) -> None:
        self.trouble: AppError | None = None
        self.slow: asyncio.Event | None = None
        self.share: tuple[int, int] | None = None
        self.dropped: list[str] = []
        self.picture_bytes = b""
        self._count = 0

    async def prepare_file(self, path: Path, progress: Callable[[int, int], None]) -> PreparedFile:
        return await self.prepare(path.name, b"", progress)

    async def prepare(self, name: str, content: bytes, progress: Callable[[int, int], None]) -> PreparedFile:
        if self.share:
            progress(*self.share)
        if self.slow:
            await self.slow.wait()
        if self.trouble:
            raise self.trouble
        self._count += 1
        is_picture = name.endswith((".png", ".jpg"))
        if is_picture:
            self.picture_bytes = content
        return PreparedFile(
            AttachmentId(f"file-{self._count}"),
            self._count,
            Seal(b"", len(content)),
            name,
            "image/png" if is_picture else _media_type(name),
            None if is_picture else "its text",
        )

    async def picture(self, _file: PreparedFile) -> bytes:
        return self.picture_bytes

    async def drop(self, file: PreparedFile) -> None:
        self.dropped.append(file.name)


class ScriptedLookingAhead:
    """Has LookingAhead's face. `seen` is what it was asked about."""

    def __init__(self) -> None:
        self.foreseen: Foreseen | None = None
        self.seen: list[tuple[ConversationId | None, Draft]] = []

    async def look(self, conversation: ConversationId | None, draft: Draft) -> Foreseen | None:
        self.seen.append((conversation, draft))
        return self.foreseen


class ScriptedOffering:
    def __init__(self) -> None:
        self.offered: tuple[OfferedModel, ...] = ()
        self.trouble: AppError | None = None

    async def models(self) -> tuple[OfferedModel, ...]:
        if self.trouble:
            raise self.trouble
        return self.offered


class ScriptedPreferring:
    def __init__(self) -> None:
        self.kept: dict[str, object] = {}

    async def of(self, preference: Preference[V]) -> object:
        return self.kept.get(preference.name, preference.default)

    async def keep(self, preference: Preference[V], value: V) -> None:
        self.kept[preference.name] = value


class ScriptedReplies:
    """Has Replying's face, as far as the composer looks."""

    def __init__(self, publish: Callable[..., None]) -> None:
        self._publish = publish
        self.next: dict[ConversationId, tuple[str, tuple[PreparedFile, ...]]] = {}
        self.retried: list[tuple[ConversationId, bool]] = []
        self.trouble: AppError | None = None

    async def keep_next(
        self, conversation: ConversationId, text: str, files: tuple[PreparedFile, ...] = ()
    ) -> None:
        if self.trouble:
            raise self.trouble
        if not text.strip() and not files:
            raise EmptyMessage("There is nothing to send yet.")
        self.next[conversation] = (text, files)
        self._publish(NextKept(conversation, text))

    def take_back_next(self, conversation: ConversationId) -> str | None:
        taken = self.next.pop(conversation, None)
        return taken[0] if taken else None

    def return_next(self, conversation: ConversationId) -> None:
        """What waits goes back, as when the reply was stopped."""
        self._publish(NextReturned(conversation, self.next.pop(conversation)[0]))

    async def retry(self, conversation: ConversationId, *, may_exceed: bool = False) -> None:
        self.retried.append((conversation, may_exceed))


def _media_type(name: str) -> str:
    return "application/pdf" if name.endswith(".pdf") else "text/plain"
