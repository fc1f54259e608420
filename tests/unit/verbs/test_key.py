import getpass
import json
from pathlib import Path

import pytest

from app.cli import main
from app.credentials.unlocking import unlock_with_passphrase, unlock_with_recovery_key
from app.system.profile import Profile
from app.verbs import key_answer
from tests.unit.verbs.conftest import Ask, Pipe

WORDS = "four words are enough"


def status(ask: Ask) -> tuple[bool, bool, bool]:
    told = json.loads(ask("key", "status", "--json")[1])
    return told["keyring"] is not None, told["passphrase"], told["recovery_key"]


def test_the_ways_to_the_key_are_told_without_opening_it(ask: Ask, recovery_key: str) -> None:
    code, said = ask("key", "status", "--json")
    told = json.loads(said)
    assert (code, told["passphrase"], told["recovery_key"]) == (0, False, True)
    assert recovery_key not in said


def test_a_recovery_key_is_printed_once_and_typed_back(ask: Ask, kept: Profile, pipe: Pipe) -> None:
    code, said = ask("key", "recovery")
    typed = said.strip()
    assert code == 0
    assert unlock_with_recovery_key(kept, typed).key
    pipe("something else")
    code, said = ask("key", "recovery", "--confirm")
    assert (code, said.startswith("sotto: ")) == (1, True)
    pipe(typed)
    assert ask("key", "recovery", "--confirm") == (0, "The recovery key has been confirmed.\n")
    pipe(typed)
    assert ask("key", "recovery", "--confirm")[0] == 1  # nothing waits any more


def test_a_former_recovery_key_holds_until_the_next_is_confirmed(
    ask: Ask, kept: Profile, recovery_key: str, pipe: Pipe
) -> None:
    told = json.loads(ask("key", "recovery", "--json")[1])
    assert told["replaces"]
    assert unlock_with_recovery_key(kept, recovery_key).key
    pipe(told["recovery_key"])
    assert ask("key", "recovery", "--confirm", "--quiet") == (0, "")
    assert "sotto" not in told["recovery_key"]


def test_a_passphrase_is_set_changed_and_removed(ask: Ask, kept: Profile, pipe: Pipe) -> None:
    pipe(WORDS)
    assert ask("key", "passphrase", "--new-passphrase-stdin") == (
        0,
        "The passphrase and the keyring open the history now.\n",
    )
    assert status(ask) == (True, True, False)
    pipe("other words")
    assert ask("key", "passphrase", "--new-passphrase-stdin", "--quiet") == (0, "")
    assert unlock_with_passphrase(kept, "other words").key
    assert ask("key", "passphrase", "--remove") == (0, "The keyring alone opens the history now.\n")
    assert status(ask) == (True, False, False)


def test_a_passphrase_alone_is_asked_for_and_may_be_piped_in(ask: Ask, pipe: Pipe) -> None:
    pipe(WORDS)
    assert ask("key", "passphrase", "--alone", "--new-passphrase-stdin")[0] == 0
    assert status(ask) == (False, True, False)
    code, said = ask("list")
    assert (code, said) == (1, "sotto: The archive's key is in no keyring; a passphrase opens it.\n")
    pipe(WORDS)
    assert ask("list", "--passphrase-stdin")[0] == 0
    pipe("wrong")
    assert ask("list", "--passphrase-stdin")[0] == 1
    pipe(WORDS, "other words")
    assert ask("key", "passphrase", "--passphrase-stdin", "--new-passphrase-stdin")[0] == 0
    assert status(ask) == (False, True, False)  # it stands alone as before
    pipe("other words")
    assert ask("key", "passphrase", "--remove", "--passphrase-stdin")[0] == 0
    assert status(ask) == (True, False, False)


def test_the_passphrase_is_asked_for_at_a_terminal(
    ask: Ask, pipe: Pipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe(WORDS)
    assert ask("key", "passphrase", "--alone", "--new-passphrase-stdin")[0] == 0
    asked: list[str] = []
    monkeypatch.setattr(key_answer, "has_terminal", lambda: True)
    monkeypatch.setattr(getpass, "getpass", lambda prompt: asked.append(prompt) or WORDS)
    assert ask("list")[0] == 0
    assert asked == ["Passphrase: "]


def test_the_key_is_changed(ask: Ask, kept: Profile) -> None:
    before = kept.archive.read_bytes()
    assert ask("key", "rotate") == (0, "The history is under a new key now.\n")
    assert kept.archive.read_bytes() != before
    assert ask("show", "one")[0] == 0
    assert len(list(kept.backups.glob("*.backup"))) == 1
    assert ask("key", "rotate", "--json")[1] == '{\n "is_rotated": true\n}\n'


def test_where_there_is_no_history_no_key_is_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["key", "rotate", "--profile", str(tmp_path / "nowhere")]) == 1
    assert "There is no history" in capsys.readouterr().err
    assert not (tmp_path / "nowhere").exists()
