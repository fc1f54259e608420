import asyncio

from app.chat.reply_journal import ReplyJournal
from app.domain.errors import DiskFull, StoreError
from app.domain.ids import ItemId

ONE, OTHER = ItemId("one"), ItemId("other")


class PickyArchive:
    """Writes down what it is given, after refusing as often as it was told to."""

    def __init__(self, refusals: int = 0) -> None:
        self.commits: list[dict[ItemId, str]] = []
        self.written = asyncio.Event()
        self._refusals = refusals

    async def write(self, _: object, chunks: dict[ItemId, str]) -> None:
        if self._refusals:
            self._refusals -= 1
            raise DiskFull("The disk is full.")
        self.commits.append(dict(chunks))
        self.written.set()


def journal_on(archive: PickyArchive, reported: list[StoreError] | None = None) -> ReplyJournal:
    return ReplyJournal(archive, (reported if reported is not None else []).append)  # type: ignore[arg-type]


async def test_all_replies_share_one_commit() -> None:
    archive = PickyArchive()
    journal = journal_on(archive)
    for item in (ONE, OTHER):
        journal.begin(item)
        journal.add(item, f"{item} grew")
    journal.add(ONE, " more")
    await archive.written.wait()
    assert archive.commits == [{ONE: "one grew more", OTHER: "other grew"}]
    await ended(journal)


async def test_a_fast_reply_is_written_at_most_four_times_a_second() -> None:
    archive = PickyArchive()
    journal = journal_on(archive)
    journal.begin(ONE)
    loop = asyncio.get_running_loop()
    started = loop.time()
    while loop.time() - started < 1.0:
        journal.add(ONE, "x")
        await asyncio.sleep(0.005)
    assert 1 <= len(archive.commits) <= 4
    await ended(journal)


async def test_what_a_full_disk_refused_is_written_later_and_reported_once() -> None:
    archive, reported = PickyArchive(refusals=2), list[StoreError]()
    journal = journal_on(archive, reported)
    journal.begin(ONE)
    journal.add(ONE, "first ")
    await asyncio.sleep(0.3)
    journal.add(ONE, "second")
    await archive.written.wait()
    assert archive.commits == [{ONE: "first second"}]
    assert [type(error) for error in reported] == [DiskFull]
    await ended(journal)


async def test_an_ended_reply_is_not_written_any_more() -> None:
    archive = PickyArchive()
    journal = journal_on(archive)
    journal.begin(ONE)
    journal.add(ONE, "text")
    await ended(journal)
    assert archive.commits == []


async def ended(journal: ReplyJournal) -> None:
    for item in (ONE, OTHER):
        journal.end(item)
    await journal.close()


async def test_closing_waits_for_no_pace() -> None:
    archive = PickyArchive(refusals=1)
    journal = journal_on(archive)
    journal.begin(ONE)
    journal.add(ONE, "x")
    loop = asyncio.get_running_loop()
    started = loop.time()
    await journal.close()
    assert loop.time() - started < 0.2
