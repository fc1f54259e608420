"""Completion, tried by the shells themselves where they are on this machine."""

import shutil
import subprocess
from pathlib import Path

import pytest

from app.cli import main
from app.verbs.caring_arguments import SHELLS
from app.verbs.command import command_parser
from app.verbs.completion import completion
from app.verbs.grammar import grammar_of

_ASK = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_sotto
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("completion") / "sotto.bash"
    path.write_text(completion("bash"))
    return path


def completed(script: Path, typed: str, folder: Path) -> list[str]:
    """What bash makes of `sotto TYPED`, of which the last word is being typed."""
    command = ["bash", "-c", _ASK, "bash", script, "sotto", *typed.split(" ")]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=20, check=True)
    assert run.stderr == ""
    return run.stdout.split()


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("de", ["delete"]),
        ("key ", ["status", "recovery", "passphrase", "rotate"]),
        ("--profile list und", ["undelete"]),
        ("stats --by ", ["day", "model", "hour", "conversation"]),
        ("stats --b", ["--by"]),
        ("key recovery --c", ["--confirm"]),
        ("completion ", ["bash", "zsh", "fish"]),
        ("ask --file no", ["notes", "note.txt"]),
        ("restore no", ["notes", "note.txt"]),
        ("salvage --to no", ["notes"]),
        ("ask --model no", []),
        ("list --tag no", []),
        ("context 0193 --reply --m", ["--model"]),
    ],
)
def test_bash_completes(script: Path, tmp_path: Path, typed: str, offered: list[str]) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "note.txt").touch()
    assert sorted(completed(script, typed, tmp_path)) == sorted(offered)


def test_bash_knows_every_verb_and_every_option(script: Path, tmp_path: Path) -> None:
    for level in grammar_of(command_parser()).all():
        typed = "".join(f"{word} " for word in level.path)
        options = {name for each in level.options for name in each.names}
        assert set(completed(script, f"{typed}-", tmp_path)) == options
        if level.below:
            assert set(completed(script, typed, tmp_path)) == {below.path[-1] for below in level.below}


@pytest.mark.parametrize("shell", [shell for shell in SHELLS if shutil.which(shell)])
def test_the_shell_understands_it(shell: str, tmp_path: Path) -> None:
    script = tmp_path / "script"
    script.write_text(completion(shell))
    subprocess.run([shell, "-n", script], timeout=20, check=True)


@pytest.mark.parametrize("shell", SHELLS)
def test_every_option_is_offered(shell: str) -> None:
    script = completion(shell)
    for level in grammar_of(command_parser()).all():
        for each in level.options:
            for name in each.names:
                assert (name in script) or f"-l {name.lstrip('-')} " in script or f"-s {name[1:]} " in script


def test_it_is_printed_for_whoever_asks(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "fish"]) == 0
    assert capsys.readouterr().out == completion("fish")
