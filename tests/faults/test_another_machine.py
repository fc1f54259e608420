"""Another machine: an empty home, an empty keyring, one backup file and the recovery key on paper."""

import asyncio
import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.chat.way_in import enter
from app.credentials.key_changes import confirm_recovery_key, create_recovery_key
from app.credentials.sidecar_files import require_sidecar
from app.credentials.unlocking import confirm
from app.domain.ids import IdSource
from app.domain.ways import Answer, Way
from app.store.backups import make_backup
from app.store.driver import open_connection
from app.system.profile import Profile
from tests.fixtures.guards.files import SESSION_TEMPORARY
from tests.fixtures.places import REPOSITORY
from tests.unit.store.writing import ONE, begin, reopened

pytestmark = pytest.mark.slow

QUESTION = "How blue is celadon?"
# Runs there: brings the backup back, and shows every message through the archive itself.
THERE = """
import asyncio, sys
from pathlib import Path
from app.chat.way_in import enter
from app.cli import main
from app.domain.ways import Answer, Way
from app.store import conversations, history
from app.store.archive import Archive
from app.system.profile import Profile

folder = Path.home() / "sotto"
assert not list(Path.home().rglob("archive*")), "this home is not empty"
assert main(["restore", sys.argv[1], "--to", str(folder), "--recovery-key"]) == 0
profile = Profile(folder)
key = enter(profile, Answer(Way.KEYRING), str).key.key_and_salt

async def show():
    archive = Archive()
    await archive.open(profile.archive, key, is_new=False, now=1)
    for each in await archive.read(conversations.list_conversations):
        for item in (await archive.read(history.page, each.id, None, 100)).items:
            print("message:", item.text)
    await archive.close()

asyncio.run(show())
"""


async def test_one_file_and_the_typed_recovery_key_bring_every_message_back(
    profile: Profile, ids: IdSource, tmp_path: Path
) -> None:
    key = enter(profile, Answer(Way.KEYRING), ids.next).key
    async with reopened(profile, key.key_and_salt, is_new=True) as archive:
        await begin(archive, ONE, text=QUESTION)
    confirm(profile)
    recovery_key = create_recovery_key(profile, key).text
    confirm_recovery_key(profile, recovery_key, 1)
    backup = tmp_path / "mine.backup"
    with closing(open_connection(profile.archive, key.key_and_salt)) as connection:
        make_backup(connection, backup, key.key_and_salt, require_sidecar(profile).to_json())

    session = [sys.executable, str(REPOSITORY / "packaging" / "private_session.py")]
    there = await asyncio.to_thread(
        subprocess.run,
        [*session, sys.executable, "-c", THERE, str(backup)],
        cwd=REPOSITORY,
        env={"PATH": os.environ["PATH"], "TMPDIR": str(SESSION_TEMPORARY)},
        input=f"{recovery_key.lower().replace('-', ' ')}\n",
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert there.returncode == 0, there.stderr
    assert f"message: {QUESTION}" in there.stdout.splitlines()
    assert json.loads(profile.sidecar.read_bytes())["archive_id"] == key.archive_id
