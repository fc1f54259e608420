"""Exports that are broken off, twisted or made to do harm: a clear sentence, and never half a conversation.

All of them go through one process after the other's way, with the memory that a reading may have, and what
comes of them goes into a real archive.
"""

import json
import random
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.exchange_errors import ExchangeError, FileNestedTooDeep
from app.domain.export_choice import Detail
from app.domain.import_report import Outcome
from app.domain.parcel import OURS, FileBytes, Parcel, Skipped
from app.exchange.export_reader import ExportReader, Origin
from app.exchange.gathering import DOES_NOT_FIT
from app.exchange.json_out import json_text
from app.exchange.look import Look
from app.exchange.markdown_out import markdown
from app.exchange.source import held
from app.store import blobs, words
from app.store.arriving import ids_needed
from app.store.driver import Connection, attempt, open_connection, transaction
from app.store.migrate import migrate
from app.store.parcels import take_parcel
from app.system.private_file import create_privately
from tests.fakes.exports.every import EXPORTS, Sample
from tests.fakes.exports.spoilt import broken_off, spoilt
from tests.faults.conftest import Tell
from tests.unit.exchange import parts

SECONDS = 2.0
VARIANTS = [300, pytest.param(10_000, marks=[pytest.mark.long, pytest.mark.timeout(3600)])]
OWN = "0193a7e4-0000-7000-8000-00000000000"
CONVERSATION = parts.head(f"{OWN}1", {f"{OWN}2": "a"}, origin=OURS, tags=("one",), folder="Work")
ITEMS = (parts.item(), parts.full_item())


def _json() -> Mapping[str, bytes]:
    return {"out.json": "".join(json_text((CONVERSATION, ITEMS[0], parts.BYTES, ITEMS[1]), "1")).encode()}


def _markdown() -> Mapping[str, bytes]:
    look = Look(Detail.FULL, {parts.BYTES.sha256: "out.files/a.txt"})
    return {
        "out.md": "".join(markdown(CONVERSATION, ITEMS, look)).encode(),
        "out.files/a.txt": parts.CONTENT,
    }


ALL = (*EXPORTS, Sample(OURS, "as JSON", _json), Sample(OURS, "as Markdown", _markdown))
EVERY = pytest.mark.parametrize("sample", ALL, ids=lambda sample: f"{sample.origin} {sample.variant}")


class Taking:
    """Reads exports and takes in what comes of them, with one process for as long as it lives."""

    def __init__(self, connection: Connection, seconds: float = SECONDS) -> None:
        self._connection = connection
        self._reader = ExportReader(seconds)
        self._made = 0
        self.refused: set[str] = set()

    def take(self, files: Mapping[str, bytes]) -> int:
        """Return how many conversations came of it. Nothing else may come of it than a refusal.

        What Sotto wrote itself is told as it is read: there a conversation can break off, and stays behind.
        """
        taken, is_ours = 0, False
        try:
            for found in self._reader.read([held(name, content) for name, content in files.items()]):
                match found:
                    case Parcel():
                        self._into_archive(found)
                        taken += 1
                    case Skipped(why=why):
                        assert why != DOES_NOT_FIT or is_ours
                    case Origin(name=name):
                        is_ours = name == OURS
                    case FileBytes():
                        pass
        except ExchangeError as error:
            self.refused.add(type(error).__name__)
        assert not self.refused & {"ReaderEnded", "ReadingTooLong"}
        return taken

    def close(self) -> None:
        self._reader.close()

    def _into_archive(self, parcel: Parcel) -> None:
        """Take it in twice: at the second time nothing of it is new."""
        assert parcel.is_whole
        for outcomes in ((Outcome.ADDED, Outcome.GREW, Outcome.KNOWN), (Outcome.KNOWN,)):
            ids = [str(self._made + number) for number in range(ids_needed(parcel))]
            self._made += len(ids)
            assert take_parcel(self._connection, parcel.dated(9), {}, ids, 9).outcome in outcomes


@pytest.fixture
def archive(tmp_path: Path, archive_key: str) -> Iterator[Connection]:
    path = tmp_path / "archive.db"
    create_privately(path)
    with closing(open_connection(path, archive_key)) as connection:
        migrate(connection)
        with transaction(connection):
            yield connection
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            assert words.is_whole(connection)
            assert blobs.orphans(connection) == []


@pytest.fixture
def taking(archive: Connection) -> Iterator[Taking]:
    with attempt(archive):
        made = Taking(archive)
        yield made
        made.close()


@EVERY
def test_every_sample_is_taken_in(taking: Taking, sample: Sample) -> None:
    assert taking.take(sample.files()) > 0
    assert taking.refused == set()


@pytest.mark.slow
@EVERY
def test_one_that_is_broken_off_gives_whole_conversations_or_a_sentence(
    taking: Taking, sample: Sample, tell: Tell
) -> None:
    files = dict(sample.files())
    taken = sum(
        taking.take({**files, name: begun})
        for name, content in files.items()
        for begun in broken_off(content)
    )
    tell(f"{sample.origin} {sample.variant}: broken off everywhere it gave {taken} conversations")


@pytest.mark.slow
@EVERY
@pytest.mark.parametrize("variants", VARIANTS)
def test_one_that_is_twisted_gives_whole_conversations_or_a_sentence(
    taking: Taking, sample: Sample, variants: int, tell: Tell
) -> None:
    files = dict(sample.files())
    taken = sum(taking.take(twisted(files, seed)) for seed in range(variants))
    tell(f"{sample.origin} {sample.variant}: {variants} variants gave {taken} conversations and no traceback")


def twisted(files: Mapping[str, bytes], seed: int) -> dict[str, bytes]:
    """The same files, one of them with something else in a few places."""
    chance = random.Random(seed)  # noqa: S311
    name = chance.choice(sorted(files))
    return {**files, name: _spoilt(files[name], seed) or _bent(files[name], chance)}


def _spoilt(content: bytes, seed: int) -> bytes:
    try:
        values = [json.loads(line) for line in ([content] if content[:1] in b"[{" else content.splitlines())]
    except ValueError:
        return b""
    return b"\n".join(json.dumps(spoilt(value, seed)).encode() for value in values)


def _bent(content: bytes, chance: random.Random) -> bytes:
    bent = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(bent))
        bent[place : place + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 4))
    return bytes(bent)


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 200_000,
        b'[{"mapping":' * 60_000,
        b'[{"mapping":{"a":' + b'{"message":' * 60_000 + b"1" + b"}" * 60_000 + b"}}]",
    ],
)
def test_nesting_without_end_is_refused(taking: Taking, content: bytes) -> None:
    assert taking.take({"conversations.json": content}) == 0
    assert taking.take(EXPORTS[0].files()) > 0
    assert taking.refused <= {FileNestedTooDeep.__name__, "ExportUnknown", "FileDamaged"}


@pytest.mark.slow
def test_what_asks_for_all_the_memory_is_refused_and_the_next_is_read(archive: Connection) -> None:
    patient = Taking(archive, seconds=30)
    many = b'[{"mapping":{"a":{"message":[' + b"{}," * 15_000_000 + b"{}]}}}]"
    assert patient.take({"conversations.json": many}) == 0
    assert patient.refused == {"ConversationTooLarge"}
    assert patient.take(EXPORTS[0].files()) > 0
    patient.close()
