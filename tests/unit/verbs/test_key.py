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
A_BACKUP_HELPS = " `sotto restore` brings back a backup."


def status(ask: Ask) -> tuple[bool, bool, str | None]:
    told = json.loads(ask("key", "status", "--json")[1])
    return told["keyring"] is not None, told["passphrase"], told["recovery_key"]


def test_the_ways_to_the_key_are_told_without_opening_it(ask: Ask, recovery_key: str) -> None:
    code, said = ask("key", "status", "--json")
    told = json.loads(said)
    assert (code, told["passphrase"], told["recovery_key"]) == (0, False, "confirmed")
    assert recovery_key not in said


def test_a_recovery_key_that_has_yet_to_be_typed_back_is_told_as_such(ask: Ask, pipe: Pipe) -> None:
    assert "Recovery key: none yet\n" in ask("key", "status")[1]
    typed = ask("key", "recovery")[1].strip()
    assert "Recovery key: pending, it has yet to be typed back\n" in ask("key", "status")[1]
    assert status(ask) == (True, False, "pending")
    pipe(typed)
    ask("key", "recovery", "--confirm")
    assert "Recovery key: confirmed\n" in ask("key", "status")[1]
    ask("key", "recovery")
    assert status(ask) == (True, False, "confirmed")  # the former one, until the next is typed back


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"{", f"sotto: Neither archive.json nor its copy can be read.{A_BACKUP_HELPS}\n"),
        (b'{"format": 99}', "sotto: A newer Sotto has written down how the archive opens.\n"),
    ],
)
def test_ways_that_cannot_be_read_are_not_told_as_none(
    ask: Ask, kept: Profile, content: bytes, told: str
) -> None:
    for path in (kept.sidecar, kept.sidecar_copy):
        path.write_bytes(content)
    assert ask("key", "status") == (1, told)
    for path in (kept.sidecar, kept.sidecar_copy):
        path.unlink()
    assert ask("key", "status") == (
        1,
        f"sotto: The file archive.json and its copy are gone.{A_BACKUP_HELPS}\n",
    )


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
    assert status(ask) == (True, True, None)
    pipe("other words")
    assert ask("key", "passphrase", "--new-passphrase-stdin", "--quiet") == (0, "")
    assert unlock_with_passphrase(kept, "other words").key
    assert ask("key", "passphrase", "--remove") == (0, "The keyring alone opens the history now.\n")
    assert status(ask) == (True, False, None)


def test_a_passphrase_alone_is_asked_for_and_may_be_piped_in(ask: Ask, pipe: Pipe) -> None:
    pipe(WORDS)
    assert ask("key", "passphrase", "--alone", "--new-passphrase-stdin")[0] == 0
    assert status(ask) == (False, True, None)
    code, said = ask("list")
    assert (code, said) == (1, "sotto: The archive's key is in no keyring; a passphrase opens it.\n")
    pipe(WORDS)
    assert ask("list", "--passphrase-stdin")[0] == 0
    pipe("wrong")
    assert ask("list", "--passphrase-stdin")[0] == 1
    pipe(WORDS, "other words")
    assert ask("key", "passphrase", "--passphrase-stdin", "--new-passphrase-stdin")[0] == 0
    assert status(ask) == (False, True, None)  # it stands alone as before
    pipe("other words")
    assert ask("key", "passphrase", "--remove", "--passphrase-stdin")[0] == 0
    assert status(ask) == (True, False, None)


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


@pytest.mark.parametrize("what", ["rotate", "status"])
def test_where_there_is_no_history_no_key_is_changed_or_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    assert main(["key", what, "--profile", str(tmp_path / "nowhere")]) == 1
    assert "There is no history" in capsys.readouterr().err
    assert not (tmp_path / "nowhere").exists()
