"""The sidecar on the disk: a file and its copy, so that a damage to either loses nothing.

Each is replaced whole, the file before its copy, and at every point one of them can be read. What is missing
or unreadable is mended from the other; where both are lost, nothing is made up.
"""

from contextlib import suppress
from pathlib import Path

from app.credentials.sidecar import Sidecar
from app.domain.errors import SidecarLost, StoreError
from app.system.disk_errors import disk_errors_translated
from app.system.private_file import write_privately
from app.system.profile import Profile


def read_sidecar(profile: Profile) -> Sidecar | None:
    """Return the sidecar, mended if need be, or None where there is neither file nor copy.

    Raises SidecarLost if neither makes sense, StoreFromFuture if a newer Sotto wrote it, and StoreError if
    the disk will not give it.
    """
    places = (profile.sidecar, profile.sidecar_copy)
    contents = [_content(path) for path in places]
    if contents == [None, None]:
        return None
    found = [_sidecar(content) for content in contents]
    sidecar = found[0] or found[1]
    if sidecar is None:
        raise SidecarLost(f"Neither {places[0].name} nor its copy can be read.")
    for path, held in zip(places, found, strict=True):
        if held != sidecar:
            # The folder may be read-only for now; that is told when something must be written.
            with suppress(StoreError):
                _write(path, sidecar)
    return sidecar


def require_sidecar(profile: Profile) -> Sidecar:
    """Return the sidecar of a profile that has one. Raises SidecarLost where it is gone."""
    sidecar = read_sidecar(profile)
    if sidecar is None:
        raise SidecarLost(f"The file {profile.sidecar.name} and its copy are gone.")
    return sidecar


def write_sidecar(profile: Profile, sidecar: Sidecar) -> None:
    """Replace the file, then its copy. Raises StoreError."""
    _write(profile.sidecar, sidecar)
    _write(profile.sidecar_copy, sidecar)


def _content(path: Path) -> bytes | None:
    with disk_errors_translated():
        return path.read_bytes() if path.exists() else None


def _sidecar(content: bytes | None) -> Sidecar | None:
    """Return what the content means, or None if it means nothing."""
    if content is None:
        return None
    try:
        return Sidecar.from_json(content)
    except SidecarLost:
        return None


def _write(path: Path, sidecar: Sidecar) -> None:
    with disk_errors_translated():
        write_privately(path, sidecar.to_json())
