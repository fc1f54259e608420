"""A passphrase typed at a terminal, for a verb whose archive opens with nothing else."""

from pathlib import Path

import pytest

from app.credentials.key_changes import set_passphrase, use_passphrase_only
from app.credentials.os_keyring import OsKeyring
from app.credentials.unlocking import unlock
from app.system.profile import Profile
from tests.end_to_end.conftest import StartVerb, Terminal
from tests.fakes.scripted_server import MODEL, ScriptedServer

pytestmark = pytest.mark.slow

WORDS = "four words are enough"
SESSION = ("setsid", "--ctty", "--wait")  # makes the terminal at its input its own


@pytest.fixture
async def profile(sotto: StartVerb, tmp_path: Path) -> Profile:
    made = Profile(tmp_path / "profile")
    async with ScriptedServer() as server:
        to = ("--base-url", server.base_url, "--model", MODEL, "--profile", made.folder)
        assert await sotto("ask", "How blue?", *to).ends() == 0
    return made


@pytest.fixture
def folder(profile: Profile, keyring: OsKeyring) -> Path:
    """A history that only a passphrase opens."""
    set_passphrase(profile, unlock(profile, keyring, str).key, WORDS)
    use_passphrase_only(profile, keyring, WORDS)
    return profile.folder


@pytest.mark.parametrize(
    ("typed", "code", "told"), [(WORDS, 0, "How blue?"), ("another", 1, "does not open")]
)
async def test_a_passphrase_is_asked_for_and_never_shown(
    sotto: StartVerb, folder: Path, terminal: Terminal, typed: str, code: int, told: str
) -> None:
    how = {"asked_at": terminal, "answers": terminal.side, "before": SESSION}
    verb = sotto("list", "--profile", folder, **how)
    await terminal.until("Passphrase: ")
    terminal.type(f"{typed}\n")
    assert await verb.ends() == code, terminal.shows
    assert told in terminal.shows
    assert typed not in terminal.shows


async def test_without_a_terminal_the_history_stays_closed_and_that_is_told(
    sotto: StartVerb, folder: Path
) -> None:
    verb = sotto("list", "--profile", folder, piped=WORDS.encode(), before=("setsid", "--wait"))
    assert await verb.ends() == 1
    assert verb.complained == "sotto: The archive's key is in no keyring; a passphrase opens it.\n"
