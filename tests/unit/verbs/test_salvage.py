import json
from pathlib import Path

from app.cli import main
from app.system.profile import Profile
from tests.unit.verbs.conftest import Ask


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
