import pytest

from app.chat.setting_aside import put_in_place, set_aside, set_log_aside
from app.system.profile import Profile, log_of

NOW = 1_795_176_000_000_000
STEM = "archive.db.before-rescue-20261120-120000"


@pytest.fixture
def kept(profile: Profile) -> Profile:
    profile.archive.write_bytes(b"what was there")
    return profile


def test_the_former_one_keeps_its_bytes_under_a_name_that_tells_why(kept: Profile) -> None:
    aside = set_aside(kept, "rescue", NOW)
    assert aside == kept.folder / STEM
    assert aside.read_bytes() == kept.archive.read_bytes() == b"what was there"


def test_its_log_goes_with_it(kept: Profile) -> None:
    log_of(kept.archive).write_bytes(b"a log")
    set_aside(kept, "rescue", NOW)
    assert (kept.folder / f"{STEM}-wal").read_bytes() == b"a log"
    assert not log_of(kept.archive).exists()


def test_what_was_set_aside_before_is_never_overwritten(kept: Profile) -> None:
    first = set_aside(kept, "rescue", NOW)
    kept.archive.unlink()
    kept.archive.write_bytes(b"later")
    second = set_aside(kept, "rescue", NOW)
    assert first is not None
    assert second == kept.folder / f"{STEM}-2"
    assert (first.read_bytes(), second.read_bytes()) == (b"what was there", b"later")


def test_a_log_goes_where_nobody_takes_it_for_the_archives(kept: Profile) -> None:
    for content in (b"a log", b"one more"):
        log_of(kept.archive).write_bytes(content)
        set_log_aside(kept, NOW)
    assert not log_of(kept.archive).exists()
    name = "archive.db-wal.of-another-20261120-120000"
    assert (kept.folder / name).read_bytes() == b"a log"
    assert (kept.folder / f"{name}-2").read_bytes() == b"one more"
    assert kept.archive.read_bytes() == b"what was there"


def test_where_nothing_is_nothing_is_set_aside(profile: Profile) -> None:
    assert set_aside(profile, "rescue", NOW) is None


def test_another_takes_the_place(kept: Profile) -> None:
    aside = set_aside(kept, "rescue", NOW)
    other = kept.folder / "other"
    other.write_bytes(b"new")
    put_in_place(kept, other)
    assert aside is not None
    assert (kept.archive.read_bytes(), aside.read_bytes()) == (b"new", b"what was there")
    assert not other.exists()
