"""The folder of backups: making one that is proved before it counts, listing them, dropping one."""

import os
import re
import secrets
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from app.domain.backup import Backup, superfluous
from app.store.backup_file import append_sidecar, sidecar_of
from app.store.copies import Progress, copy_archive, remove_copy, require_room, verify_copy
from app.store.driver import Connection
from app.system.disk_errors import disk_errors_translated
from app.system.new_file import require_free, take_free_place
from app.system.private_file import PARTIAL, sync_folder
from app.system.profile import log_of

_NAME = re.compile(r"sotto-(\d{8}-\d{6})(-before-change)?(?:-\d+)?\.backup")
_UNFINISHED = re.compile(rf"{_NAME.pattern}(\.[0-9a-f]{{8}})?{re.escape(PARTIAL)}")
_MOMENT = "%Y%m%d-%H%M%S"
_PRECAUTION = "-before-change"


def list_backups(folder: Path) -> list[Backup]:
    """Return the backups in the folder, the newest first. What else lies there is none of ours."""
    with disk_errors_translated():
        if not folder.is_dir():
            return []
        backups = [backup for path in folder.iterdir() if (backup := _backup(path))]
    return sorted(backups, key=lambda backup: (-backup.made_at, backup.name))


def path_for(folder: Path, now: int, *, is_precaution: bool = False) -> Path:
    """Return where a backup of this moment belongs, making the folder if need be."""
    with disk_errors_translated():
        folder.mkdir(mode=0o700, exist_ok=True)
    stem = "sotto-" + datetime.fromtimestamp(now // 1_000_000, UTC).strftime(_MOMENT)
    stem += _PRECAUTION if is_precaution else ""
    path, count = folder / f"{stem}.backup", 1
    while any(folder.glob(f"{path.name}*")):  # another may be under way
        count += 1
        path = folder / f"{stem}-{count}.backup"
    return path


def make_backup(
    connection: Connection,
    path: Path,
    key_and_salt: str,
    sidecar: bytes,
    *,
    progress: Progress | None = None,
) -> None:
    """Write a backup to the new file `path`: it bears that name only when it has been opened and proved.

    Until then it bears one that nothing else has, for a person's own files may lie there.
    Raises FileExists, DiskFull before anything is written if there is no room, and what `progress` raises.
    """
    require_free(path)
    require_room(connection, path.parent)
    partial = path.with_name(f"{path.name}.{secrets.token_hex(4)}{PARTIAL}")
    with disk_errors_translated(), ExitStack() as on_failure:
        on_failure.callback(remove_copy, partial)
        contents = copy_archive(connection, partial, key_and_salt, progress=progress)
        verify_copy(partial, key_and_salt, contents, progress=progress)
        append_sidecar(partial, sidecar)
        sidecar_of(partial)
        take_free_place(partial, path)
        sync_folder(path.parent)
        on_failure.pop_all()


def make_named_backup(
    connection: Connection,
    name: Callable[[], Path],
    key_and_salt: str,
    sidecar: bytes,
    *,
    progress: Progress | None = None,
) -> Path:
    """Write a backup to the file that `name` gives for it as copying begins, as `make_backup` does."""
    path = name()
    make_backup(connection, path, key_and_salt, sidecar, progress=progress)
    return path


def mark_held(path: Path, archive: Path) -> None:
    """Let the backup bear the moment of the archive's last change, which it holds."""
    with disk_errors_translated():
        if not _size(log_of(archive)):  # else something has been written since
            moment = archive.stat().st_mtime_ns
            os.utime(path, ns=(moment, moment))


def changed_at(archive: Path, folder: Path) -> int:
    """Return the moment of the archive's last change that no backup in the folder is marked to hold, or 0.

    An open archive has a log, which is empty as long as nothing is written.
    """
    with disk_errors_translated():
        files = [path for path in (archive, log_of(archive)) if _size(path)]
        changed = max((path.stat().st_mtime_ns for path in files), default=0)
        held = {(folder / backup.name).stat().st_mtime_ns for backup in list_backups(folder)}
    return 0 if changed in held else changed // 1000


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def drop_backup(folder: Path, name: str) -> None:
    """Remove a backup from the folder. One that is gone already is no trouble."""
    with disk_errors_translated():
        if _NAME.fullmatch(name):
            (folder / name).unlink(missing_ok=True)
            sync_folder(folder)


def drop_superfluous(folder: Path, just_made: Path) -> None:
    """Remove the backups that newer ones have taken the place of, above all the one just made."""
    for backup in superfluous(list_backups(folder), free_bytes(folder), just_made.name):
        drop_backup(folder, backup.name)


def drop_unfinished(folder: Path) -> None:
    """Remove what a crash has left of backups. Nobody may be making one in the folder."""
    with disk_errors_translated():
        if not folder.is_dir():
            return
        for path in list(folder.iterdir()):
            if _UNFINISHED.fullmatch(path.name):
                remove_copy(path)


def free_bytes(folder: Path) -> int:
    """Return how much room is left beside the backups."""
    with disk_errors_translated():
        return shutil.disk_usage(folder if folder.is_dir() else folder.parent).free


def _backup(path: Path) -> Backup | None:
    """Return what the name of a file says of the backup in it. Other files' names say nothing."""
    name = _NAME.fullmatch(path.name)
    if name is None or not path.is_file():
        return None
    try:
        moment = _moment(name[1])
    except (ValueError, OverflowError):  # there is no such day
        return None
    return Backup(path.name, moment, path.stat().st_size, is_precaution=bool(name[2]))


def _moment(text: str) -> int:
    return int(datetime.strptime(text, _MOMENT).replace(tzinfo=UTC).timestamp()) * 1_000_000
