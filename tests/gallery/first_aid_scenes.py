"""What the pictures show of a history that does not open, and of what may bring it back."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from app.domain.backup import Backup
from app.domain.errors import (
    AppError,
    ArchiveMissing,
    BackupUnreadable,
    LogOfAnother,
    NothingReadable,
    NotThisHistory,
    StoreDamaged,
)
from app.domain.salvage_report import Gap, SalvageReport
from app.domain.ways import Way
from app.ui import first_aid_words as words
from app.ui.main_window import MainWindow
from app.ui.wording import CHANGING_KEY, words_for

DAY = 24 * 3_600_000_000
FOLDER = Path("/srv/people/somebody-with-a-long-name/.local/share/sotto")
PLACE = FOLDER / "rescued-20261120-094100"
ASIDE = FOLDER / "archive.db.before-rescue-20261120-094212"
WHOLE = SalvageReport(9, (), 0, 0, 0, conversations=218, messages=12_408)
TORN = SalvageReport(
    9,
    (Gap("item", 3, 9), Gap("blob_piece", 1, 40), Gap("branch"), Gap("usage"), Gap("tag")),
    places=37,
    dropped=12,
    loose_ends=4,
    conversations=214,
    messages=12_371,
)


def _problem(window: MainWindow, error: AppError) -> None:
    window.threshold.show_problem(error)
    window.show_threshold()


def damaged(window: MainWindow, _now: int) -> None:
    _problem(window, StoreDamaged("Damaged."))


def archive_gone(window: MainWindow, _now: int) -> None:
    _problem(window, ArchiveMissing("Gone."))


def nothing_readable(window: MainWindow, _now: int) -> None:
    _problem(window, NothingReadable("Nothing."))


def log_of_another(window: MainWindow, _now: int) -> None:
    _problem(window, LogOfAnother("Another's."))


def not_this_history(window: MainWindow, _now: int) -> None:
    _problem(window, NotThisHistory("Another's."))


def log_set_aside(window: MainWindow, _now: int) -> None:
    told = words.log_set_aside(FOLDER / "archive.db-wal.of-another-20261120-094212")
    _on_threshold(window, window.threshold.report(told, "Open the history"))


def damaged_by_key(window: MainWindow, now: int) -> None:
    """Where the focus is on the way to the rescue."""
    damaged(window, now)

    def go_on() -> None:
        for _ in range(3):
            window.focusNextChild()

    window.scene = go_on


def _backups(now: int) -> tuple[Backup, ...]:
    ages = (0, 1, 2, 3, 4, 5, 6, 13, 20)
    return tuple(Backup(f"{age}.backup", now - age * DAY, (231 - age) << 20) for age in ages)


def choosing_backup(window: MainWindow, now: int) -> None:
    _on_threshold(window, window.threshold.choose_backup(_backups(now)))


def wrong_backup(window: MainWindow, now: int) -> None:
    trouble = words_for(BackupUnreadable("Half.").fault).sentence
    _on_threshold(window, window.threshold.choose_backup(_backups(now)[:2], trouble))


def no_backup(window: MainWindow, _now: int) -> None:
    _on_threshold(window, window.threshold.choose_backup(()))


def backup_locked(window: MainWindow, _now: int) -> None:
    ways = (Way.RECOVERY_KEY, Way.PASSPHRASE, Way.KEYRING)
    _on_threshold(window, window.threshold.ask_on_the_way(words.BACKUP_LOCKED, ways))


def restored(window: MainWindow, _now: int) -> None:
    _on_threshold(window, window.threshold.report(words.restored(ASIDE), "Open the history"))


def rescuing(window: MainWindow, _now: int) -> None:
    window.threshold.show_progress(*words.RESCUING).show_share(41, 100)
    window.show_threshold()


def changing_key(window: MainWindow, _now: int) -> None:
    window.threshold.show_progress(*CHANGING_KEY).show_share(7, 10)
    window.show_threshold()


def rescued(window: MainWindow, _now: int) -> None:
    told = words.rescued(WHOLE, PLACE)
    _on_threshold(window, window.threshold.report(told, "Open what was rescued", "Not now"))


def rescued_in_part(window: MainWindow, _now: int) -> None:
    told = words.rescued(TORN, PLACE)
    _on_threshold(window, window.threshold.report(told, "Open what was rescued", "Not now"))


def taken_over(window: MainWindow, _now: int) -> None:
    _on_threshold(window, window.threshold.report(words.taken_over(ASIDE), "Open the history"))


def _on_threshold(window: MainWindow, asking: Coroutine[Any, Any, object]) -> None:
    """Show a page that waits for an answer which never comes."""
    window.show_threshold()
    waiting = asyncio.ensure_future(asking)
    window.destroyed.connect(lambda _gone: waiting.cancel())
