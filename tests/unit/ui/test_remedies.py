"""A person is led through a restore and a rescue, on a real damaged archive."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.credentials.key_changes import set_passphrase, use_passphrase_only
from app.credentials.os_keyring import OsKeyring
from app.domain.errors import NothingReadable
from app.domain.remedy import Remedy
from app.domain.ways import Answer, Way
from app.ui.remedies import Remedies
from app.ui.theme.theme import Theme
from app.ui.threshold import Threshold
from tests.fixtures.patient import Patient
from tests.fixtures.waiting import until
from tests.unit.store.damage import ITEMS

KEYRING = Answer(Way.KEYRING)
WORDS = "four words are enough"


class Led:
    """A person on the threshold, who is led through a remedy."""

    def __init__(self, threshold: Threshold, taking: Coroutine[Any, Any, Answer | None]) -> None:
        self._threshold = threshold
        self.taking = asyncio.create_task(taking)

    async def sees(self, page: str) -> QWidget:
        def is_there() -> bool:
            shown = getattr(self._threshold, page)
            return shown is not None and shown.isVisible() and shown.isEnabled()

        await until(lambda: is_there() or self.taking.done(), page)
        return getattr(self._threshold, page)

    async def reads(self, text: str) -> QWidget:
        page = await self.sees("reporting")
        await until(lambda: text in page.title.text(), text)
        return page


@pytest.fixture
def threshold(qtbot: QtBot, theme: Theme) -> Threshold:
    made = Threshold(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def led(threshold: Threshold, patient: Patient, remedy: Remedy) -> Led:
    return Led(threshold, Remedies(threshold, patient.aid).take(remedy, KEYRING))


async def test_a_backup_is_chosen_restored_and_told_of(threshold: Threshold, patient: Patient) -> None:
    person = led(threshold, patient, Remedy.RESTORE)
    (await person.sees("backups")).restore_button.click()
    page = await person.reads("The backup has been restored")
    assert "archive.db.before-restore-" in page.explanation.text()
    page.next_button.click()
    assert await person.taking == KEYRING
    assert patient.items() == ITEMS + 1


async def test_a_backup_that_the_keyring_does_not_open_asks_for_the_recovery_key(
    threshold: Threshold, patient: Patient, keyring: OsKeyring
) -> None:
    keyring.delete(f"archive:{patient.key.archive_id}")
    person = led(threshold, patient, Remedy.RESTORE)
    (await person.sees("backups")).restore_button.click()
    asking = await person.sees("asking")
    asking.field.setText("4T7K")
    asking.unlock_button.click()
    await until(asking.trouble.isVisible, "the complaint")
    asking.field.setText(patient.recovery_key)
    asking.unlock_button.click()
    (await person.reads("The backup has been restored")).next_button.click()
    answer = await person.taking
    assert answer is not None
    assert answer.way is Way.RECOVERY_KEY


async def test_a_backup_that_does_not_do_is_told_and_one_can_turn_back(
    threshold: Threshold, patient: Patient
) -> None:
    (backup,) = await patient.aid.backups()
    patient.aid.path_of(backup).write_bytes(b"half a backup")
    before = patient.profile.archive.read_bytes()
    person = led(threshold, patient, Remedy.RESTORE)
    page = await person.sees("backups")
    page.restore_button.click()
    await until(page.trouble.isVisible, "the complaint")
    page.back_button.click()
    assert await person.taking is None
    assert patient.profile.archive.read_bytes() == before


async def test_what_is_rescued_takes_the_place_only_when_told_to(
    threshold: Threshold, patient: Patient
) -> None:
    before = patient.profile.archive.read_bytes()
    person = led(threshold, patient, Remedy.RESCUE)
    page = await person.reads("What could be read is rescued")
    assert f"{ITEMS + 1} messages" in page.explanation.text()
    page.leave_button.click()
    assert await person.taking is None
    assert patient.profile.archive.read_bytes() == before
    assert len(list(patient.profile.folder.glob("rescued-*"))) == 1


async def test_what_is_rescued_is_put_in_place_and_the_damaged_one_kept(
    threshold: Threshold, patient: Patient
) -> None:
    person = led(threshold, patient, Remedy.RESCUE)
    (await person.reads("What could be read is rescued")).next_button.click()
    page = await person.reads("The rescued history is in place")
    assert "archive.db.before-rescue-" in page.explanation.text()
    page.next_button.click()
    assert await person.taking == KEYRING
    assert patient.items() == ITEMS + 1


async def test_where_nothing_can_be_read_the_rescue_says_so(threshold: Threshold, patient: Patient) -> None:
    patient.profile.archive.write_bytes(b"noise" * 5000)
    with pytest.raises(NothingReadable):
        await led(threshold, patient, Remedy.RESCUE).taking


async def test_a_history_behind_a_passphrase_asks_for_it_before_it_is_rescued(
    threshold: Threshold, patient: Patient, keyring: OsKeyring
) -> None:
    def leave_keyring() -> None:
        set_passphrase(patient.profile, patient.key, WORDS)
        use_passphrase_only(patient.profile, keyring, WORDS)

    await asyncio.to_thread(leave_keyring)
    person = led(threshold, patient, Remedy.RESCUE)
    asking = await person.sees("asking")
    asking.field.setText(WORDS)
    asking.unlock_button.click()
    (await person.reads("What could be read is rescued")).leave_button.click()
    assert await person.taking is None


async def test_who_is_asked_for_a_key_can_turn_back(
    threshold: Threshold, patient: Patient, keyring: OsKeyring
) -> None:
    keyring.delete(f"archive:{patient.key.archive_id}")
    person = led(threshold, patient, Remedy.RESTORE)
    (await person.sees("backups")).restore_button.click()
    (await person.sees("asking")).quit_button.click()
    page = await person.sees("backups")
    assert not page.trouble.isVisible()
    page.back_button.click()
    assert await person.taking is None


async def test_a_log_of_another_history_is_moved_aside_and_its_new_name_told(
    threshold: Threshold, patient: Patient, tmp_path: Path
) -> None:
    patient.give_log_of_another(tmp_path)
    person = led(threshold, patient, Remedy.SET_LOG_ASIDE)
    page = await person.reads("The file is out of the way")
    assert "archive.db-wal.of-another-" in page.explanation.text()
    page.next_button.click()
    assert await person.taking == KEYRING
    assert patient.items() == ITEMS + 1
