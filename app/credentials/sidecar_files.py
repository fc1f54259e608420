"""The sidecar on the disk: a file and its copy, so that a damage to either loses nothing.

Each is replaced whole, the file before its copy, and at every point one of them can be read. Where they
differ, the one that was written later counts. To read them changes nothing: what is missing, unreadable or
older is mended from the other only by whoever holds the profile and has the archive's key. Where both are
lost, or belong to different archives, nothing is made up.
"""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from app.credentials.sidecar import Sidecar
from app.domain.errors import SidecarLost, StoreError
from app.system.disk_errors import disk_errors_translated
from app.system.private_file import write_privately
from app.system.profile import Profile


def read_sidecar(profile: Profile) -> Sidecar | None:
    """Return the sidecar, or None where there is neither file nor copy.

    Raises SidecarLost if neither makes sense or they belong to different archives, StoreFromFuture if a newer
    Sotto wrote one, and StoreError if the disk will not give it.
    """
    return _chosen(profile, [_content(path) for path in _places(profile)])


def _chosen(profile: Profile, contents: list[bytes | None]) -> Sidecar | None:
    places = _places(profile)
    if contents == [None, None]:
        return None
    found = [sidecar for sidecar in map(_sidecar, contents) if sidecar]
    if not found:
        raise SidecarLost(f"Neither {places[0].name} nor its copy can be read.")
    if len({sidecar.archive_id for sidecar in found}) > 1:
        raise SidecarLost(
            f"{places[0].name} and {places[1].name} belong to different histories. One of them has come from"
            " elsewhere: move it out of the folder."
        )
    return max(found, key=lambda sidecar: sidecar.generation)


def mend_sidecar(profile: Profile) -> Sidecar | None:
    """Let file and copy agree, and return what they say.

    The folder may be read-only; that is told when something must be written.
    """
    contents = [_content(path) for path in _places(profile)]
    sidecar = _chosen(profile, contents)
    for path, content in zip(_places(profile), contents, strict=True):
        if sidecar and _sidecar(content) != sidecar:
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
    later = replace(sidecar, generation=sidecar.generation + 1)
    for path in _places(profile):
        _write(path, later)


def _places(profile: Profile) -> tuple[Path, Path]:
    return profile.sidecar, profile.sidecar_copy


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
