"""The doctor's look at the backups. With the archive's key at hand, every page of theirs is proved."""

from collections import Counter
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path

from app.credentials.archive_key import ArchiveKey
from app.credentials.sidecar import Sidecar
from app.domain.errors import BackupUnreadable, SidecarLost, StoreFromFuture
from app.domain.finding import Finding, Severity
from app.store.backup_file import sidecar_of
from app.store.backup_proof import is_as_written
from app.store.copies import Progress

_CHECK = "backups"


class _State(Enum):
    PROVED = "Backups in which every page is as it was written: {count}."
    REACHES_ITS_END = "Backups that are there to their end: {count}. Each was proved when it was made."
    DAMAGED = "Backups that are not whole: {names}."


def look_at_backups(
    folder: Path, key: ArchiveKey | None, progress: Progress | None = None
) -> tuple[Finding, ...]:
    """Return what there is to say of the backups in a folder. Raises what `progress` raises."""
    found = dict(_states(folder, key, progress))
    if not found:
        return (Finding(_CHECK, Severity.NOTICE, "There is no backup yet."),)
    if damaged := [name for name, state in found.items() if state is _State.DAMAGED]:
        return (Finding(_CHECK, Severity.DAMAGE, _State.DAMAGED.value.format(names=", ".join(damaged))),)
    counts = Counter(found.values())
    return tuple(
        Finding(_CHECK, Severity.GOOD, state.value.format(count=counts[state]))
        for state in _State
        if counts[state]
    )


def _states(folder: Path, key: ArchiveKey | None, progress: Progress | None) -> Iterator[tuple[str, _State]]:
    sizes = {path: path.stat().st_size for path in sorted(folder.glob("*.backup"))}
    before, of = 0, sum(sizes.values())
    for path, size in sizes.items():

        def tell(done: int, before: int = before) -> None:
            if progress:
                progress(before + done, of)

        tell(0)
        state = _state(path, key, tell)
        if path.exists():  # else a newer one has just taken its place
            yield path.name, state
        before += size


def _state(path: Path, key: ArchiveKey | None, tell: Callable[[int], None]) -> _State:
    try:
        sidecar = Sidecar.from_json(sidecar_of(path))
    except (BackupUnreadable, SidecarLost):
        return _State.DAMAGED
    except StoreFromFuture:  # what a newer Sotto has written is none of ours to judge
        return _State.REACHES_ITS_END
    if key is None or sidecar.rotation or not sidecar.knows(key):
        return _State.REACHES_ITS_END
    return _State.PROVED if is_as_written(path, key.key_and_salt, tell) else _State.DAMAGED
