from collections.abc import Sequence
from pathlib import Path

from package_names import INSTALL_LINES, TEST_PIECES, Piece


def piece(file: str, folders: Sequence[Path] = ()) -> Piece:
    return Piece(file, file, tuple(map(str, folders)), "a", "b", "c")


def test_a_program_is_looked_for_where_programs_are() -> None:
    assert piece("sh").is_present()
    assert not piece("no-such-program").is_present()


def test_a_font_is_looked_for_in_every_folder_and_below(tmp_path: Path) -> None:
    folders = (tmp_path / "absent", tmp_path)
    assert not piece("Inter*", folders).is_present()
    (tmp_path / "opentype").mkdir()
    (tmp_path / "opentype" / "Inter-Thin.otf").touch()
    assert piece("Inter*", folders).is_present()


def test_the_machine_that_runs_this_has_every_piece() -> None:
    assert not [one.name for one in TEST_PIECES if not one.is_present()]


def test_no_line_installs_without_being_asked() -> None:
    assert all(line.startswith("sudo ") for line in INSTALL_LINES.values())
