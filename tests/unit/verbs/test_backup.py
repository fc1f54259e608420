from pathlib import Path

from app.system.profile import Profile
from tests.unit.verbs.conftest import Ask


def test_a_backup_is_made_and_brought_back(ask: Ask, kept: Profile, tmp_path: Path) -> None:
    code, said = ask("backup", "--to", tmp_path / "mine")
    assert code == 0
    assert "opens only with this computer's keyring" in said
    assert ask("restore", tmp_path / "mine")[0] == 0
    assert len(list(kept.folder.glob("archive.db.before-restore-*"))) == 1
    assert ask("list")[1] == "1970-01-01  one  A question\n"


def test_a_backup_never_replaces_a_file(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("precious")
    assert ask("backup", "--to", tmp_path / "mine")[0] == 2
    assert (tmp_path / "mine").read_text() == "precious"
