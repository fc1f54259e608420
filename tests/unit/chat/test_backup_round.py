from dataclasses import replace
from pathlib import Path

import pytest

from app.chat.backup_round import look_at_backups
from app.credentials.archive_key import ArchiveKey
from app.credentials.sidecar import Rotation
from app.credentials.sidecar_files import require_sidecar
from app.domain.finding import Severity
from app.store.backup_file import append_sidecar
from tests.fixtures.patient import Patient
from tests.unit.store.damage import with_a_bit_flipped


def told(folder: Path, key: ArchiveKey | None) -> list[tuple[Severity, str]]:
    return [(finding.severity, finding.sentence) for finding in look_at_backups(folder, key)]


@pytest.fixture
def backup(patient: Patient) -> Path:
    (path,) = patient.profile.backups.iterdir()
    return path


def test_every_page_is_proved_by_the_archives_key(patient: Patient, backup: Path) -> None:
    assert told(backup.parent, patient.key) == [
        (Severity.GOOD, "Backups in which every page is as it was written: 1.")
    ]


@pytest.mark.parametrize("page", [1, 2, 17])
def test_a_single_bit_that_has_turned_is_damage(patient: Patient, backup: Path, page: int) -> None:
    backup.write_bytes(with_a_bit_flipped(backup.read_bytes(), page))
    assert told(backup.parent, patient.key) == [
        (Severity.DAMAGE, f"Backups that are not whole: {backup.name}.")
    ]


def test_a_page_in_anothers_place_is_damage(patient: Patient, backup: Path) -> None:
    content = backup.read_bytes()
    backup.write_bytes(content[:4096] + content[8192:12288] + content[4096:8192] + content[12288:])
    assert told(backup.parent, patient.key)[0][0] is Severity.DAMAGE


UNPROVED = [(Severity.GOOD, "Backups that are there to their end: 1. Each was proved when it was made.")]


def test_what_no_key_at_hand_proves_is_not_said_to_be_proved(patient: Patient, backup: Path) -> None:
    assert told(backup.parent, None) == UNPROVED
    assert told(backup.parent, ArchiveKey.new(patient.key.archive_id)) == UNPROVED


def in_place_of(backup: Path, sidecar: bytes) -> None:
    backup.write_bytes(b"pages")
    append_sidecar(backup, sidecar)


def test_a_backup_between_two_keys_is_not_judged_by_one(patient: Patient, backup: Path) -> None:
    sidecar = require_sidecar(patient.profile)
    in_place_of(backup, replace(sidecar, rotation=Rotation("00" * 8, ())).to_json())
    assert told(backup.parent, patient.key) == UNPROVED


def test_what_a_newer_sotto_has_written_is_not_judged(patient: Patient, backup: Path) -> None:
    in_place_of(backup, b'{"format": 99}')
    assert told(backup.parent, patient.key) == UNPROVED


@pytest.mark.parametrize("content", [b"half a backup", b""])
def test_a_backup_without_its_end_is_damage(backup: Path, content: bytes) -> None:
    backup.write_bytes(content)
    assert told(backup.parent, None)[0][0] is Severity.DAMAGE


def test_a_backup_that_does_not_say_how_it_opens_is_damage(backup: Path) -> None:
    in_place_of(backup, b"no sidecar at all")
    assert told(backup.parent, None)[0][0] is Severity.DAMAGE


def test_a_backup_that_goes_meanwhile_is_not_missed(patient: Patient, backup: Path) -> None:
    def lose(_done: int, _of: int) -> None:
        backup.unlink()

    (finding,) = look_at_backups(backup.parent, patient.key, lose)
    assert finding.sentence == "There is no backup yet."


def test_how_far_it_has_come_counts_all_bytes(patient: Patient, backup: Path) -> None:
    (backup.parent / "zz.backup").write_bytes(backup.read_bytes())
    size = backup.stat().st_size
    steps: list[tuple[int, int]] = []
    look_at_backups(backup.parent, patient.key, lambda done, of: steps.append((done, of)))
    assert steps == [(0, 2 * size), (size, 2 * size)]
