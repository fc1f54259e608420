from pathlib import Path

import pytest

from app.system.profile import Profile
from app.system.profile_lock import ProfileLock
from tests.unit.verbs.conftest import Ask


def test_what_cannot_be_done_is_told_in_a_sentence(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("no backup")
    code, said = ask("restore", tmp_path / "letter")
    assert code == 2
    assert said.startswith("sotto: ")


@pytest.mark.parametrize(
    ("typed", "more"), [(("list",), ""), (("key", "rotate"), "`key rotate` needs it alone")]
)
def test_a_profile_whose_holder_lets_nobody_in_is_told(
    ask: Ask, kept: Profile, typed: tuple[str, ...], more: str
) -> None:
    lock = ProfileLock(kept.lock)
    lock.acquire("a test")
    code, said = ask(*typed)
    lock.release()
    assert code == 4
    assert said.startswith("sotto: This profile is open already, in a test (process ")
    assert more in said


def test_a_folder_that_is_no_history_is_told_of(ask: Ask, tmp_path: Path) -> None:
    assert ask("salvage", "--to", tmp_path / "profile")[0] == 2


@pytest.mark.parametrize(
    "arguments", [("list",), ("stats",), ("doctor",), ("backup",), ("search", "question")]
)
def test_quiet_verbs_say_nothing_aside(ask: Ask, arguments: tuple[str, ...]) -> None:
    code, said = ask(*arguments, "--quiet")
    assert code == 0
    assert "sotto:" not in said
