"""A writer that is killed in the middle of its work: what it was told is stored is stored, and whole."""

import hashlib
from contextlib import closing
from pathlib import Path

import pytest

from app.store.driver import Connection, open_connection, pragma, transaction
from app.store.journal import end_unfinished
from app.system.profile import Profile
from tests.faults.conftest import Tell
from tests.fixtures.child_program import StartChild

WRITE_UNTIL_KILLED = """
    import asyncio, hashlib, itertools, random, sys
    from pathlib import Path
    from app.domain.ids import ConversationId, ItemId, RequestId
    from app.domain.item import ItemState, reply_body
    from app.store import journal, turns
    from app.store.archive import Archive
    from app.store.turns import ReplyPlace
    from tests.unit.store.writing import LEDGER, begin

    def sealed(number):
        text = f"{number}:" + "wörd " * random.randint(1, 400)
        return f"{text}={hashlib.sha256(text.encode()).hexdigest()};"

    async def write():
        archive, name = Archive(), ConversationId(sys.argv[3])
        await archive.open(Path(sys.argv[1]), sys.argv[2], is_new=True, now=1)
        await begin(archive, name)
        count = itertools.count()
        for turn in itertools.count():
            place = ReplyPlace(ItemId(f"{name} {turn}"), RequestId(f"{name} {turn}"), "m", LEDGER)
            reply = await archive.write(turns.begin_reply, name, place, reply_body("", whole=False), 2)
            text = ""
            for number in itertools.islice(count, 7):
                chunk = sealed(number)
                await archive.write(journal.write_chunks, {reply.id: chunk})
                print(number, flush=True)
                text += chunk
            ended = reply._replace(state=ItemState.COMPLETE, body=reply_body(text, whole=True), ended_at=3)
            await archive.write(turns.end_reply, ended, None, 3)

    asyncio.run(write())
"""
ROUNDS = [50, pytest.param(1000, marks=[pytest.mark.long, pytest.mark.timeout(3600)])]


@pytest.mark.slow
@pytest.mark.parametrize("rounds", ROUNDS)
def test_a_kill_loses_nothing_that_was_acknowledged_and_tears_nothing(
    tmp_path: Path, archive_key: str, child: StartChild, tell: Tell, rounds: int
) -> None:
    acknowledged = lost = torn = 0
    for kill in range(rounds):
        profile = Profile(tmp_path / f"after {kill // 10} kills")  # ten kills to each archive
        profile.make()
        told = killed(child, profile, archive_key, str(kill), after=kill * 7 % 40)
        kept, broken = found(profile, archive_key, str(kill))
        acknowledged += told
        lost += max(0, told - kept)
        torn += broken
    tell(f"{rounds} kills: {acknowledged} writes acknowledged, {lost} lost, {torn} torn")
    assert (lost, torn) == (0, 0)
    assert acknowledged > rounds * 10


def killed(child: StartChild, profile: Profile, key: str, name: str, *, after: int) -> int:
    """Kill a writer after so many writes; return how many it was told are stored."""
    writer = child(WRITE_UNTIL_KILLED, profile.archive, key, name)
    writer.until(str(after))
    writer.kill()
    return len(writer.output.rpartition("\n")[0].splitlines())


def found(profile: Profile, key: str, name: str) -> tuple[int, int]:
    """How many of a writer's chunks are there, in order and without a hole; and how many are not whole."""
    with closing(open_connection(profile.archive, key)) as connection:
        with transaction(connection):
            end_unfinished(connection, 4)  # as each start does
        pragma(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
        assert pragma(connection, "PRAGMA quick_check") == "ok"
        assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
        chunks = chunks_of(connection, name)
    torn = sum(not is_whole(chunk) for chunk in chunks)
    assert [chunk.partition(":")[0] for chunk in chunks] == [str(number) for number in range(len(chunks))]
    return len(chunks), torn


def chunks_of(connection: Connection, name: str) -> list[str]:
    rows = connection.execute(
        "SELECT body ->> '$.content[0].text' FROM item WHERE public_id GLOB ? ORDER BY id",
        (f"{name} [0-9]*",),
    )
    return [chunk for (text,) in rows for chunk in text.split(";") if chunk]


def is_whole(chunk: str) -> bool:
    text, _, seal = chunk.rpartition("=")
    return hashlib.sha256(text.encode()).hexdigest() == seal


def test_a_torn_chunk_is_seen() -> None:
    whole = f"1:word={hashlib.sha256(b'1:word').hexdigest()}"
    assert is_whole(whole)
    assert not is_whole(whole[1:])
