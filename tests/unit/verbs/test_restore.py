import io
from contextlib import closing
from pathlib import Path

import pytest

from app.cli import main
from app.credentials.keyring_entries import folder_entry, key_entry
from app.credentials.os_keyring import OsKeyring
from app.credentials.unlocking import unlock
from app.store import history
from app.store.driver import open_connection
from app.system.profile import Profile
from tests.unit.store.writing import ONE
from tests.unit.verbs.conftest import Ask, Pipe


def test_on_another_machine_the_recovery_key_alone_leads_to_every_message(
    ask: Ask,
    kept: Profile,
    keyring: OsKeyring,
    recovery_key: str,
    tmp_path: Path,
    pipe: Pipe,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert ask("backup", "--to", tmp_path / "mine")[0] == 0
    for entry in (key_entry(unlock(kept, keyring, str).key.archive_id), folder_entry(kept)):
        keyring.delete(entry)
    elsewhere = tmp_path / "elsewhere"
    pipe(recovery_key)
    assert main(["restore", str(tmp_path / "mine"), "--to", str(elsewhere), "--recovery-key"]) == 0
    assert main(["list", "--profile", str(elsewhere)]) == 0
    assert capsys.readouterr().out.endswith("1970-01-01  one  A question\n")
    with closing(open_connection(Profile(elsewhere).archive, key_of(elsewhere, keyring))) as connection:
        assert [item.text for item in history.page(connection, ONE, None, 10).items] == ["A question"]


@pytest.mark.parametrize("piped", [None, io.TextIOWrapper(io.BytesIO())])
def test_without_a_line_on_standard_input_no_recovery_key_is_taken(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, piped: io.TextIOWrapper | None
) -> None:
    assert ask("backup", "--to", tmp_path / "mine")[0] == 0
    monkeypatch.setattr("sys.stdin", piped)
    code, said = ask("restore", tmp_path / "mine", "--to", tmp_path / "elsewhere", "--recovery-key")
    assert (code, said.count("\n")) == (2, 1)
    assert "standard input" in said
    assert not (tmp_path / "elsewhere").exists()


def key_of(folder: Path, keyring: OsKeyring) -> str:
    return unlock(Profile(folder), keyring, str).key.key_and_salt
