import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.system.private_file import create_privately, sync_folder, write_privately
from tests.fixtures.child_program import StartChild

OLD, NEW = b"old" * 100_000, b"new!" * 100_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "file.json"


@pytest.fixture
def careless_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("careless_umask")
def test_only_the_owner_may_read_what_is_written(path: Path) -> None:
    create_privately(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    write_privately(path, b"text")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes() == b"text"


def test_a_file_that_exists_is_not_created_again(path: Path) -> None:
    path.write_bytes(b"kept")
    with pytest.raises(FileExistsError):
        create_privately(path)
    assert path.read_bytes() == b"kept"


def test_nothing_is_left_beside_the_file(path: Path) -> None:
    write_privately(path, OLD)
    write_privately(path, NEW)
    assert path.read_bytes() == NEW
    assert list(path.parent.iterdir()) == [path]


def test_what_a_crash_left_half_written_is_no_obstacle(path: Path) -> None:
    path.with_name("file.json.partial").write_bytes(b"ha")
    write_privately(path, NEW)
    assert path.read_bytes() == NEW
    assert list(path.parent.iterdir()) == [path]


def test_a_link_in_the_way_is_replaced_and_not_followed(path: Path, own_home: Path) -> None:
    victim = own_home / "victim"
    victim.write_bytes(b"kept")
    path.with_name("file.json.partial").symlink_to(victim)
    path.symlink_to(victim)
    write_privately(path, NEW)
    assert (victim.read_bytes(), path.read_bytes()) == (b"kept", NEW)


def test_a_disk_that_refuses_half_way_leaves_the_old_content(path: Path, child: StartChild) -> None:
    """The child may not write files longer than 1000 bytes."""
    path.write_bytes(OLD)
    told = child(
        """
        import resource, sys
        from pathlib import Path
        from app.system.private_file import write_privately

        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            write_privately(Path(sys.argv[1]), bytes(5000))
        except OSError as error:
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
            print("refused" if error.errno == 27 else error)
        """,
        path,
    ).ends()
    assert told == "refused"
    assert path.read_bytes() == OLD


def test_a_crash_leaves_the_old_content_or_the_new(path: Path, child: StartChild) -> None:
    for _ in range(5):
        writer = child(
            """
            import itertools, sys
            from pathlib import Path
            from app.system.private_file import write_privately

            path = Path(sys.argv[1])
            for round in itertools.count():
                write_privately(path, (b"old" if round % 2 else b"new!") * 100_000)
                if round == 10:
                    print("well under way", flush=True)
            """,
            path,
        )
        writer.until("well under way")
        writer.kill()
        assert path.read_bytes() in (OLD, NEW)


def test_a_folder_that_is_gone_cannot_be_made_to_last(tmp_path: Path) -> None:
    sync_folder(tmp_path)
    with pytest.raises(FileNotFoundError):
        sync_folder(tmp_path / "missing")
