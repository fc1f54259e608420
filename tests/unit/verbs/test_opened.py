from pathlib import Path

import pytest

from app.cli import main
from app.system.profile import Profile
from app.system.profile_lock import ProfileLock
from tests.unit.verbs.conftest import Ask


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
