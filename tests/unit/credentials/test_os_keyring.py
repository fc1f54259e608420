import secrets
import sys
import textwrap
from pathlib import Path

import pytest
from keyring import errors as library
from secretstorage import exceptions as service

from app.credentials.os_keyring import OsKeyring, open_keyring
from app.domain.errors import (
    AppError,
    CredentialError,
    KeyringLocked,
    KeyringRefused,
    KeyringUnavailable,
)
from tests.fixtures.child_program import StartChild

ASK = """
    from app.credentials.os_keyring import open_keyring
    from app.domain.errors import CredentialError

    try:
        open_keyring().get("anything")
    except CredentialError as error:
        print("asked:", type(error).__name__)
"""
# A bus prints on the same terminal, so what the child says is marked.
ON_ITS_OWN_BUS = """
    import os, sys

    os.environ.pop("DISPLAY", None)
    command = [sys.executable, "-c", sys.argv[1]]
    os.execvp("dbus-run-session", ["dbus-run-session", *sys.argv[2:], "--", *command])
"""
BUS = """
    <busconfig>
      <type>session</type>
      <listen>unix:tmpdir={folder}</listen>
      <servicedir>{folder}</servicedir>
      <policy context="default">
        <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
      </policy>
    </busconfig>
"""
LOCK_AND_ASK = """
    import subprocess
    from contextlib import closing
    import secretstorage
    from app.credentials.os_keyring import open_keyring
    from app.domain.errors import CredentialError

    daemon = ["gnome-keyring-daemon", "--unlock", "--components=secrets"]
    subprocess.run(daemon, input=b"password", stdout=subprocess.DEVNULL)
    keyring = open_keyring()
    keyring.set("name", "s3cr3t")
    print("asked: kept", keyring.get("name") == "s3cr3t")
    with closing(secretstorage.dbus_init()) as bus:
        secretstorage.get_default_collection(bus).lock()
    for act in (lambda: keyring.get("name"), lambda: keyring.set("name", "other")):
        try:
            act()
        except CredentialError as error:
            print("asked:", type(error).__name__)
"""


@pytest.fixture
def name() -> str:
    return f"test:{secrets.token_hex(8)}"


class Backend:
    """Answers every call with the same: a secret, or an error."""

    def __init__(self, answer: str | Exception | None) -> None:
        self._answer = answer

    def get_password(self, _service: str, _name: str) -> str | None:
        if isinstance(self._answer, Exception):
            raise self._answer
        return self._answer

    def set_password(self, service: str, name: str, _secret: str) -> None:
        self.get_password(service, name)

    def delete_password(self, service: str, name: str) -> None:
        self.get_password(service, name)


def keyring_that(answer: str | Exception | None) -> OsKeyring:
    return OsKeyring(Backend(answer), "test")  # type: ignore[arg-type]


@pytest.mark.parametrize("secret", ["plain", "grüße 漢字 👩‍👩‍👧", "line\nline ", "x" * 10_000])
def test_a_secret_comes_back_to_the_letter(keyring: OsKeyring, name: str, secret: str) -> None:
    assert keyring.get(name) is None
    keyring.set(name, "before")
    keyring.set(name, secret)
    assert open_keyring().get(name) == secret


def test_names_may_hold_any_character(keyring: OsKeyring, name: str) -> None:
    keyring.set(f"{name}:ü 漢", "one")
    keyring.set(f"{name}:ü", "other")
    assert keyring.get(f"{name}:ü 漢") == "one"


def test_a_forgotten_secret_is_gone_and_can_be_forgotten_again(keyring: OsKeyring, name: str) -> None:
    keyring.set(name, "secret")
    keyring.delete(name)
    assert keyring.get(name) is None
    keyring.delete(name)


def test_the_kind_says_which_keyring_it_is(keyring: OsKeyring) -> None:
    assert keyring.kind == "keyring.backends.SecretService.Keyring"


def test_neither_a_file_nor_a_variable_can_choose_another_keyring(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    folder = own_home / "config" / "python_keyring"
    folder.mkdir()
    (folder / "keyringrc.cfg").write_text("[backend]\ndefault-keyring=keyring.backends.null.Keyring\n")
    assert open_keyring().kind == "keyring.backends.SecretService.Keyring"


@pytest.mark.parametrize("answer", [None, "", "another"])
def test_a_keyring_that_swallows_secrets_is_found_out(answer: str | None) -> None:
    with pytest.raises(KeyringRefused) as refusal:
        keyring_that(answer).set("name", "s3cr3t")
    assert "s3cr3t" not in repr(refusal.value)


@pytest.mark.parametrize(
    ("raised", "meant"),
    [
        (library.KeyringLocked("quotes s3cr3t"), KeyringLocked),
        (service.LockedException("quotes s3cr3t"), KeyringLocked),
        (service.PromptDismissedException("quotes s3cr3t"), KeyringLocked),
        (library.NoKeyringError("quotes s3cr3t"), KeyringUnavailable),
        (service.SecretServiceNotAvailableException("quotes s3cr3t"), KeyringUnavailable),
        (ConnectionResetError("quotes s3cr3t"), KeyringUnavailable),
        (library.PasswordSetError("quotes s3cr3t"), KeyringRefused),
    ],
)
def test_every_way_of_failing_has_its_own_error(raised: Exception, meant: type[CredentialError]) -> None:
    keyring = keyring_that(raised)
    for act in (
        lambda: keyring.get("name"),
        lambda: keyring.set("name", "s"),
        lambda: keyring.delete("name"),
    ):
        with pytest.raises(AppError) as told:
            act()
        assert type(told.value) is meant
        assert "s3cr3t" not in told.value.summary


def test_a_bug_is_not_taken_for_the_keyrings_fault() -> None:
    with pytest.raises(ZeroDivisionError):
        keyring_that(ZeroDivisionError()).get("name")


def test_an_unknown_system_has_no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "plan9")
    with pytest.raises(KeyringUnavailable):
        open_keyring()


@pytest.mark.parametrize("address", ["", "unix:path=/missing", "tcp:host=127.0.0.1,port=1", "nonsense"])
def test_without_a_bus_there_is_no_keyring(child: StartChild, address: str) -> None:
    asked = child(ASK, environment={"DBUS_SESSION_BUS_ADDRESS": address})
    assert asked.ends() == "asked: KeyringUnavailable"


def bus(folder: Path, service_program: str | None) -> str:
    """The option that starts a bus which knows no keyring, or one that is started by a program."""
    if service_program:
        text = f"[D-BUS Service]\nName=org.freedesktop.secrets\nExec={service_program}\n"
        (folder / "keyring.service").write_text(text)
    (folder / "bus.conf").write_text(BUS.format(folder=folder))
    return f"--config-file={folder / 'bus.conf'}"


@pytest.mark.parametrize("service_program", [None, "/missing/program", "/bin/false"])
def test_a_bus_whose_keyring_does_not_come_has_none(
    child: StartChild, tmp_path: Path, service_program: str | None
) -> None:
    asked = child(ON_ITS_OWN_BUS, textwrap.dedent(ASK), bus(tmp_path, service_program))
    assert answers(asked.ends()) == ["KeyringUnavailable"]


def test_a_locked_keyring_that_nobody_opens_is_locked(child: StartChild, own_home: Path) -> None:
    asked = child(
        ON_ITS_OWN_BUS, textwrap.dedent(LOCK_AND_ASK), environment={"XDG_RUNTIME_DIR": str(own_home)}
    )
    output = asked.ends()
    assert answers(output) == ["kept True", "KeyringLocked", "KeyringLocked"]
    assert "Traceback" not in output
    assert "s3cr3t" not in output


def test_a_keyring_that_would_first_have_to_be_made_is_locked(child: StartChild, own_home: Path) -> None:
    """A new account has no collection yet: its making asks for a password, and here nobody answers."""
    lines = textwrap.dedent(ASK)
    output = child(ON_ITS_OWN_BUS, lines, environment={"XDG_RUNTIME_DIR": str(own_home)}).ends()
    assert answers(output) == ["KeyringLocked"]


def answers(output: str) -> list[str]:
    """What the child has said, among all that its bus and its keyring print."""
    return [line.removeprefix("asked: ") for line in output.splitlines() if line.startswith("asked: ")]
