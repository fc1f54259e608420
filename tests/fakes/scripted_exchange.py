"""The ways out and in, with the faces of Exporting and Importing. They take as long as a test lets them."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from app.chat.export_work import Exported
from app.domain.errors import AppError
from app.domain.exchange_errors import FileSealed, PassphraseMisfit
from app.domain.export_choice import ExportChoice, Format
from app.domain.ids import ConversationId, FolderId
from app.domain.import_report import Preview, Report

Progress = Callable[[int, int], None]


class ScriptedExporting:
    def __init__(self) -> None:
        self.written: list[tuple[Path, tuple[ConversationId, ...], ExportChoice]] = []
        self.passphrases: list[str | None] = []
        self.all: list[ConversationId] = []
        self.trouble: AppError | None = None
        self.slow: asyncio.Event | None = None
        self.given_up = 0

    async def everything(self) -> list[ConversationId]:
        return self.all

    async def within(self, folder: FolderId) -> list[ConversationId]:
        return [ConversationId(f"in {folder}")]

    async def file_name(self, conversation: ConversationId, form: Format) -> str:
        return f"{conversation}.{form}"

    async def text_of(self, conversation: ConversationId, choice: ExportChoice) -> str:
        return f"{conversation} as {choice.format}"

    async def to_file(
        self,
        those: Sequence[ConversationId],
        choice: ExportChoice,
        path: Path,
        *,
        may_replace: bool,
        progress: Progress,
        passphrase: str | None,
    ) -> Exported:
        assert may_replace  # the person was asked
        self.passphrases.append(passphrase)
        return await self._write(those, choice, path, progress)

    async def to_folder(
        self,
        those: Sequence[ConversationId],
        choice: ExportChoice,
        folder: Path,
        *,
        progress: Progress,
        passphrase: str | None,
    ) -> Exported:
        self.passphrases.append(passphrase)
        return await self._write(those, choice, folder, progress)

    async def _write(
        self, those: Sequence[ConversationId], choice: ExportChoice, path: Path, progress: Progress
    ) -> Exported:
        if self.trouble:
            raise self.trouble
        progress(1, 4)
        try:
            if self.slow:
                await self.slow.wait()
        except asyncio.CancelledError:
            self.given_up += 1
            raise
        self.written.append((path, tuple(those), choice))
        return Exported((path,), len(those), 0)


class ScriptedImporting:
    def __init__(self) -> None:
        self.preview = Preview("chatgpt", 2 << 20, conversations=3, items=40)
        self.report = Report("chatgpt", added=(ConversationId("new"),), items=40)
        self.looked: list[Path] = []
        self.brought: list[Path] = []
        self.trouble: AppError | None = None
        self.waits = False
        self.given_up = 0
        self.sealed_by: str | None = None

    async def look(self, path: Path, progress: Progress, *, passphrase: str | None) -> Preview:
        self.looked.append(path)
        progress(1, 2)
        await asyncio.sleep(0.05)
        if self.trouble:
            raise self.trouble
        if self.sealed_by and passphrase != self.sealed_by:
            raise PassphraseMisfit("Another.") if passphrase else FileSealed("Sealed.")
        return self.preview

    async def bring_in(
        self, path: Path, progress: Progress, cancel: asyncio.Event, *, passphrase: str | None
    ) -> Report:
        assert passphrase == self.sealed_by
        self.brought.append(path)
        progress(1, 2)
        try:
            if self.waits:
                await cancel.wait()
                return Report("chatgpt", is_cancelled=True)
        except asyncio.CancelledError:
            self.given_up += 1
            raise
        return self.report


class ScriptedExchange:
    """Both ways, ready at once."""

    def __init__(self) -> None:
        self.exporting = ScriptedExporting()
        self.importing = ScriptedImporting()
