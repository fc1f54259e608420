import json
from pathlib import Path

import pytest

from app.chat.unsealing import is_sealed_file
from app.credentials.os_keyring import OsKeyring
from app.domain.ids import ConversationId, FolderId, UndoId
from app.store import folders
from app.store.driver import Connection
from app.system.profile import Profile
from tests.unit.store.writing import ONE, Writing
from tests.unit.verbs.conftest import Ask, Pipe, write_into


@pytest.fixture
def two(kept: Profile, keyring: OsKeyring) -> ConversationId:
    """A second conversation, in a folder."""

    def fill(connection: Connection) -> None:
        writing = Writing(connection)
        writing.conversation("two", changed_at=5)
        writing.question("two", "Another question")
        folders.add_folder(connection, FolderId("f"), "Pots", 1)
        folders.move(connection, [ConversationId("two")], FolderId("f"), UndoId("u"), 1)

    write_into(kept, keyring, fill)
    return ConversationId("two")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_one_is_written_as_the_file_that_was_named(ask: Ask, tmp_path: Path) -> None:
    code, said = ask("export", ONE, "--to", tmp_path / "one.md")
    assert code == 0
    assert said.endswith("What is written is not encrypted.\n")
    assert "A question" in (tmp_path / "one.md").read_text()


def test_nothing_is_replaced_without_force(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("kept")
    assert ask("export", ONE, "--to", tmp_path / "one.md") == (
        2,
        "sotto: There is a file of that name already.\n",
    )
    assert ask("export", ONE, "--to", tmp_path / "one.md", "--force", "--quiet") == (0, "")
    assert "A question" in (tmp_path / "one.md").read_text()


@pytest.mark.usefixtures("two")
def test_all_and_a_folder_are_written_into_a_folder(ask: Ask, tmp_path: Path) -> None:
    code, said = ask("export", "--all", "--to", tmp_path / "all", "--json")
    assert (code, json.loads(said)["conversations"]) == (0, 2)
    assert names(tmp_path / "all") == ["A question.md", "Title of two.md"]
    assert ask("export", "--folder", "POTS", "--to", tmp_path / "pots", "--quiet") == (0, "")
    assert names(tmp_path / "pots") == ["Title of two.md"]


@pytest.mark.usefixtures("two")
def test_json_takes_all_of_them_in_one_file(ask: Ask, tmp_path: Path) -> None:
    assert ask("export", "--all", "--to", tmp_path / "all.json", "--format", "json")[0] == 0
    pieces = json.loads((tmp_path / "all.json").read_text())
    assert [each["id"] for each in pieces if each.get("piece") == "conversation"] == ["one", "two"]


def test_one_goes_to_standard_output(ask: Ask, two: ConversationId) -> None:
    code, said = ask("export", two, "--to", "-", "--detail", "text")
    assert code == 0
    assert said.endswith("\n\nAnother question\n")


@pytest.mark.usefixtures("two")
def test_what_is_not_clear_is_asked_for(ask: Ask, tmp_path: Path) -> None:
    for arguments in ([], ["--all", ONE], ["--all", "--folder", "Pots"], ["--folder", "Cups"]):
        code, said = ask("export", *arguments, "--to", tmp_path / "x")
        assert code == 2
        assert said.startswith("sotto: ")
    assert ask("export", "--all", "--to", "-")[0] == 2
    assert ask("export", ONE, "--to", "-", "--format", "pdf")[0] == 2
    assert not (tmp_path / "x").exists()


def test_what_is_sealed_comes_back_by_its_passphrase_alone(ask: Ask, pipe: Pipe, tmp_path: Path) -> None:
    pipe("four words")
    sealed = tmp_path / "one.json.sotto"
    code, said = ask("export", ONE, "--to", sealed, "--format", "json", "--seal", "--new-passphrase-stdin")
    assert code == 0
    assert said.endswith("Only the passphrase opens what is written, and only in Sotto.\n")
    assert b"A question" not in sealed.read_bytes()
    pipe("other words")
    code, said = ask("import", sealed, "--dry-run", "--file-passphrase-stdin")
    assert (code, said) == (1, f"sotto: {sealed}: The passphrase does not open this file.\n")
    pipe("four words")
    code, said = ask("import", sealed, "--dry-run", "--file-passphrase-stdin")
    assert (code, "here already: 1" in said) == (0, True)
    code, said = ask("import", sealed)
    assert (code, said.endswith("Where nobody can be asked, say --file-passphrase-stdin.\n")) == (1, True)


def test_what_is_sealed_goes_into_files(ask: Ask, pipe: Pipe, tmp_path: Path) -> None:
    pipe("four words")
    into = ("--seal", "--new-passphrase-stdin", "--to")
    assert ask("export", "--all", *into, tmp_path / "all", "--quiet") == (0, "")
    assert names(tmp_path / "all") == ["A question.md.sotto"]
    pipe("four words")
    assert ask("export", ONE, *into, "-")[0] == 2


@pytest.mark.usefixtures("two")
def test_all_of_them_are_sealed_in_one_file(ask: Ask, pipe: Pipe, tmp_path: Path) -> None:
    pipe("four words")
    sealed = tmp_path / "all.json.sotto"
    into = ("--format", "json", "--seal", "--new-passphrase-stdin")
    assert ask("export", "--all", "--to", sealed, *into, "--quiet") == (0, "")
    assert is_sealed_file(sealed)


def test_a_passphrase_without_a_seal_writes_nothing(ask: Ask, pipe: Pipe, tmp_path: Path) -> None:
    pipe("four words")
    code, said = ask("export", ONE, "--to", tmp_path / "one.md", "--new-passphrase-stdin")
    assert (code, said) == (2, "sotto: A passphrase goes with --seal. Nothing has been written.\n")
    assert not (tmp_path / "one.md").exists()
