"""An export of a gigabyte: it comes in with the memory of one conversation, and every word can be found."""

import json
import random
from pathlib import Path

import pytest

from tests.fakes.exports import chatgpt
from tests.faults.conftest import Tell
from tests.fixtures.child_program import StartChild

MB = 1_000_000
MOST_MB = 300
NEEDLE = "walrussarium"
IMPORT = """
    import asyncio, json, resource, secrets, sys, time
    from pathlib import Path
    from app.chat.attaching import Attaching
    from app.chat.event_stream import EventStream
    from app.chat.importing import Importing
    from app.chat.searching import Searching
    from app.domain.ids import IdSource
    from app.store.archive import Archive
    from app.system.clock import now_us

    def own_peak():  # not the usage of resources: that begins with what the process had that started this one
        status = Path("/proc/self/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) * 1024 / 1e6

    async def bring_in():
        archive, ids = Archive(), IdSource(now_us, secrets.token_bytes)
        await archive.open(Path(sys.argv[1]), secrets.token_hex(48), is_new=True, now=1)
        started, steps = time.monotonic(), []
        importing = Importing(archive, Attaching(archive, ids), EventStream(), ids, now_us)
        report = await importing.bring_in(Path(sys.argv[2]), lambda done, of: steps.append(done))
        seconds, own = time.monotonic() - started, own_peak()
        pages = [page async for page in Searching(archive, now_us).search(sys.argv[3])]
        await archive.close()
        worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / 1e6
        print(json.dumps({"added": len(report.added), "items": report.items, "fault": report.fault,
            "seconds": seconds, "parent": own, "worker": worker,
            "hits": sum(len(page.hits) for page in pages), "in_order": steps == sorted(steps)}))

    asyncio.run(bring_in())
"""
LOAD = """
    import json, resource, sys, time
    started = time.monotonic()
    with open(sys.argv[1], "rb") as file:
        count = len(json.load(file))
    seconds = time.monotonic() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    print(json.dumps({"count": count, "seconds": seconds, "memory": peak}))
"""
SIZES = [30, pytest.param(1000, marks=[pytest.mark.long, pytest.mark.timeout(3600)])]


def write_export(path: Path, megabytes: int) -> tuple[int, int]:
    """Write so much, one conversation after the other. Return how many, and how many messages are in them."""
    chance = random.Random(5)  # noqa: S311
    words = ["".join(chance.choices("abcdefghijklmnop", k=chance.randint(2, 9))) for _ in range(5000)]
    count = messages = 0
    with path.open("w") as file:
        file.write("[")
        while file.tell() < megabytes * MB:
            nodes, behind = [], chatgpt.ROOT
            for number in range(chance.randint(4, 60)):
                name = f"{count}-{number}"
                text = " ".join(chance.choices(words, k=chance.randint(20, 300)))
                words_said = NEEDLE if (count, number) == (3, 2) else text
                role, moment = ("user", "assistant")[number % 2], chatgpt.START + count * 1000 + number
                said = chatgpt.said(role, words_said, create_time=moment)
                nodes.append(chatgpt.node(name, behind, said))
                behind = name
            whole = chatgpt.conversation(nodes, id=f"c{count}", conversation_id=f"c{count}")
            file.write(("," if count else "") + json.dumps(whole))
            count, messages = count + 1, messages + len(nodes)
        file.write("]")
    return count, messages


@pytest.mark.slow
@pytest.mark.parametrize("megabytes", SIZES)
def test_a_large_export_comes_in_with_little_memory(
    tmp_path: Path, child: StartChild, tell: Tell, megabytes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.fixtures.child_program.PATIENCE", 3000)
    export = tmp_path / "conversations.json"
    count, messages = write_export(export, megabytes)
    found = json.loads(child(IMPORT, tmp_path / "archive.db", export, NEEDLE).ends())
    loaded = json.loads(child(LOAD, export).ends())
    tell(
        f"{megabytes} MB, {count} conversations, {messages} messages: {found['seconds']:.0f} s, "
        f"{found['parent']:.0f} MB here and {found['worker']:.0f} MB in the process that reads; "
        f"json.load alone takes {loaded['seconds']:.0f} s and {loaded['memory']:.0f} MB"
    )
    assert (found["added"], found["items"], found["fault"]) == (count, messages, None)
    assert (found["hits"], found["in_order"], loaded["count"]) == (1, True, count)
    assert max(found["parent"], found["worker"]) < MOST_MB
