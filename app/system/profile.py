"""The profile: the folder that holds an archive and all that belongs to it, and nothing else of ours."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from app.system.private_file import PARTIAL

_PRIVATE_FOLDER = 0o700


@dataclass(frozen=True, slots=True)
class Profile:
    folder: Path

    @property
    def archive(self) -> Path:
        return self.folder / "archive.db"

    @property
    def sidecar(self) -> Path:
        """The file that tells which key the archive needs, without holding any secret."""
        return self.folder / "archive.json"

    @property
    def sidecar_copy(self) -> Path:
        """The same again, for the day when that file is damaged."""
        return self.folder / "archive.copy.json"

    @property
    def rotating(self) -> Path:
        """The copy of the archive under its next key, while it is being made."""
        return self.folder / "archive.db.rotating"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    @property
    def ballast(self) -> Path:
        """Room that is kept back for the day when the disk is full."""
        return self.folder / "ballast"

    @property
    def restoring(self) -> Path:
        """The folder in which a backup is unpacked and proved before anything else is touched."""
        return self.folder / "restoring"

    @property
    def lock(self) -> Path:
        return self.folder / "profile.lock"

    @property
    def socket(self) -> Path:
        """Where the same user's other processes reach whoever has the profile open."""
        return self.folder / "profile.socket"

    @property
    def settings(self) -> Path:
        """The plain file of what is known before the archive is unlocked."""
        return self.folder / "settings.json"

    @property
    def logs(self) -> Path:
        return self.folder / "logs"

    def make(self) -> None:
        """Create the folder if need be, and see that nobody else may look into it.

        What the owner may do stays: who has made it read-only has meant it.
        """
        for folder in (self.folder, self.logs):
            folder.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
            mode = stat.S_IMODE(folder.stat().st_mode)
            if os.name == "posix" and mode & ~_PRIVATE_FOLDER:
                folder.chmod(mode & _PRIVATE_FOLDER)

    def traces(self) -> list[Path]:
        """Return what an archive has left here: any of it means that this is not a first run.

        A write that a crash cut short is none: nothing has come of it.
        """
        left = (*self.folder.glob("archive*"), *self.backups.glob("*.backup"))
        return sorted(path for path in left if path.is_file() and path.suffix != PARTIAL)


def log_of(archive: Path) -> Path:
    """Return where SQLite keeps an archive's write-ahead log."""
    return archive.with_name(archive.name + "-wal")


def default_profile() -> Profile:
    return Profile(Path(platformdirs.user_data_dir("sotto", appauthor=False)))
