"""The power goes: of what was written since the last sync of a file, any part may be on the disk, or none.

A real writer's calls to the system are recorded. From them the disk is built as it could look after a cut at
any moment: what was synced is there; each later write is there, or torn at a sector, or lost.
"""

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.store.driver import open_connection, pragma
from app.store.journal import end_unfinished
from app.system.private_file import create_privately
from tests.faults.conftest import Tell
from tests.fixtures.places import REPOSITORY

# One thread, so that no call is recorded in two halves. A small log makes for many checkpoints.
WRITE = """
import os, sys
from pathlib import Path
from app.domain.ids import ItemId, RequestId
from app.domain.item import ItemState, reply_body
from app.store import journal, turns
from app.store.driver import open_connection, transaction
from app.store.migrate import migrate
from app.store.turns import ReplyPlace
from tests.faults.test_power_cut import text_of_write
from tests.unit.store.writing import LEDGER, ONE, Writing

connection = open_connection(Path(sys.argv[1]), os.environ["ARCHIVE_KEY"])
connection.execute(f"PRAGMA synchronous = {sys.argv[3]}")
connection.execute("PRAGMA wal_autocheckpoint = 60")
migrate(connection)
with transaction(connection):
    Writing(connection).conversation(ONE)
os.write(1, b"READY\\n")
for number in range(int(sys.argv[2])):
    with transaction(connection):
        if number % 9 == 0:
            place = ReplyPlace(ItemId(f"{number}"), RequestId(f"{number}"), "m", LEDGER)
            reply, text = turns.begin_reply(connection, ONE, place, reply_body("", whole=False), number), ""
        journal.write_chunks(connection, {reply.id: text_of_write(number)})
        text += text_of_write(number)
        if number % 9 == 8:
            body = reply_body(text, whole=True)
            ended = reply._replace(state=ItemState.COMPLETE, body=body, ended_at=number)
            turns.end_reply(connection, ended, None, number)
    os.write(1, b"STORED %d\\n" % number)
connection.close()
os.write(1, b"CLOSED\\n")
"""
CALLS = "openat,pwrite64,write,ftruncate,fdatasync,fsync,unlink"
SECTOR = 512
WRITES = 60
IMAGES = [300, pytest.param(2000, marks=[pytest.mark.long, pytest.mark.timeout(3600)])]


def text_of_write(number: int) -> str:
    return f"{number}:" + "word " * (number * 37 % 700) + ";"


@dataclass(frozen=True)
class Act:
    """What the writer did: wrote, cut, synced, removed or opened a file, or told that a write is stored."""

    kind: str
    name: str = ""
    place: int = 0
    content: bytes = b""


@dataclass
class Disk:
    """The files as they could be after a cut."""

    chance: random.Random
    files: dict[str, bytearray] = field(default_factory=dict)

    def apply(self, act: Act, *, torn: bool = False) -> None:
        content = act.content
        if torn:
            content = content[: self.chance.randrange(len(content) // SECTOR + 1) * SECTOR]
        file = self.files.setdefault(act.name, bytearray())
        end = act.place + len(content)
        file.extend(bytes(max(0, end - len(file))))
        if act.kind == "cut":
            del file[act.place :]
        file[act.place : end] = content

    def perhaps(self, act: Act) -> None:
        """A write that no sync has followed is there, torn or lost."""
        luck = self.chance.random()
        if luck < 0.5:
            self.apply(act)
        elif luck < 0.65 and act.kind == "wrote":
            self.apply(act, torn=True)

    def put(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name, content in self.files.items():
            (folder / name).write_bytes(content)


def recorded(archive: Path, key: str, program: str, *arguments: str) -> list[Act]:
    """Let a program work on the archive, and return what it did to the archive's files, in order."""
    log = archive.with_name("calls")
    tracing = ["strace", "-f", "-s", "9000000", "-xx", "-e", f"trace={CALLS}", "-o", log]
    subprocess.run(
        [*tracing, sys.executable, "-c", program, archive, *arguments],
        env=os.environ | {"PYTHONPATH": str(REPOSITORY), "ARCHIVE_KEY": key},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return list(_acts(log, archive))


def _acts(log: Path, archive: Path) -> Iterator[Act]:
    names: dict[str, str] = {}
    with log.open() as lines:
        for line in lines:
            if "(" not in line:
                continue  # the writer's end
            call, _, rest = line.split(None, 1)[1].partition("(")
            texts = [bytes.fromhex(text.replace("\\x", "")) for text in re.findall(r'"([^"]*)"', rest)]
            numbers = re.findall(r"-?\d+", re.sub(r'"[^"]*"', "", rest))
            if call == "openat":
                path = Path(os.fsdecode(texts[0]))
                names[numbers[-1]] = path.name if path.name.startswith(archive.name) else ""
                if path == archive.parent:
                    names[numbers[-1]] = "."
            elif act := _act(call, texts, numbers, names):
                yield act


def _act(call: str, texts: list[bytes], numbers: list[str], names: dict[str, str]) -> Act | None:
    name = names.get(numbers[0], "")
    match call:
        case "write" if numbers[0] == "1":
            return Act("told", place=int(texts[0].split()[1])) if b"STORED" in texts[0] else None
        case "unlink":
            return Act("removed", Path(os.fsdecode(texts[0])).name)
        case _ if not name or name.endswith("-shm"):
            return None
        case "pwrite64":
            assert len(texts[0]) == int(numbers[1]), "strace has cut a write short"
            return Act("wrote", name, int(numbers[2]), texts[0])
        case "ftruncate":
            return Act("cut", name, int(numbers[1]))
        case "fsync" | "fdatasync":
            return Act("synced", name)
    return None


def disk_after(acts: list[Act], before: dict[str, bytes], chance: random.Random) -> Disk:
    """One of the ways in which the disk could look, had the power gone after these acts."""
    disk = Disk(chance, {name: bytearray(content) for name, content in before.items()})
    synced = {act.name: place for place, act in enumerate(acts) if act.kind == "synced"}
    for place, act in enumerate(acts):
        if act.kind in ("wrote", "cut"):
            if place < synced.get(act.name, -1):
                disk.apply(act)
            else:
                disk.perhaps(act)
        elif act.kind == "removed" and (place < synced.get(".", -1) or chance.random() < 0.5):
            disk.files.pop(act.name, None)
    return disk


def writes_found(archive: Path, key: str) -> int:
    """Open the archive as a start does; return how many writes it holds, all of them whole and in order."""
    with closing(open_connection(archive, key)) as connection:
        end_unfinished(connection, 1)
        assert pragma(connection, "PRAGMA integrity_check") == "ok"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        pragma(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
        assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
        rows = connection.execute("SELECT body ->> '$.content[0].text' FROM item ORDER BY depth")
        text = "".join(text for (text,) in rows)
    count = text.count(";")
    assert text == "".join(map(text_of_write, range(count)))
    return count


def lost_writes(folder: Path, key: str, *, sync: str, images: int) -> list[int]:
    """How many acknowledged writes each of so many power cuts has lost."""
    archive = folder / "archive.db"
    create_privately(archive)
    acts = recorded(archive, key, WRITE, str(WRITES), sync)
    assert sum(act.kind == "told" for act in acts) == WRITES
    ready = next(place for place, act in enumerate(acts) if act.kind == "told")
    chance, lost = random.Random(images), []  # noqa: S311 (dice, no secret)
    for _ in range(images):
        until = chance.randrange(ready, len(acts) + 1)
        disk_after(acts[:until], {archive.name: b""}, chance).put(folder / "cut")
        told = max((act.place for act in acts[:until] if act.kind == "told"), default=-1) + 1
        lost.append(max(0, told - writes_found(folder / "cut" / archive.name, key)))
    return lost


@pytest.mark.slow
@pytest.mark.parametrize("images", IMAGES)
def test_a_power_cut_loses_nothing_that_was_acknowledged(
    tmp_path: Path, archive_key: str, tell: Tell, images: int
) -> None:
    lost = lost_writes(tmp_path, archive_key, sync="FULL", images=images)
    tell(f"{images} power cuts: all open and whole, {sum(lost)} acknowledged writes lost")
    assert sum(lost) == 0


@pytest.mark.slow
def test_the_same_cuts_would_find_an_archive_that_does_not_sync(tmp_path: Path, archive_key: str) -> None:
    lost = lost_writes(tmp_path, archive_key, sync="NORMAL", images=30)
    assert sum(lost) > 0
