import json

from app.system.profile import Profile
from app.system.profile_lock import LastEnd, ProfileLock
from tests.unit.verbs.conftest import Ask


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


def test_an_archive_that_does_not_open_is_damage_and_what_lies_around_it_is_looked_at(
    ask: Ask, kept: Profile
) -> None:
    content = kept.archive.read_bytes()
    kept.archive.write_bytes(content[:100] + bytes(100) + content[200:])
    code, said = ask("doctor", "--json")
    assert code == 5
    found = {each["check"]: each for each in json.loads(said)}
    assert found["opening"]["severity"] == "damage"
    assert "`sotto restore`" in found["opening"]["sentence"]
    assert set(found) >= {"sidecar", "room", "backups"}


def test_an_archive_that_is_gone_is_damage_and_none_at_all_is_no_case_for_the_doctor(
    ask: Ask, kept: Profile
) -> None:
    kept.archive.unlink()
    assert ask("doctor")[0] == 5
    kept.sidecar.unlink()
    kept.sidecar_copy.unlink()
    assert ask("doctor") == (1, "sotto: There is no history in this folder.\n")


def test_other_verbs_say_what_may_help(ask: Ask, kept: Profile) -> None:
    kept.archive.write_bytes(b"")
    code, said = ask("list")
    assert code == 1
    assert said.endswith(
        "`sotto restore` brings back a backup, and `sotto salvage` what can still be read.\n"
    )


def test_a_log_that_was_gone_is_told_until_the_window_has_told_it(ask: Ask, kept: Profile) -> None:
    lock = ProfileLock(kept.lock)
    lock.acquire("a test")
    lock.note(LastEnd.OPEN)
    lock.release()
    for _ in range(2):
        assert ask("list")[0] == 0
        assert "The log of the newest writes was gone" in ask("doctor")[1]
    lock.acquire("a test")
    assert lock.last_end is LastEnd.OPEN
    lock.release()
