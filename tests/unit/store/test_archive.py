import asyncio
import re
import secrets
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app.domain.branch import Path as BranchPath
from app.domain.branch import Range
from app.domain.conversation import Conversation, TitleSource
from app.domain.errors import (
    BugError,
    ConversationInTrash,
    Fault,
    StoreDamaged,
    StoreError,
    StoreFromFuture,
    StoreMissing,
    StoreReadOnly,
)
from app.domain.ids import BranchId, ConversationId, ItemId, ProviderId, RequestId
from app.domain.item import Item, ItemState, reply_body
from app.domain.library import SavedProvider
from app.domain.question import Question
from app.domain.settings import ProviderSettings
from app.domain.usage import Usage
from app.store import conversations, history, items, journal, paths, providers, requests, turns
from app.store.archive import Archive
from app.store.driver import Connection, open_connection
from app.store.migrations import v0001_first
from app.system.profile import Profile
from tests.fixtures.canary import find_canary
from tests.unit.store.query_plans import plans
from tests.unit.store.writing import LEDGER, ONE, Writing, begin, begin_reply, reopened, texts

CANARY = "canary-7f3a"
OTHER = ConversationId("other")
LOCAL = SavedProvider(ProviderId("p"), ProviderSettings("http://127.0.0.1:1/v1", "m", name="mine"))


def ended(reply: Item, text: str) -> Item:
    return reply._replace(state=ItemState.COMPLETE, body=reply_body(text, whole=True), ended_at=3)


async def all_that_shows(archive: Archive) -> list[object]:
    listed = await archive.read(conversations.list_conversations)
    pages = [await archive.read(history.page, each.id, None, 100) for each in listed]
    return [
        listed,
        pages,
        [await archive.read(history.shown_path, each.id) for each in listed],
        await archive.read(providers.list_providers),
    ]


async def test_a_reopened_archive_shows_the_same(
    archive: Archive, profile: Profile, archive_key: str
) -> None:
    await begin(archive, ONE)
    await archive.write(turns.end_reply, ended(await begin_reply(archive), "Hello"), Usage(3, 4), 3)
    await begin(archive, OTHER, now=9)
    await archive.write(providers.keep_provider, LOCAL, 1)
    before = await all_that_shows(archive)
    await archive.close()
    async with reopened(profile, archive_key) as again:
        assert await all_that_shows(again) == before
    assert [path.name for path in sorted(profile.folder.iterdir())] == ["archive.db", "logs"]


async def test_pages_are_cut_from_the_end_and_from_a_depth(archive: Archive) -> None:
    await begin(archive)
    for depth in range(2, 8):
        await archive.write(turns.add_question, ONE, ItemId(str(depth)), Question(str(depth)), 1)

    async def depths(before: int | None, limit: int) -> list[int]:
        page = await archive.read(history.page, ONE, before, limit)
        assert page.length == 7
        return [item.depth for item in page.items]

    assert await depths(None, 100) == [1, 2, 3, 4, 5, 6, 7]
    assert await depths(None, 3) == [5, 6, 7]
    assert await depths(5, 3) == [2, 3, 4]
    assert await depths(2, 3) == [1]
    assert await depths(1, 3) == []
    assert await depths(99, 2) == [6, 7]


async def test_a_stretch_of_a_path_can_be_read(archive: Archive) -> None:
    question, reply = await begin(archive), await begin_reply(archive)
    path, ledger = await archive.read(history.shown_path, ONE)
    assert (path, ledger) == (BranchPath((Range(1, 1, 2),)), LEDGER)
    assert await archive.read(items.items_between, path, 1, 1) == (question,)
    assert await archive.read(items.items_between, path, 2, 9) == (reply,)


async def test_a_reply_grows_in_the_journal_and_is_folded_at_its_end(
    archive: Archive, profile: Profile, archive_key: str
) -> None:
    await begin(archive)
    reply = await begin_reply(archive)
    for chunk in ("Hel", "lo"):
        await archive.write(journal.write_chunks, {reply.id: chunk})
    page = await archive.read(history.page, ONE, None, 10)
    assert (page.items[1], page.ledger, page.usages) == (reply, LEDGER, {})

    whole = ended(reply, "Hello")
    await archive.write(turns.end_reply, whole, Usage(3, 4), 3)
    page = await archive.read(history.page, ONE, None, 10)
    assert (page.items[1], page.usages) == (whole, {reply.id: Usage(3, 4)})
    with closing(open_connection(profile.archive, archive_key)) as connection:
        assert connection.execute("SELECT count(*) FROM journal").fetchone() == (0,)


async def test_a_reply_left_growing_is_interrupted_at_the_next_opening(
    archive: Archive, profile: Profile, archive_key: str
) -> None:
    await begin(archive)
    reply = await begin_reply(archive)
    await archive.write(journal.write_chunks, {reply.id: "as far as it came"})
    await archive.close()
    async with reopened(profile, archive_key, now=77) as again:
        found = (await again.read(history.page, ONE, None, 10)).items[1]
    fault = Fault("ReplyInterrupted", "Sotto ended before the reply did.")
    body = reply_body("as far as it came", whole=False)
    assert found == reply._replace(state=ItemState.INTERRUPTED, body=body, ended_at=77, fault=fault)


async def test_a_branch_of_a_conversation_shares_its_past_and_nothing_later(archive: Archive) -> None:
    await begin(archive, text="Why?")
    await archive.write(turns.end_reply, ended(await begin_reply(archive), "Because."), Usage(3, 4), 3)
    made = await archive.write(conversations.branch_conversation, ONE, OTHER, BranchId("b"), 9)
    assert (await archive.read(conversations.list_conversations))[0] == made
    original, branched = (
        await archive.read(history.page, ONE, None, 10),
        await archive.read(history.page, OTHER, None, 10),
    )
    assert replace(branched, conversation_id=ONE) == original

    await archive.write(turns.add_question, OTHER, ItemId("x"), Question("And there?"), 10)
    await archive.write(turns.add_question, ONE, ItemId("y"), Question("And here?"), 11)
    assert await texts(archive, ONE) == ["Why?", "Because.", "And here?"]
    assert await texts(archive, OTHER) == ["Why?", "Because.", "And there?"]


async def test_the_trash_takes_no_question_and_can_be_read(archive: Archive) -> None:
    await begin(archive, text="Why?")
    await archive.write(conversations.trash, ONE, 5)
    with pytest.raises(ConversationInTrash):
        await archive.write(turns.add_question, ONE, ItemId("x"), Question("And?"), 6)
    with pytest.raises(ConversationInTrash):
        await archive.write(conversations.branch_conversation, ONE, OTHER, BranchId("b"), 6)
    assert await texts(archive, ONE) == ["Why?"]
    assert await archive.read(conversations.list_conversations) == []


async def test_trash_titles_and_branches_survive_reopening(
    archive: Archive, profile: Profile, archive_key: str
) -> None:
    await begin(archive, ONE, "Why?")
    await archive.write(conversations.branch_conversation, ONE, OTHER, BranchId("b"), 9)
    await archive.write(conversations.rename, OTHER, "Mine", 9)
    await archive.write(conversations.trash, ONE, 10)
    listed, in_trash = (
        await archive.read(conversations.list_conversations),
        await archive.read(conversations.list_trash),
    )
    await archive.close()
    async with reopened(profile, archive_key) as again:
        assert await again.read(conversations.list_conversations) == listed
        assert await again.read(conversations.list_trash) == in_trash
        assert [(each.id, each.title) for each in listed] == [(OTHER, "Mine")]
        assert await again.write(conversations.restore, ONE, 9) == in_trash[0]
        assert await texts(again, ONE) == await texts(again, OTHER) == ["Why?"]


async def test_a_write_that_fails_leaves_nothing_behind(archive: Archive) -> None:
    await begin(archive, ONE)
    before = await all_that_shows(archive)
    again = Conversation(OTHER, BranchId("other"), "", TitleSource.QUESTION, 1, 1)
    with pytest.raises(BugError):
        await archive.write(turns.begin_conversation, again, ItemId("one question"), Question("x"))
    assert await all_that_shows(archive) == before


async def test_a_conversation_that_does_not_exist_is_our_own_fault(archive: Archive) -> None:
    with pytest.raises(BugError):
        await archive.read(history.page, ONE, None, 10)
    with pytest.raises(BugError):
        await archive.write(turns.add_question, ONE, ItemId("x"), Question("x"), 1)
    with pytest.raises(BugError):
        await begin_reply(archive)


async def test_a_closed_archive_does_nothing_and_may_be_closed_again(archive: Archive) -> None:
    await archive.close()
    await archive.close()
    with pytest.raises(BugError):
        await archive.read(conversations.list_conversations)
    with pytest.raises(BugError):
        await archive.write(journal.write_chunks, {})


async def test_an_archive_that_was_never_opened_can_be_closed() -> None:
    await Archive().close()


async def test_closing_waits_for_what_was_asked(archive: Archive, profile: Profile, archive_key: str) -> None:
    await begin(archive)
    asked = [
        asyncio.create_task(archive.write(turns.add_question, ONE, ItemId(str(number)), Question("x"), 1))
        for number in range(50)
    ]
    await asyncio.sleep(0)
    await archive.close()
    await asyncio.gather(*asked)
    async with reopened(profile, archive_key) as again:
        assert (await again.read(history.page, ONE, None, 1)).length == 51


async def refused(profile: Profile, key: str, told: type[StoreError], *, is_new: bool = False) -> None:
    """Opening raises `told`, changes nothing, and leaves nothing open."""
    before = {path: path.read_bytes() for path in profile.folder.glob("archive*")}
    with pytest.raises(told):
        async with reopened(profile, key, is_new=is_new):
            pytest.fail("opened")
    assert {path: path.read_bytes() for path in profile.folder.glob("archive*")} == before


async def test_a_missing_archive_is_not_made_anew(profile: Profile, archive_key: str) -> None:
    await refused(profile, archive_key, StoreMissing)


async def test_an_emptied_archive_is_damaged(profile: Profile, archive_key: str) -> None:
    profile.archive.touch()
    await refused(profile, archive_key, StoreDamaged)


async def test_a_first_run_that_ended_before_anything_was_written_goes_on(
    profile: Profile, archive_key: str
) -> None:
    profile.archive.touch()
    async with reopened(profile, archive_key, is_new=True) as archive:
        assert await archive.read(conversations.list_conversations) == []


async def test_a_folder_that_is_gone_is_the_worlds_fault(profile: Profile, archive_key: str) -> None:
    await refused(Profile(profile.folder / "gone"), archive_key, StoreReadOnly, is_new=True)


async def test_another_key_is_refused(archive: Archive, profile: Profile) -> None:
    await archive.close()
    await refused(profile, secrets.token_hex(48), StoreDamaged)


async def test_an_archive_from_the_future_is_left_to_the_byte(
    archive: Archive, profile: Profile, archive_key: str
) -> None:
    await begin(archive)
    await begin_reply(archive)
    await archive.close()
    with closing(open_connection(profile.archive, archive_key)) as connection:
        connection.execute("PRAGMA user_version = 2")
    await refused(profile, archive_key, StoreFromFuture)


@pytest.mark.parametrize("part", [0.3, 0.7])
async def test_a_cut_short_archive_is_damaged(
    archive: Archive, profile: Profile, archive_key: str, part: float
) -> None:
    await begin(archive, text="x" * 50_000)
    await archive.close()
    content = profile.archive.read_bytes()
    profile.archive.write_bytes(content[: int(len(content) * part)])
    with pytest.raises(StoreDamaged):
        async with reopened(profile, archive_key) as again:
            await all_that_shows(again)


async def test_who_opens_it_twice_interrupts_what_grows(
    archive: Archive, profile: Profile, archive_key: str
) -> None:
    """Both can read and write, but the second takes the first one's reply for a crash's: hence the lock."""
    await begin(archive, ONE)
    reply = await begin_reply(archive)
    async with reopened(profile, archive_key) as second:
        await asyncio.gather(
            begin(archive, OTHER), second.write(turns.add_question, ONE, ItemId("x"), Question("x"), 1)
        )
        assert await all_that_shows(archive) == await all_that_shows(second)
        assert (await archive.read(history.page, ONE, None, 10)).items[1].state is ItemState.INTERRUPTED
        with pytest.raises(BugError):
            await archive.write(turns.end_reply, ended(reply, "Hello"), None, 3)


async def write_canaries(archive: Archive) -> None:
    """Into every column that may hold a word of a person or a model."""
    await begin(archive, text=f"question {CANARY}")
    reply = await begin_reply(archive)
    await archive.write(journal.write_chunks, {reply.id: f"journal {CANARY}"})
    service = ProviderSettings(f"http://{CANARY}.example", CANARY, name=CANARY)
    await archive.write(providers.keep_provider, SavedProvider(ProviderId("p"), service), 1)


async def test_no_word_is_ever_on_the_disk(archive: Archive, profile: Profile) -> None:
    await write_canaries(archive)
    names = {path.name for path in profile.folder.iterdir()}
    assert {"archive.db", "archive.db-wal", "archive.db-shm"} <= names
    for word in (CANARY, "CREATE TABLE", "SQLite format 3"):
        assert not find_canary(word, [profile.folder])
    await archive.close()
    for word in (CANARY, "CREATE TABLE", "SQLite format 3"):
        assert not find_canary(word, [profile.folder])


def test_without_a_key_every_word_would_be_on_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "plain.db"
    with closing(dbapi2.connect(str(path), isolation_level=None)) as plain:
        plain.execute("PRAGMA journal_mode = WAL")
        for statement in v0001_first.STATEMENTS:
            plain.execute(statement)
        Writing(plain).conversation(CANARY)
        found = [found.name for word in (CANARY, "CREATE TABLE") for found in find_canary(word, [tmp_path])]
        assert found == ["plain.db-wal", "plain.db-wal"]
    for word in (CANARY, "CREATE TABLE", "SQLite format 3"):
        assert find_canary(word, [tmp_path]) == [path]


def everything_that_is_asked(writing: Writing) -> None:
    """All that an archive does, on its bare connection."""
    connection = writing.connection
    conversation = writing.conversation("a")
    writing.question("a", "a1")
    reply = writing.reply("a", "a2")
    writing.fork("a", "b", writing.path("a").tip_at(1))
    writing.question("b", "b2")
    requests.begin_request(connection, RequestId("r"), reply.id, LEDGER, 1)
    journal.write_chunks(connection, {reply.id: "text"})
    journal.end_unfinished(connection, 1)
    requests.end_request(connection, reply.id, Usage(1, 1), 1)
    path = paths.path_to(connection, paths.shown_tip(connection, conversation))
    items.items_between(connection, path, 1, 9)
    requests.newest_ledger(connection, reversed(path.ranges))
    requests.usages_between(connection, path, 1, 9)
    conversations.branch_conversation(connection, conversation, OTHER, BranchId("c"), 2)
    conversations.rename(connection, OTHER, "Title", 9)
    conversations.trash(connection, OTHER, 3)
    conversations.list_trash(connection)
    conversations.restore(connection, OTHER, 9)
    conversations.list_conversations(connection)
    providers.list_providers(connection)
    providers.choose_provider(connection, providers.keep_provider(connection, LOCAL, 1).id)


def test_nothing_is_looked_for_by_reading_it_all(writing: Writing) -> None:
    found = plans(writing.connection, lambda: everything_that_is_asked(writing))
    assert len(found) > 20
    for statement, plan in found.items():
        scanned = set(re.findall(r"SCAN (\w+)\b(?! USING INDEX)", plan)) - {"CONSTANT", "step", "part"}
        assert not scanned, f"{statement}\n{plan}"


@pytest.mark.parametrize(
    ("listing", "index"),
    [
        (conversations.list_conversations, "conversation_by_change"),
        (conversations.list_trash, "conversation_in_trash"),
    ],
)
def test_a_list_is_read_in_its_order_and_not_beyond_it(
    writing: Writing, listing: Callable[[Connection], object], index: str
) -> None:
    """Both indexes hold only what is listed: the one does not read the other's rows."""
    (plan,) = plans(writing.connection, lambda: listing(writing.connection)).values()
    assert re.search(f"^(SCAN|SEARCH) conversation USING INDEX {index}\\b", plan)
    assert "TEMP B-TREE" not in plan
    partial = {
        name: is_partial
        for _, name, _, _, is_partial in writing.connection.execute("PRAGMA index_list(conversation)")
    }
    assert partial[index]


async def test_long_questions_to_a_temporary_archive_find_the_one_connection_it_has() -> None:
    archive = Archive(is_temporary=True)
    await archive.open_in_memory()
    await begin(archive)
    assert await archive.study_apart(conversations.exists, ONE)
    await archive.close()
