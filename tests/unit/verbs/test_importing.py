import json
from pathlib import Path

import pytest

from app.system.profile import Profile
from tests.unit.verbs.conftest import Ask

CHAT = "# Glazes\n\n## You\nWhat is cobalt?\n\n## ChatGPT\nA walrus of a metal.\n"


@pytest.fixture
def chat(tmp_path: Path) -> Path:
    path = tmp_path / "chat.md"
    path.write_text(CHAT)
    return path


def test_what_is_brought_in_can_be_found(ask: Ask, chat: Path) -> None:
    assert ask("import", chat) == (0, f"{chat}: 1 conversation of Markdown added, 2 messages, 0 files\n")
    assert "walrus" in ask("search", "walrus")[1]
    assert ask("import", chat)[1].splitlines() == [
        f"{chat}: 0 conversations of Markdown added, 0 messages, 0 files",
        f"{chat}: without anything new: 1",
    ]


def test_a_dry_run_tells_and_changes_nothing(ask: Ask, chat: Path) -> None:
    assert ask("import", chat, "--dry-run", "--quiet") == (
        0,
        f"{chat}: 1 conversation of Markdown, 2 messages, 0 files\n",
    )
    assert ask("search", "walrus", "--quiet")[0] == 7


def test_a_program_is_told_all_of_it(ask: Ask, chat: Path) -> None:
    code, said = ask("import", chat, "--dry-run", "--json")
    [told] = json.loads(said)
    assert code == 0
    assert (told["file"], told["origin"], told["conversations"], told["known"]) == (
        str(chat),
        "markdown",
        1,
        0,
    )
    [report] = json.loads(ask("import", chat, "--json", "--quiet")[1])
    assert (len(report["added"]), report["items"], report["fault"]) == (1, 2, None)
    [again] = json.loads(ask("import", chat, "--json")[1])
    assert (again["added"], again["known"]) == ([], 1)


def test_one_that_cannot_be_taken_in_keeps_no_other_back(ask: Ask, chat: Path, tmp_path: Path) -> None:
    (tmp_path / "odd.json").write_text("[]")
    code, said = ask("import", tmp_path / "odd.json", chat, tmp_path / "gone")
    assert code == 1
    assert "1 conversation of Markdown added" in said
    assert f"sotto: {tmp_path}/odd.json: The file is not the export of a program that Sotto knows." in said
    assert f"sotto: {tmp_path}/gone: The file cannot be opened." in said
    told = json.loads(ask("import", tmp_path / "odd.json", "--json", "--quiet")[1].rpartition("sotto:")[0])
    assert told == [{"file": f"{tmp_path}/odd.json", "error": "ExportUnknown"}]


@pytest.mark.parametrize("dry_run", [(), ("--dry-run",)])
def test_what_is_left_out_altogether_is_a_failure(ask: Ask, tmp_path: Path, dry_run: tuple[str, ...]) -> None:
    (tmp_path / "long.md").write_text("x" * (17 << 20))
    code, said = ask("import", tmp_path / "long.md", *dry_run)
    assert code == 1
    assert "left out: Texts that are larger than Sotto takes in (1)" in said


def test_what_stays_behind_and_what_is_in_the_trash_is_told(ask: Ask, chat: Path, kept: Profile) -> None:
    [report] = json.loads(ask("import", chat, "--json")[1])
    ask("delete", report["added"][0])
    assert "in the trash: 1" in ask("import", chat, "--dry-run")[1]
    assert "left in the trash: 1" in ask("import", chat)[1]
    chat.with_name("other.txt").write_bytes(b"\x89PNG\0")
    assert "left out: Files that are no Markdown (" in ask("import", chat.parent)[1]
    assert kept.archive.exists()
