"""Pictures of the ways out and in."""

import asyncio
from pathlib import Path

from PySide6.QtCore import QObject

from app.domain.exchange_errors import FileDamaged
from app.domain.export_choice import Format
from app.domain.ids import ConversationId
from app.domain.import_report import Preview, Report
from app.domain.parcel import Skipped
from app.ui.actions import Command
from app.ui.exchange.export_dialog import ExportDialog
from app.ui.exchange.import_dialog import ImportDialog
from app.ui.main_window import MainWindow
from tests.fakes.scripted_controller import ScriptedController
from tests.gallery.scenes import conversation

_FILE = Path("conversations.json")
_SKIPPED = (
    Skipped("Drafts that were never sent", 3),
    Skipped("Pictures that the file names but does not hold", 12),
)


def _core(window: MainWindow) -> ScriptedController:
    return window._presenter._controller


def _dialog(window: MainWindow, kind: type[QObject]) -> QObject:
    return window.findChildren(kind)[-1]


def export(window: MainWindow, now: int) -> None:
    conversation(window, now)
    window.scene = window.actions_by_command[Command.EXPORT].trigger


def export_as_json(window: MainWindow, now: int) -> None:
    conversation(window, now)

    def ask() -> None:
        window.actions_by_command[Command.EXPORT].trigger()
        _dialog(window, ExportDialog).format.chosen.emit(Format.JSON)

    window.scene = ask


def export_sealed(window: MainWindow, now: int) -> None:
    conversation(window, now)

    def ask() -> None:
        window.actions_by_command[Command.EXPORT].trigger()
        dialog = _dialog(window, ExportDialog)
        dialog.seals.setChecked(True)
        dialog.export_button.click()

    window.scene = ask


def exporting(window: MainWindow, now: int) -> None:
    _export_to(window, now, slow=True)


def exported(window: MainWindow, now: int) -> None:
    _export_to(window, now, slow=False)


def _export_to(window: MainWindow, now: int, *, slow: bool) -> None:
    conversation(window, now)

    def begin() -> None:
        _core(window).exchange.exporting.slow = asyncio.Event() if slow else None
        window._presenter.exchange._open([ConversationId("a"), ConversationId("b")])
        dialog = _dialog(window, ExportDialog)
        dialog.errands.send(dialog._export(Path("My conversations")))

    window.scene = begin


def bring_in(window: MainWindow, now: int) -> None:
    conversation(window, now)
    window.scene = window.actions_by_command[Command.IMPORT].trigger


def preview(window: MainWindow, now: int) -> None:
    def look() -> None:
        _core(window).exchange.importing.preview = Preview(
            "chatgpt", 48 << 20, 1_204, 310, 2, 28_900, 96, 31 << 20, _SKIPPED
        )
        window._presenter.exchange.bring_in(_FILE)

    conversation(window, now)
    window.scene = look


def unreadable(window: MainWindow, now: int) -> None:
    def look() -> None:
        _core(window).exchange.importing.trouble = FileDamaged("It breaks off.")
        window._presenter.exchange.bring_in(_FILE)

    conversation(window, now)
    window.scene = look


def sealed(window: MainWindow, now: int) -> None:
    def look() -> None:
        _core(window).exchange.importing.sealed_by = "a long one"
        window._presenter.exchange.bring_in(Path("Celadon.md.sotto"))

    conversation(window, now)
    window.scene = look


def brought(window: MainWindow, now: int) -> None:
    def go() -> None:
        added = tuple(ConversationId(str(number)) for number in range(892))
        _core(window).exchange.importing.report = Report(
            "chatgpt", added, (ConversationId("x"),), 309, 2, 21_344, 71, _SKIPPED
        )
        window._presenter.exchange.bring_in(_FILE)
        asyncio.get_running_loop().call_later(0.15, _dialog(window, ImportDialog).import_button.click)

    conversation(window, now)
    window.scene = go
