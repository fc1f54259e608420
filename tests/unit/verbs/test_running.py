from pathlib import Path

from tests.unit.verbs.conftest import Ask


def test_what_cannot_be_done_is_told_in_a_sentence(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("no backup")
    code, said = ask("restore", tmp_path / "letter")
    assert code == 2
    assert said.startswith("sotto: ")
