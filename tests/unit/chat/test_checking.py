import pytest

from app.chat.checking import Checking, check_after_unclean_end, examine_folder, log_is_gone
from app.credentials.archive_key import ArchiveKey
from app.domain.errors import StoreError
from app.domain.finding import Severity
from app.store import conversations, wholeness, words
from app.store.archive import Archive
from app.store.driver import Connection
from app.store.kept_values import read_value
from app.system.profile import Profile
from app.system.profile_lock import LastEnd
from tests.fixtures.core import ARCHIVE_ID
from tests.unit.store.writing import ONE, begin


def severities(profile: Profile) -> dict[str, Severity]:
    return {finding.check: finding.severity for finding in examine_folder(profile)}


@pytest.fixture
def healthy(profile: Profile) -> Profile:
    for path in (profile.sidecar, profile.sidecar_copy):
        path.write_bytes(b"{}")
        path.chmod(0o600)
    return profile


@pytest.fixture
def key(archive_key: str) -> ArchiveKey:
    return ArchiveKey(ARCHIVE_ID, archive_key)


@pytest.fixture
def checking(healthy: Profile, key: ArchiveKey, archive: Archive) -> Checking:
    return Checking(healthy, key, archive)


async def test_everything_is_looked_at(checking: Checking, archive: Archive) -> None:
    await begin(archive)
    checkup = await checking.examine()
    assert not checkup.archive_is_damaged
    found = {finding.check: finding.severity for finding in checkup.findings}
    assert found.pop("backups") is Severity.NOTICE
    assert {"pages", "order", "words", "references", "sidecar", "privacy", "room"} <= found.keys()
    assert set(found.values()) == {Severity.GOOD}


def test_a_sidecar_that_is_gone_or_differs_is_told(healthy: Profile) -> None:
    assert severities(healthy)["sidecar"] is Severity.GOOD
    healthy.sidecar_copy.write_bytes(b"other")
    assert severities(healthy)["sidecar"] is Severity.NOTICE
    healthy.sidecar.unlink()
    healthy.sidecar_copy.unlink()
    assert severities(healthy)["sidecar"] is Severity.DAMAGE


async def test_words_of_the_index_that_are_lost_are_made_anew_and_keep_nobody_from_a_backup(
    checking: Checking, archive: Archive
) -> None:
    await begin(archive, text="A question")
    await archive.write(lose_words)
    assert await archive.study_apart(wholeness.misplaced_pages) == 0
    found = {each.check: each.severity for each in (await checking.examine()).inside}
    assert found["words"] is Severity.NOTICE
    assert await archive.study_apart(words.is_whole)


def lose_words(connection: Connection) -> None:
    connection.execute("DELETE FROM item_words_data WHERE id > 10")


def test_a_file_that_others_may_read_is_told(healthy: Profile) -> None:
    healthy.sidecar.chmod(0o644)
    assert severities(healthy)["privacy"] is Severity.NOTICE


@pytest.mark.parametrize(
    ("end", "has_log", "is_gone"),
    [
        (LastEnd.OPEN, False, True),
        (LastEnd.OPEN, True, False),
        (LastEnd.CLOSING, False, False),
        (LastEnd.CLEAN, False, False),
    ],
)
def test_only_an_archive_that_was_open_must_have_its_log(
    profile: Profile, end: LastEnd, *, has_log: bool, is_gone: bool
) -> None:
    profile.archive.touch()
    if has_log:
        profile.archive.with_name("archive.db-wal").touch()
    assert log_is_gone(profile, end) is is_gone


async def told_of(archive: Archive, *, log_was_gone: bool = False) -> list[str]:
    told: list[StoreError] = []
    await check_after_unclean_end(archive, told.append, log_was_gone=log_was_gone)
    return [error.fault.kind for error in told]


async def test_after_an_unclean_end_only_what_is_wrong_is_told(archive: Archive) -> None:
    await begin(archive)
    assert await told_of(archive) == []
    assert await told_of(archive, log_was_gone=True) == ["NewestLost"]
    await archive.write(point_nowhere)
    assert await told_of(archive) == ["DamageFound"]
    assert await archive.read(conversations.is_trashed, ONE) is False


def point_nowhere(connection: Connection) -> None:
    connection.execute("UPDATE conversation SET shown_branch = NULL")


async def test_an_index_of_the_search_that_is_not_whole_is_made_anew(archive: Archive) -> None:
    await begin(archive, text="findable")
    await archive.write(forget_words)
    assert not await archive.study(words.is_whole)
    assert await told_of(archive) == []
    assert await archive.study(words.is_whole)


def forget_words(connection: Connection) -> None:
    connection.execute("INSERT INTO item_words (item_words) VALUES ('delete-all')")


async def test_a_check_mends_the_index_and_says_so(checking: Checking, archive: Archive) -> None:
    await begin(archive, text="findable")
    await archive.write(forget_words)
    checkup = await checking.examine()
    assert not checkup.archive_is_damaged
    assert "made anew" in next(each.sentence for each in checkup.findings if each.check == "words")
    assert await archive.study(words.is_whole)


async def test_what_cannot_be_mended_is_damage(checking: Checking, archive: Archive) -> None:
    await begin(archive)
    await archive.write(point_nowhere)
    assert (await checking.examine()).archive_is_damaged


async def test_damage_around_the_archive_is_not_the_archives(
    archive: Archive, key: ArchiveKey, profile: Profile
) -> None:
    await begin(archive)
    assert not (await Checking(profile, key, archive).examine()).archive_is_damaged


async def test_how_far_it_has_come_is_told_of_the_archive_and_the_backups_together(
    checking: Checking, archive: Archive, healthy: Profile
) -> None:
    await begin(archive)
    healthy.backups.mkdir()
    (healthy.backups / "sotto-20231114-221320.backup").write_bytes(b"half a backup")
    told: list[tuple[int, int]] = []
    checkup = await checking.examine(lambda done, of: told.append((done, of)))
    assert [each.severity for each in checkup.around if each.check == "backups"] == [Severity.DAMAGE]
    assert (told == sorted(told), told[0], told[-1]) == (True, (0, 100), (70, 100))


async def test_how_long_it_took_is_kept_for_the_next_time(checking: Checking, archive: Archive) -> None:
    assert await archive.read(read_value, "pace of a check") is None
    await checking.examine()
    assert await archive.read(read_value, "pace of a check") is not None
    assert await checking.seconds_expected() is not None
