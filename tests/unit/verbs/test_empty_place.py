from pathlib import Path

from app.system.profile import Profile
from tests.unit.verbs.conftest import Ask


def test_a_folder_with_a_history_is_not_restored_into(ask: Ask, kept: Profile, tmp_path: Path) -> None:
    ask("backup", "--to", tmp_path / "mine")
    code, said = ask("restore", tmp_path / "mine", "--to", kept.folder)
    assert code == 2
    assert "left as it is" in said
