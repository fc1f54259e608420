import asyncio
from pathlib import Path

import pytest

from app.chat.export_stream import ExportStream
from app.domain.errors import GivenUp
from app.domain.exchange_errors import FileUnreadable
from app.domain.parcel import Parcel
from app.exchange.export_reader import Origin
from tests.fixtures.children import children


async def read_all(stream: ExportStream) -> None:
    while await stream.next():
        pass


async def test_what_is_found_comes_one_after_the_other(tmp_path: Path) -> None:
    (tmp_path / "chat.md").write_text("## You\nHello")
    steps, before = list[tuple[int, int]](), children()
    stream = ExportStream(tmp_path, lambda *step: steps.append(step), None, 10)
    assert await stream.next() == Origin("markdown")
    assert isinstance(await stream.next(), Parcel)
    assert await stream.next() is None
    assert await stream.next() is None
    await stream.close()
    assert stream.size == 12
    assert steps[-1] == (12, 12)
    assert children() == before


async def test_what_goes_wrong_is_raised_and_leaves_nothing(tmp_path: Path) -> None:
    stream = ExportStream(tmp_path / "gone", None, None, 10)
    with pytest.raises(FileUnreadable):
        await stream.next()
    await stream.close()


async def test_it_ends_when_it_is_cancelled(tmp_path: Path) -> None:
    (tmp_path / "chat.md").write_text("## You\nHello")
    cancel, before = asyncio.Event(), children()
    stream = ExportStream(tmp_path, None, cancel, 10)
    cancel.set()
    with pytest.raises(GivenUp):
        await read_all(stream)
    await stream.close()
    assert children() == before
