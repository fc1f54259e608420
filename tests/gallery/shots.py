"""Takes pictures of the main screens, light and dark: python -m tests.gallery.shots FOLDER [SCENE…]

Needs a display; a virtual one will do.
"""

import asyncio
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app.ui.application import Application
from app.ui.event_loop import run_on
from app.ui.main_window import MainWindow
from app.ui.shell import Shell
from app.ui.theme.theme import Scheme, Theme
from tests.gallery import first_aid_scenes, passing_scenes, scenes, sidebar_scenes

NOW = int(datetime(2026, 11, 20, 10, 41).astimezone().timestamp() * 1_000_000)
WINDOW, NARROW, WIDE = QSize(1280, 800), QSize(480, 720), QSize(2560, 1080)
SETTLED = 0.35  # seconds until everything a scene begins has been painted
SMALLEST = QSize(360, 400)

Scene = Callable[[MainWindow, int], None]

SHOTS: dict[str, tuple[Scene, QSize]] = {
    "first-run": (scenes.first_run, WINDOW),
    "no-service": (scenes.refused, WINDOW),
    "conversation": (scenes.conversation, WINDOW),
    "streaming": (scenes.streaming, WINDOW),
    "broken": (scenes.broken, WINDOW),
    "long-text": (scenes.long_text, WINDOW),
    "right-to-left": (scenes.right_to_left, WINDOW),
    "by-key": (scenes.by_key, WINDOW),
    "menu": (scenes.menu, WINDOW),
    "renaming": (scenes.renaming, WINDOW),
    "deleted": (scenes.deleted, WINDOW),
    "temporary": (passing_scenes.temporary, WINDOW),
    "temporary-begun": (passing_scenes.temporary_begun, WINDOW),
    "forgetting": (passing_scenes.forgetting, WINDOW),
    "narrow-temporary": (passing_scenes.temporary, NARROW),
    "trash": (scenes.trash, WINDOW),
    "emptying": (scenes.emptying, WINDOW),
    "trash-by-key": (scenes.trash_by_key, WINDOW),
    "settings": (scenes.settings, WINDOW),
    "problem": (scenes.problem, WINDOW),
    "locked": (scenes.locked, WINDOW),
    "wrong-recovery-key": (scenes.wrong_recovery_key, WINDOW),
    "no-keyring": (scenes.no_keyring, WINDOW),
    "first-passphrase": (scenes.first_passphrase, WINDOW),
    "damaged": (first_aid_scenes.damaged, WINDOW),
    "damaged-by-key": (first_aid_scenes.damaged_by_key, WINDOW),
    "archive-gone": (first_aid_scenes.archive_gone, WINDOW),
    "nothing-readable": (first_aid_scenes.nothing_readable, WINDOW),
    "choosing-backup": (first_aid_scenes.choosing_backup, WINDOW),
    "wrong-backup": (first_aid_scenes.wrong_backup, WINDOW),
    "no-backup": (first_aid_scenes.no_backup, WINDOW),
    "backup-locked": (first_aid_scenes.backup_locked, WINDOW),
    "restored": (first_aid_scenes.restored, WINDOW),
    "rescuing": (first_aid_scenes.rescuing, WINDOW),
    "changing-key": (first_aid_scenes.changing_key, WINDOW),
    "rescued": (first_aid_scenes.rescued, WINDOW),
    "rescued-in-part": (first_aid_scenes.rescued_in_part, WINDOW),
    "taken-over": (first_aid_scenes.taken_over, WINDOW),
    "locked-remembering": (scenes.locked_remembering, WINDOW),
    "narrow-damaged": (first_aid_scenes.damaged, SMALLEST),
    "narrow-choosing-backup": (first_aid_scenes.choosing_backup, SMALLEST),
    "narrow-rescued-in-part": (first_aid_scenes.rescued_in_part, SMALLEST),
    "safety": (scenes.safety, WINDOW),
    "backing-up": (scenes.backing_up, WINDOW),
    "checking": (scenes.checking, WINDOW),
    "checked-well": (scenes.checked_well, WINDOW),
    "checked-damaged": (scenes.checked_damaged, WINDOW),
    "safety-asking": (scenes.safety_asking, WINDOW),
    "retention": (passing_scenes.retention, WINDOW),
    "retention-asking": (passing_scenes.retention_asking, WINDOW),
    "retention-alone": (passing_scenes.retention_alone, WINDOW),
    "list-marks": (sidebar_scenes.marks, WINDOW),
    "list-many-folders": (sidebar_scenes.many_folders, WINDOW),
    "list-folder": (sidebar_scenes.folder, WINDOW),
    "list-tag": (sidebar_scenes.tag, WINDOW),
    "list-archived": (sidebar_scenes.archived, WINDOW),
    "list-nothing-archived": (sidebar_scenes.nothing_archived, WINDOW),
    "list-empty-trash": (sidebar_scenes.empty_trash, WINDOW),
    "list-empty": (sidebar_scenes.empty, WINDOW),
    "list-many": (sidebar_scenes.many, WINDOW),
    "list-many-menu": (sidebar_scenes.many_menu, WINDOW),
    "list-menu": (sidebar_scenes.one_menu, WINDOW),
    "list-dragging": (sidebar_scenes.dragging, WINDOW),
    "list-deleted-many": (sidebar_scenes.deleted_many, WINDOW),
    "list-deleted-shared": (sidebar_scenes.deleted_shared, WINDOW),
    "list-new-folder": (sidebar_scenes.new_folder, WINDOW),
    "list-hostile": (sidebar_scenes.hostile, WINDOW),
    "list-mirrored": (sidebar_scenes.mirrored, WINDOW),
    "narrow-list": (sidebar_scenes.marks, NARROW),
    "narrow-locked": (scenes.locked, NARROW),
    "narrow": (scenes.conversation, NARROW),
    "narrow-problem": (scenes.problem, NARROW),
    "wide": (scenes.conversation, WIDE),
}


async def take(theme: Theme, folder: Path, wanted: list[str]) -> int:
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.choose(scheme)
        for name in wanted or SHOTS:
            scene, size = SHOTS[name]
            await _take_one(theme, scene, size, folder / f"{name}-{scheme}.png")
    return 0


async def _take_one(theme: Theme, scene: Scene, size: QSize, file: Path) -> None:
    shell = Shell(theme.colours)
    shell.resize(size)
    shell.show()
    shell.activateWindow()
    window = MainWindow(theme, lambda: NOW)
    shell.fill(window)
    await window.painted()
    scene(window, NOW)
    await asyncio.sleep(SETTLED)
    if after := getattr(window, "scene", None):
        after()
        await asyncio.sleep(SETTLED)
    shell.screen().grabWindow(0, 0, 0, size.width(), size.height()).save(str(file))
    print(file)
    for child in QApplication.topLevelWidgets():
        child.close()
    shell.deleteLater()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    application = Application(offscreen=False)
    sys.exit(run_on(application.qt, take(application.theme, target, sys.argv[2:])))
