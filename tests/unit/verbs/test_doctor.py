import json

from app.system.profile import Profile
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
