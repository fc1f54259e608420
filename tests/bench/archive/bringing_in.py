"""Row: whole conversations brought in, beside the bare rows in as many commits."""

import tempfile
import time
from contextlib import closing
from pathlib import Path

from app.store.bringing_in import bring_in
from app.store.driver import open_connection, transaction
from tests.bench.archive import raw
from tests.bench.archive.building import make_empty
from tests.bench.archive.corpus import Brought, Corpus
from tests.bench.archive.ground import Ground
from tests.bench.archive.measuring import Row, by_turns

ITEMS = 100_000
SIZE = 100
ROUNDS = 3
LIMIT = 1.5


async def bring_in_rows(ground: Ground) -> list[Row]:
    corpus, maker = Corpus(), raw.RowMaker()
    brought = [corpus.plain(SIZE) for _ in range(ground.conditions.count(ITEMS // SIZE))]
    ready = [maker.rows(each) for each in brought]
    with tempfile.TemporaryDirectory(dir=ground.built.path.parent) as folder:
        files = _Files(Path(folder), ground.built.key)
        ours, theirs = await by_turns(
            [lambda _: _bring(files, brought), lambda _: _insert(files, ready)], ROUNDS, unmeasured=0
        )
    name = f"bring in {ground.sized(ITEMS)} items, a commit for every {SIZE}"
    return [ground.conditions.row(name, ours / 1000, theirs / 1000, "raw", LIMIT, unit="s")]


class _Files:
    """New, empty archives. Making one is a thousandth of the work that follows."""

    def __init__(self, folder: Path, key: str) -> None:
        self.folder = folder
        self.key = key

    def next(self) -> Path:
        path = self.folder / f"{time.monotonic_ns()}.db"
        make_empty(path, self.key)
        return path


def _bring(files: _Files, brought: list[Brought]) -> None:
    with closing(open_connection(files.next(), files.key)) as connection:
        for each in brought:
            with transaction(connection):
                bring_in(connection, each.conversation, each.arrivals, each.tips)


def _insert(files: _Files, ready: list[raw.Rows]) -> None:
    with closing(raw.open_raw(files.next(), files.key)) as connection:
        raw.insert(connection, ready)
