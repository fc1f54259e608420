from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from app.cli import main
from app.domain.ways import Answer, Way
from app.hosting import Held
from app.opening import open_profile
from app.system.profile import Profile
from app.system.profile_lock import ProfileLock
from app.verbs.opened import opened_chat, opened_profile
from tests.unit.verbs.conftest import Ask


def test_where_there_is_no_history_none_is_begun(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--profile", str(tmp_path / "nowhere")]) == 1
    assert "There is no history" in capsys.readouterr().err
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_that_the_system_does_not_let_us_look_into_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", "--profile", str(tmp_path / ("x" * 300))]) == 1
    assert capsys.readouterr().err.startswith("sotto: ")


async def test_what_is_open_already_is_worked_on(profile: Profile) -> None:
    async with AsyncExitStack() as ending:
        lock = ProfileLock(profile.lock)
        opened = await open_profile(profile, lock, Answer(Way.KEYRING), ending, "a test")
        held = Held(profile, opened, ending)
        async with opened_profile(profile, held, "a guest") as again:
            assert again is opened
        async with opened_chat(profile, held, "a guest") as (_, chat):
            assert chat is await held.chat()
        assert opened.archive.is_open
    lock.release()


def test_a_profile_in_use_is_told_with_its_holder(ask: Ask, kept: Profile) -> None:
    lock = ProfileLock(kept.lock)
    lock.acquire("a test")
    code, said = ask("list")
    lock.release()
    assert code == 4
    assert "in a test" in said
