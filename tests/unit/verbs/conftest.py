"""A profile with a conversation in it, and the command run upon it."""

import asyncio
import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli import main
from app.credentials.key_changes import confirm_recovery_key, create_recovery_key
from app.credentials.os_keyring import OsKeyring
from app.credentials.unlocking import confirm, unlock
from app.store.driver import Connection
from app.system.profile import Profile
from tests.unit.store.writing import begin, reopened

Ask = Callable[..., tuple[int, str]]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], kept: Profile) -> Ask:
    """Runs a verb, and returns its exit code with all that it said."""

    def run(*arguments: str | Path) -> tuple[int, str]:
        code = main([str(each) for each in (*arguments, "--profile", kept.folder)])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> "Pipe":
    return Pipe(monkeypatch)


class Pipe:
    """What is piped into the verbs that follow."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def __call__(self, *lines: str) -> None:
        content = "".join(f"{line}\n" for line in lines).encode()
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


@pytest.fixture
def recovery_key(kept: Profile, keyring: OsKeyring) -> str:
    typed = str(create_recovery_key(kept, unlock(kept, keyring, str).key).text)
    confirm_recovery_key(kept, typed, 1)
    return typed


@pytest.fixture
def kept(profile: Profile, keyring: OsKeyring) -> Profile:
    """A profile with a conversation in it."""
    unlocked = unlock(profile, keyring, lambda: "01939a7e-0000-7000-8000-000000000001")

    async def fill() -> None:
        async with reopened(profile, unlocked.key.key_and_salt, is_new=True) as archive:
            await begin(archive, text="A question")

    asyncio.run(fill())
    confirm(profile)
    return profile


def write_into(kept: Profile, keyring: OsKeyring, fill: Callable[[Connection], object]) -> None:
    """Do to the archive what another verb would have done before."""

    async def write() -> None:
        async with reopened(kept, unlock(kept, keyring, str).key.key_and_salt) as archive:
            await archive.write(fill)

    asyncio.run(write())
