"""Files that only their owner may read, replaced whole or not at all."""

import os
from pathlib import Path

PARTIAL = ".partial"
_PRIVATE_FILE = 0o600


def write_privately(path: Path, content: bytes) -> None:
    """Replace the file at `path` so that a crash leaves either the old content or the new."""
    partial = path.with_name(path.name + PARTIAL)
    partial.unlink(missing_ok=True)
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE_FILE), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
    sync_folder(path.parent)


def create_privately(path: Path) -> None:
    """Create an empty file, failing if it exists."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE_FILE))


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` last. Windows has no such call and needs none."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
