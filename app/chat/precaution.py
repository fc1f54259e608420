"""The backup that is made before anything changes the whole archive: its key, or its schema.

It is never left out. Where there is no room for it, or the archive is not whole, nothing is changed.
"""

from collections.abc import Coroutine
from typing import Any

from app.chat.giving_up import until_given_up
from app.credentials.archive_key import ArchiveKey
from app.credentials.sidecar_files import require_sidecar
from app.store.archive import Archive
from app.store.backups import drop_superfluous, drop_unfinished, make_backup, path_for
from app.store.copies import Progress
from app.store.driver import Connection
from app.system.profile import Profile
from app.system.worker_thread import run_once


def back_up_first(
    source: Connection, profile: Profile, key: ArchiveKey, now: int, progress: Progress | None = None
) -> None:
    """Make a backup of the archive that `source` has open. Raises StoreError, or what `progress` raises."""
    path = path_for(profile.backups, now, is_precaution=True)
    sidecar = require_sidecar(profile).to_json()
    make_backup(source, path, key.key_and_salt, sidecar, progress=progress)
    drop_superfluous(profile.backups, path)


async def open_archive(
    archive: Archive,
    profile: Profile,
    key: ArchiveKey,
    *,
    is_new: bool,
    now: int,
    progress: Progress | None = None,
) -> None:
    """Open the archive with its key. One of an older schema is backed up, then migrated.

    `progress` is told of that backup. Cancelling ends it, and the archive stays as it was.
    """

    def open_it(tell: Progress) -> Coroutine[Any, Any, None]:
        return archive.open(
            profile.archive,
            key.key_and_salt,
            is_new=is_new,
            now=now,
            before_migration=lambda source: back_up_first(source, profile, key, now, tell),
        )

    await run_once("clearing up backups", lambda: drop_unfinished(profile.backups))
    await until_given_up(open_it, progress)
