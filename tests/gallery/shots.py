"""Takes pictures of the main screens, light and dark: python -m tests.gallery.shots FOLDER [SCENE…]

`--percent 200` takes them with larger text, `--mirrored` from right to left, `--narrow` in a window of 480 by
720, `--language de` in German. Needs a display; a virtual one will do.
"""

import asyncio
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from app.domain.plain_settings import Language
from app.ui.application import Application
from app.ui.event_loop import run_on
from app.ui.languages import speak
from app.ui.main_window import MainWindow
from app.ui.settings.place import Place
from app.ui.shell import Shell
from app.ui.theme.theme import Scheme, Theme
from tests.gallery import (
    acting_scenes,
    block_scenes,
    exchange_scenes,
    finding_scenes,
    first_aid_scenes,
    panel_scenes,
    passing_scenes,
    scenes,
    settings_scenes,
    sidebar_scenes,
    transcript_scenes,
    writing_scenes,
)

NOW = int(datetime(2026, 11, 20, 10, 41).astimezone().timestamp() * 1_000_000)
WINDOW, NARROW, WIDE = QSize(1280, 800), QSize(480, 720), QSize(2560, 1080)
TALL = QSize(1280, 1000)
SETTLED = 0.35  # seconds until everything a scene begins has been painted
SMALLEST = QSize(360, 400)

Scene = Callable[[MainWindow, int], None]

SHOTS: dict[str, tuple[Scene, QSize]] = {
    "first-run": (scenes.first_run, WINDOW),
    "no-service": (scenes.refused, WINDOW),
    "conversation": (scenes.conversation, WINDOW),
    "streaming": (scenes.streaming, WINDOW),
    "broken": (scenes.broken, WINDOW),
    "rich-text": (transcript_scenes.rich, WINDOW),
    "folded": (transcript_scenes.folded, WINDOW),
    "selected": (transcript_scenes.selected, WINDOW),
    "days": (transcript_scenes.days, WINDOW),
    "unread": (transcript_scenes.unread, WINDOW),
    "copying": (transcript_scenes.copying, WINDOW),
    "link": (transcript_scenes.link, WINDOW),
    "mirrored": (transcript_scenes.mirrored, WINDOW),
    "narrow-rich-text": (transcript_scenes.rich, NARROW),
    "long-text": (scenes.long_text, WINDOW),
    "right-to-left": (scenes.right_to_left, WINDOW),
    "by-key": (scenes.by_key, WINDOW),
    "menu": (scenes.menu, WINDOW),
    "renaming": (scenes.renaming, WINDOW),
    "deleted": (scenes.deleted, WINDOW),
    "branch-map": (panel_scenes.branch_map, WINDOW),
    "branch-map-alone": (panel_scenes.branch_map_alone, WINDOW),
    "branch-map-of-many": (panel_scenes.branch_map_of_many, WINDOW),
    "branch-map-mirrored": (panel_scenes.branch_map_mirrored, WINDOW),
    "branch-map-menu": (panel_scenes.branch_map_menu, WINDOW),
    "narrow-branch-map": (panel_scenes.branch_map, NARROW),
    "wide-branch-map": (panel_scenes.branch_map_of_many, WIDE),
    "context": (panel_scenes.context, WINDOW),
    "context-with-summary": (panel_scenes.context_with_summary, WINDOW),
    "context-with-files": (panel_scenes.context_with_files, WINDOW),
    "context-over": (panel_scenes.context_over, WINDOW),
    "context-of-many": (panel_scenes.context_of_many, WINDOW),
    "context-of-nothing": (panel_scenes.context_of_nothing, WINDOW),
    "context-mirrored": (panel_scenes.context_mirrored, WINDOW),
    "context-menu": (panel_scenes.context_menu, WINDOW),
    "context-policies": (panel_scenes.context_policies, WINDOW),
    "narrow-context": (panel_scenes.context, NARROW),
    "wide-context": (panel_scenes.context, WIDE),
    "summing-up": (panel_scenes.summing_up, WINDOW),
    "given": (panel_scenes.given, WINDOW),
    "statistics": (panel_scenes.statistics, WINDOW),
    "statistics-of-a-year": (panel_scenes.statistics_of_a_year, WINDOW),
    "statistics-in-numbers": (panel_scenes.statistics_in_numbers, WINDOW),
    "statistics-of-nothing": (panel_scenes.statistics_of_nothing, WINDOW),
    "narrow-statistics": (panel_scenes.statistics, NARROW),
    "conversation-settings": (panel_scenes.conversation_settings, WINDOW),
    "pruning": (panel_scenes.pruning, WINDOW),
    "renaming-branch": (panel_scenes.renaming_branch, WINDOW),
    "temporary": (passing_scenes.temporary, WINDOW),
    "temporary-begun": (passing_scenes.temporary_begun, WINDOW),
    "forgetting": (passing_scenes.forgetting, WINDOW),
    "narrow-temporary": (passing_scenes.temporary, NARROW),
    "bar": (acting_scenes.bar, WINDOW),
    "bar-of-person": (acting_scenes.bar_of_person, WINDOW),
    "bar-by-key": (acting_scenes.bar_by_key, WINDOW),
    "message-menu": (acting_scenes.message_menu, WINDOW),
    "marked": (acting_scenes.marked, WINDOW),
    "editing": (acting_scenes.editing, WINDOW),
    "editing-refused": (acting_scenes.editing_refused, WINDOW),
    "editing-rtl": (acting_scenes.editing_rtl, WINDOW),
    "message-deleted": (acting_scenes.message_deleted, WINDOW),
    "interrupted": (acting_scenes.interrupted, WINDOW),
    "choosing-model": (acting_scenes.choosing_model, WINDOW),
    "finding-here": (acting_scenes.finding_here, WINDOW),
    "finding-nothing": (acting_scenes.finding_nothing, WINDOW),
    "narrow-finding-here": (acting_scenes.finding_here, NARROW),
    "key-rejected": (acting_scenes.key_rejected, WINDOW),
    "narrow-bar": (acting_scenes.bar, NARROW),
    "narrow-bar-of-person": (acting_scenes.bar_of_person, NARROW),
    "narrow-editing": (acting_scenes.editing, NARROW),
    "narrow-key-rejected": (acting_scenes.key_rejected, NARROW),
    "narrow-message-deleted": (acting_scenes.message_deleted, NARROW),
    "trash": (scenes.trash, WINDOW),
    "emptying": (scenes.emptying, WINDOW),
    "trash-by-key": (scenes.trash_by_key, WINDOW),
    **{f"settings-{place}": (settings_scenes.at(place), WINDOW) for place in Place},
    "settings-service": (settings_scenes.at(Place.SERVICES, opens=0), WINDOW),
    "settings-service-more": (settings_scenes.more, WINDOW),
    "settings-service-new": (settings_scenes.at(Place.SERVICES, adds=True), WINDOW),
    "settings-found-here": (settings_scenes.found_here, WINDOW),
    "settings-model": (settings_scenes.at(Place.MODELS, opens=1), WINDOW),
    "settings-assistant": (settings_scenes.at(Place.ASSISTANTS, opens=0), WINDOW),
    "settings-prompt": (settings_scenes.at(Place.PROMPTS, opens=0), WINDOW),
    "welcome": (settings_scenes.welcome, WINDOW),
    "welcome-key": (settings_scenes.welcome_key, WINDOW),
    "welcome-recovery": (settings_scenes.welcome_recovery, WINDOW),
    "welcome-end": (settings_scenes.welcome_end, WINDOW),
    "narrow-welcome": (settings_scenes.welcome, NARROW),
    "unlock-restoring": (settings_scenes.unlock_restoring, WINDOW),
    "narrow-settings": (settings_scenes.at(Place.APPEARANCE), NARROW),
    "narrow-settings-service": (settings_scenes.at(Place.SERVICES, opens=0), NARROW),
    "export": (exchange_scenes.export, WINDOW),
    "export-as-json": (exchange_scenes.export_as_json, WINDOW),
    "export-sealed": (exchange_scenes.export_sealed, WINDOW),
    "import-sealed": (exchange_scenes.sealed, WINDOW),
    "exporting": (exchange_scenes.exporting, WINDOW),
    "exported": (exchange_scenes.exported, WINDOW),
    "import": (exchange_scenes.bring_in, WINDOW),
    "import-preview": (exchange_scenes.preview, WINDOW),
    "import-refused": (exchange_scenes.unreadable, WINDOW),
    "imported": (exchange_scenes.brought, WINDOW),
    "narrow-import-preview": (exchange_scenes.preview, NARROW),
    "problem": (scenes.problem, WINDOW),
    "locked": (scenes.locked, WINDOW),
    "wrong-recovery-key": (scenes.wrong_recovery_key, WINDOW),
    "no-keyring": (scenes.no_keyring, WINDOW),
    "first-passphrase": (scenes.first_passphrase, WINDOW),
    "damaged": (first_aid_scenes.damaged, WINDOW),
    "damaged-by-key": (first_aid_scenes.damaged_by_key, WINDOW),
    "archive-gone": (first_aid_scenes.archive_gone, WINDOW),
    "log-of-another": (first_aid_scenes.log_of_another, WINDOW),
    "narrow-log-of-another": (first_aid_scenes.log_of_another, NARROW),
    "not-this-history": (first_aid_scenes.not_this_history, WINDOW),
    "log-set-aside": (first_aid_scenes.log_set_aside, WINDOW),
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
    "search": (finding_scenes.found, WINDOW),
    "search-begun": (finding_scenes.begun, WINDOW),
    "search-by-key": (finding_scenes.by_key, WINDOW),
    "search-many": (finding_scenes.many, WINDOW),
    "search-hints": (finding_scenes.hinted, WINDOW),
    "search-nothing": (finding_scenes.nothing, WINDOW),
    "search-slow": (finding_scenes.slow, WINDOW),
    "search-hostile": (finding_scenes.hostile, WINDOW),
    "search-rtl": (finding_scenes.mirrored, WINDOW),
    "palette": (finding_scenes.palette, WINDOW),
    "palette-found": (finding_scenes.palette_found, WINDOW),
    "palette-loose": (finding_scenes.palette_loose, WINDOW),
    "palette-nothing": (finding_scenes.palette_nothing, WINDOW),
    "palette-rtl": (finding_scenes.palette_mirrored, WINDOW),
    "narrow-palette": (finding_scenes.palette, NARROW),
    "keyboard": (finding_scenes.keyboard, WINDOW),
    "keyboard-taken": (finding_scenes.keyboard_taken, WINDOW),
    "narrow-keyboard": (finding_scenes.keyboard, NARROW),
    "narrow-search": (finding_scenes.narrow, NARROW),
    "narrow-locked": (scenes.locked, NARROW),
    "narrow": (scenes.conversation, NARROW),
    "narrow-problem": (scenes.problem, NARROW),
    "writing": (writing_scenes.writing, WINDOW),
    "files": (writing_scenes.files, WINDOW),
    "narrow-files": (writing_scenes.files, NARROW),
    "queued": (writing_scenes.queued, WINDOW),
    "narrow-queued": (writing_scenes.queued, NARROW),
    "prompts": (writing_scenes.prompts, WINDOW),
    "assistants": (writing_scenes.assistants, WINDOW),
    "places": (writing_scenes.places, WINDOW),
    "models": (writing_scenes.models, WINDOW),
    "over-budget": (writing_scenes.over_budget, WINDOW),
    "narrow-over-budget": (writing_scenes.over_budget, NARROW),
    "long-paste": (writing_scenes.long_paste, WINDOW),
    "naming": (writing_scenes.naming, WINDOW),
    "field-menu": (writing_scenes.field_menu, WINDOW),
    "dropping": (writing_scenes.dropping, WINDOW),
    "blocks-look": (block_scenes.look, WINDOW),
    "blocks-prose": (block_scenes.prose, WINDOW),
    "blocks-lists": (block_scenes.lists, WINDOW),
    "blocks-code": (block_scenes.code, WINDOW),
    "blocks-tables": (block_scenes.tables, TALL),
    "blocks-formulas": (block_scenes.formulas, WINDOW),
    "blocks-hostile": (block_scenes.hostile, WINDOW),
    "blocks-scripts": (block_scenes.scripts, WINDOW),
    "blocks-marked": (block_scenes.marked, WINDOW),
    "narrow-blocks-look": (block_scenes.look, NARROW),
    "narrow-blocks-prose": (block_scenes.prose, NARROW),
    "narrow-blocks-tables": (block_scenes.tables, NARROW),
    "large-blocks-prose": (block_scenes.large_prose, TALL),
    "large-blocks-look": (block_scenes.large_look, TALL),
    "large-blocks-formulas": (block_scenes.large_formulas, TALL),
    "wide": (scenes.conversation, WIDE),
}


async def take(theme: Theme, wanted: Namespace) -> int:
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        for name in wanted.scenes or SHOTS:
            scene, size = SHOTS[name]
            _as_wanted(theme, scheme, wanted)
            shown = NARROW if wanted.narrow else size
            await _take_one(theme, scene, shown, wanted.folder / f"{name}-{scheme}.png")
    return 0


def _as_wanted(theme: Theme, scheme: Scheme, wanted: Namespace) -> None:
    """A scene may have changed what holds for the whole program."""
    theme.choose(scheme)
    theme.resize_text(wanted.percent)
    direction = Qt.LayoutDirection.RightToLeft if wanted.mirrored else Qt.LayoutDirection.LeftToRight
    QApplication.setLayoutDirection(direction)


def _picture(shell: Shell) -> QPixmap:
    """Return what is on the screen, menus and all; of a window that is wider, the window alone."""
    screen, size = shell.screen(), shell.size()
    if size.width() > screen.size().width():
        return shell.grab()
    return screen.grabWindow(0, 0, 0, size.width(), size.height())


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
    _picture(shell).save(str(file))
    print(file)
    for child in QApplication.topLevelWidgets():
        child.close()
    shell.deleteLater()


def _options() -> Namespace:
    parser = ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("scenes", nargs="*")
    parser.add_argument("--percent", type=int, default=100)
    parser.add_argument("--mirrored", action="store_true")
    parser.add_argument("--narrow", action="store_true")
    parser.add_argument("--language", type=Language, default=Language.ENGLISH)
    return parser.parse_args()


if __name__ == "__main__":
    options = _options()
    options.folder.mkdir(parents=True, exist_ok=True)
    application = Application(offscreen=False)
    speak(application.qt, options.language)
    sys.exit(run_on(application.qt, take(application.theme, options)))
