import asyncio
import io
import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.cli import main
from app.credentials.key_changes import confirm_recovery_key, create_recovery_key
from app.credentials.keyring_entries import folder_entry, key_entry
from app.credentials.os_keyring import OsKeyring
from app.credentials.unlocking import confirm, unlock
from app.store import history
from app.store.backups import list_backups
from app.store.driver import open_connection
from app.system.profile import Profile
from app.system.profile_lock import ProfileLock
from tests.fixtures.tomorrow import let_tomorrow_come
from tests.unit.store.writing import ONE, begin, reopened

Ask = Callable[..., tuple[int, str]]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], kept: Profile) -> Ask:
    """Runs a verb, and returns its exit code with all that it said."""

    def run(*arguments: str | Path) -> tuple[int, str]:
        code = main([str(each) for each in (*arguments, "--profile", kept.folder)])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


@pytest.fixture
def recovery_key(kept: Profile, keyring: OsKeyring) -> str:
    typed = str(create_recovery_key(kept, unlock(kept, keyring, str).key).text)
    confirm_recovery_key(kept, typed, 1)
    return typed


@pytest.fixture
def kept(profile: Profile, keyring: OsKeyring) -> Profile:
    """A profile with a conversation in it."""
    unlocked = unlock(profile, keyring, lambda: "01939a7e-0000-7000-8000-000000000001")

    async def fill() -> None:
        async with reopened(profile, unlocked.key.key_and_salt, is_new=True) as archive:
            await begin(archive, text="A question")

    asyncio.run(fill())
    confirm(profile)
    return profile


def test_conversations_are_listed_for_a_person_and_for_a_program(ask: Ask) -> None:
    assert ask("list") == (0, "1970-01-01  A question\n")
    code, said = ask("list", "--json")
    assert (code, [each["title"] for each in json.loads(said)]) == (0, ["A question"])
    assert ask("list", "--trash") == (0, "There are no conversations.\n")


def test_a_verb_backs_an_older_history_up_before_it_brings_it_up_to_date(
    ask: Ask, kept: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ask("list")[0] == 0
    assert list_backups(kept.backups) == []
    let_tomorrow_come(monkeypatch)
    for _ in range(2):
        assert ask("list")[0] == 0
        assert [backup.is_precaution for backup in list_backups(kept.backups)] == [True]


def test_the_doctor_says_what_it_found(ask: Ask) -> None:
    code, said = ask("doctor", "--json")
    assert code == 0
    assert {each["check"] for each in json.loads(said)} >= {"pages", "sidecar", "room"}
    assert "There is no backup yet." in ask("doctor")[1]


def test_damage_is_an_exit_code_of_its_own(ask: Ask, kept: Profile) -> None:
    kept.backups.mkdir()
    (kept.backups / "sotto-20231114-221320.backup").write_bytes(b"half")
    code, said = ask("doctor")
    assert code == 5
    assert "damage  Backups that are not whole" in said


def test_what_a_damaged_history_still_holds_is_saved_into_another_folder(
    ask: Ask, kept: Profile, tmp_path: Path
) -> None:
    content = bytearray(kept.archive.read_bytes())
    content[100] ^= 1  # within the first page
    kept.archive.write_bytes(content)
    assert ask("list")[0] == 1
    code, said = ask("salvage", "--to", tmp_path / "saved", "--json")
    report = json.loads(said)
    assert (code, report["places"], report["gaps"]) == (0, 0, [])
    assert kept.archive.read_bytes() == content
    assert main(["list", "--profile", str(tmp_path / "saved")]) == 0
    code, said = ask("salvage", "--to", tmp_path / "saved")
    assert code == 2
    assert "left as it is" in said


def test_the_ways_to_the_key_are_told_without_opening_it(ask: Ask, recovery_key: str) -> None:
    code, said = ask("key", "status", "--json")
    told = json.loads(said)
    assert (code, told["passphrase"], told["recovery_key"]) == (0, False, True)
    assert recovery_key not in said


def test_a_backup_is_made_and_brought_back(ask: Ask, kept: Profile, tmp_path: Path) -> None:
    code, said = ask("backup", "--to", tmp_path / "mine")
    assert code == 0
    assert "opens only with this computer's keyring" in said
    assert ask("restore", tmp_path / "mine")[0] == 0
    assert len(list(kept.folder.glob("archive.db.before-restore-*"))) == 1
    assert ask("list")[1] == "1970-01-01  A question\n"


def test_a_backup_never_replaces_a_file(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("precious")
    assert ask("backup", "--to", tmp_path / "mine")[0] == 2
    assert (tmp_path / "mine").read_text() == "precious"


def test_a_folder_with_a_history_is_not_restored_into(ask: Ask, kept: Profile, tmp_path: Path) -> None:
    ask("backup", "--to", tmp_path / "mine")
    code, said = ask("restore", tmp_path / "mine", "--to", kept.folder)
    assert code == 2
    assert "left as it is" in said


def test_on_another_machine_the_recovery_key_alone_leads_to_every_message(
    ask: Ask,
    kept: Profile,
    keyring: OsKeyring,
    recovery_key: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert ask("backup", "--to", tmp_path / "mine")[0] == 0
    for entry in (key_entry(unlock(kept, keyring, str).key.archive_id), folder_entry(kept)):
        keyring.delete(entry)
    elsewhere = tmp_path / "elsewhere"
    monkeypatch.setattr("sys.stdin", io.StringIO(recovery_key + "\n"))
    assert main(["restore", str(tmp_path / "mine"), "--to", str(elsewhere), "--recovery-key"]) == 0
    assert main(["list", "--profile", str(elsewhere)]) == 0
    assert capsys.readouterr().out.endswith("1970-01-01  A question\n")
    with closing(open_connection(Profile(elsewhere).archive, key_of(elsewhere, keyring))) as connection:
        assert [item.text for item in history.page(connection, ONE, None, 10).items] == ["A question"]


def key_of(folder: Path, keyring: OsKeyring) -> str:
    return unlock(Profile(folder), keyring, str).key.key_and_salt


def test_where_there_is_no_history_none_is_begun(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--profile", str(tmp_path / "nowhere")]) == 1
    assert "There is no history" in capsys.readouterr().err
    assert not (tmp_path / "nowhere").exists()


def test_a_profile_in_use_is_told_with_its_holder(ask: Ask, kept: Profile) -> None:
    lock = ProfileLock(kept.lock)
    lock.acquire("a test")
    code, said = ask("list")
    lock.release()
    assert code == 4
    assert "in a test" in said
