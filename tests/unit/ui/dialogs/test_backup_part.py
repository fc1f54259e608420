import asyncio
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.backup import Backup
from app.domain.errors import DiskFull
from app.ui.dialogs.backup_part import BackupPart
from app.ui.theme.theme import Theme
from tests.fakes.scripted_backing_up import ScriptedBackingUp
from tests.fixtures.waiting import until

NOON = int(datetime(2026, 11, 20, 12, 5).astimezone().timestamp() * 1_000_000)


@pytest.fixture
def backing_up() -> ScriptedBackingUp:
    return ScriptedBackingUp(NOON)


@pytest.fixture
async def part(qtbot: QtBot, theme: Theme, backing_up: ScriptedBackingUp) -> BackupPart:
    made = BackupPart(theme, backing_up)
    qtbot.addWidget(made)
    made.show_state(await backing_up.state())
    made.show()
    return made


async def test_it_says_what_one_will_take(part: BackupPart) -> None:
    assert part.state.text().endswith("It takes 21.0 MiB; 300.0 GiB are free.")


async def test_it_says_how_long_one_takes_if_that_is_long(
    part: BackupPart, backing_up: ScriptedBackingUp
) -> None:
    backing_up.seconds = 128.0
    part.show_state(await backing_up.state())
    assert "It takes 21.0 MiB and about 2 minutes; 300.0 GiB are free." in part.state.text()
    part.now_button.click()
    await until(lambda: "A further one takes 21.0 MiB and about 2 minutes;" in part.state.text(), "the time")


async def test_it_counts_them_and_names_the_newest(part: BackupPart) -> None:
    for told in ("One backup, the newest of 2026-11-20 12:05, 21.0 MiB", "2 backups, the newest of"):
        part.now_button.click()
        await until(lambda expected=told: part.state.text().startswith(expected), "the count")


async def test_progress_is_shown_and_it_can_be_given_up(
    part: BackupPart, backing_up: ScriptedBackingUp
) -> None:
    backing_up.slow = asyncio.Event()
    part.now_button.click()
    await until(lambda: (part.bar.value(), part.bar.maximum()) == (1, 4), "the progress")
    assert part.bar.isVisible()
    assert not part.now_button.isVisible()
    part.cancel_button.click()
    await until(part.now_button.isVisible, "the end")
    assert (backing_up.given_up, backing_up.kept) == (1, [])
    assert not part.bar.isVisible()


async def test_one_can_be_made_wherever_it_is_wanted(
    part: BackupPart, backing_up: ScriptedBackingUp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    chosen = iter([str(tmp_path / "mine.backup"), ""])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (next(chosen), ""))
    for _ in range(2):
        part.elsewhere_button.click()
    await until(lambda: backing_up.elsewhere == [tmp_path / "mine.backup"], "the backup")


async def test_what_goes_wrong_is_told(part: BackupPart, backing_up: ScriptedBackingUp) -> None:
    backing_up.trouble = DiskFull("Full.")
    part.now_button.click()
    await until(part.trouble.isVisible, "the complaint")
    assert part.now_button.isVisible()


@pytest.fixture
async def holding(part: BackupPart, backing_up: ScriptedBackingUp) -> BackupPart:
    """One backup still holds what was deleted."""
    old = Backup("old.backup", NOON, 1)
    backing_up.kept = [old]
    backing_up.held = [old]
    part.show_state(await backing_up.state())
    return part


async def test_a_backup_that_still_holds_what_was_deleted_is_named(holding: BackupPart) -> None:
    assert holding.holding.text().startswith(
        "One backup may still hold what you deleted since, until 2026-12-25"
    )


async def test_nothing_is_deleted_while_one_is_made(
    holding: BackupPart, backing_up: ScriptedBackingUp
) -> None:
    backing_up.slow = asyncio.Event()
    holding.now_button.click()
    await until(holding.bar.isVisible, "the progress")
    assert not holding.drop_button.isEnabled()
    assert not holding.remake_button.isEnabled()
    backing_up.slow.set()
    await until(holding.drop_button.isEnabled, "the end")


async def test_it_can_be_deleted(holding: BackupPart, backing_up: ScriptedBackingUp) -> None:
    holding.drop_button.click()
    await until(holding.holding.isHidden, "the end of it")
    assert backing_up.kept == []


async def test_a_new_one_can_take_its_place(holding: BackupPart, backing_up: ScriptedBackingUp) -> None:
    holding.remake_button.click()
    await until(holding.holding.isHidden, "the end of it")
    assert [backup.name for backup in backing_up.kept] == ["1.backup"]
