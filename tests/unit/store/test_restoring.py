"""A restore is killed at each of its steps; the next start brings it to its end or leaves the old one."""

from contextlib import closing, suppress
from pathlib import Path

import pytest

from app.domain.errors import StoreReadOnly
from app.store import restoring
from app.store.driver import open_connection, transaction
from app.store.migrate import migrate
from app.store.restoring import finish_restore, new_archive, put_in_place
from app.system.private_file import create_privately
from app.system.profile import Profile
from tests.unit.store.writing import Writing

STAMP = "20231114-221320"
OLD, NEW = b'{"old": 1}', b'{"new": 1}'


def make_archive(path: Path, key: str, title: str) -> None:
    create_privately(path)
    with closing(open_connection(path, key)) as connection:
        migrate(connection)
        with transaction(connection):
            Writing(connection).conversation(title)


def titles(path: Path, key: str) -> list[str]:
    with closing(open_connection(path, key)) as connection:
        return [title for (title,) in connection.execute("SELECT public_id FROM conversation ORDER BY id")]


@pytest.fixture
def prepared(profile: Profile, archive_key: str) -> Profile:
    make_archive(profile.archive, archive_key, "old")
    make_archive(new_archive(profile), archive_key, "new")
    profile.sidecar.write_bytes(OLD)
    return profile


def aside(profile: Profile) -> Path:
    return profile.folder / f"archive.db.before-restore-{STAMP}"


def test_the_new_one_is_in_place_and_the_old_one_is_kept(prepared: Profile, archive_key: str) -> None:
    put_in_place(prepared, NEW, STAMP)
    assert titles(prepared.archive, archive_key) == ["new"]
    assert titles(aside(prepared), archive_key) == ["old"]
    assert prepared.sidecar.read_bytes() == prepared.sidecar_copy.read_bytes() == NEW
    assert (prepared.folder / f"archive.json.before-restore-{STAMP}").read_bytes() == OLD
    assert not finish_restore(prepared)


class Killed(BaseException):
    """The process is gone."""


@pytest.mark.parametrize("step", range(1, 40))
def test_at_every_step_one_of_them_opens_and_nothing_is_lost(
    prepared: Profile, archive_key: str, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    steps = iter(range(1, step))

    def counted(real):  # noqa: ANN001, ANN202 (stands in for whatever changes the disk)
        def do(*args: object, **kwargs: object) -> object:
            if next(steps, None) is None:
                raise Killed
            return real(*args, **kwargs)

        return do

    with monkeypatch.context() as killing:
        for place, name in (
            (Path, "rename"), (Path, "unlink"), (Path, "replace"),
            (restoring, "write_privately"), (restoring, "sync_folder"),
        ):  # fmt: skip
            killing.setattr(place, name, counted(getattr(place, name)))
        with suppress(Killed):
            put_in_place(prepared, NEW, STAMP)
    finish_restore(prepared)
    found = titles(prepared.archive, archive_key)
    if found == ["new"]:
        assert prepared.sidecar.read_bytes() == NEW
        assert titles(aside(prepared), archive_key) == ["old"]
    else:
        assert found == ["old"]
        assert prepared.sidecar.read_bytes() == OLD


def test_the_log_of_the_old_one_goes_with_it(prepared: Profile, archive_key: str) -> None:
    with closing(open_connection(prepared.archive, archive_key)) as connection:
        with transaction(connection):
            Writing(connection).conversation("newest")
        log = prepared.archive.with_name("archive.db-wal").read_bytes()
        main = prepared.archive.read_bytes()
    prepared.archive.write_bytes(main)
    prepared.archive.with_name("archive.db-wal").write_bytes(log)
    put_in_place(prepared, NEW, STAMP)
    assert titles(aside(prepared), archive_key) == ["old", "newest"]
    assert titles(prepared.archive, archive_key) == ["new"]


def test_what_was_unpacked_and_not_put_in_place_is_forgotten(prepared: Profile, archive_key: str) -> None:
    assert not finish_restore(prepared)
    assert not new_archive(prepared).exists()
    assert titles(prepared.archive, archive_key) == ["old"]


def test_what_was_moved_aside_earlier_is_never_overwritten(prepared: Profile) -> None:
    aside(prepared).write_bytes(b"kept from an earlier restore")
    with pytest.raises(StoreReadOnly):
        put_in_place(prepared, NEW, STAMP)
    assert aside(prepared).read_bytes() == b"kept from an earlier restore"
    assert prepared.sidecar.read_bytes() == OLD
