import io
import json
from collections.abc import Iterator

import pytest

from app.domain.parcel import FileBytes, Piece, Skipped
from app.exchange import export_worker
from app.exchange.distant_files import CONTENT
from app.exchange.export_frames import END, EXPORT, ORIGIN, OVERSIZED
from app.exchange.export_worker import serve
from app.exchange.frames import REFUSED, Frame, put_frame, take_frames
from app.exchange.piece_frames import HEAD, ITEM, LARGEST_FILE, SKIPPED, piece_in
from app.exchange.source import Source
from tests.unit.exchange import parts

TEXT = b"## You\nHello"


def answered(*exports: tuple[str, bytes]) -> list[Frame]:
    """What the worker gives out for exports of one file each, all of whose bytes lie ready."""
    source, target = io.BytesIO(), io.BytesIO()
    for name, content in exports:
        put_frame(source, Frame(EXPORT, json.dumps([(name, len(content))]).encode()))
        for _ in range(99):  # more often than it is opened and read
            put_frame(source, Frame(CONTENT, content))
    source.seek(0)
    serve(source, target)
    target.seek(0)
    return list(take_frames(target, 1 << 28))


class Importer:
    """A program that writes whatever a test wants."""

    ORIGIN = "test"

    def __init__(self, *given: Piece | type[BaseException]) -> None:
        self._given = given

    def recognises(self, source: Source) -> bool:
        return bool(source.members)

    def pieces(self, source: Source) -> Iterator[Piece]:
        for piece in self._given:
            if isinstance(piece, type):
                raise piece(len(source.members))
            yield piece


@pytest.fixture
def importing(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    def use(*given: Piece | type[BaseException]) -> list[tuple[bytes, bytes]]:
        monkeypatch.setattr(export_worker, "importer_of", lambda _: Importer(*given))
        return [(frame.kind, frame.content) for frame in answered(("a", TEXT)) if frame.kind != b"R"]

    return use


def test_the_program_comes_first_and_then_its_pieces() -> None:
    found = [frame for frame in answered(("a.md", TEXT)) if frame.kind != b"R"]
    assert [frame.kind for frame in found] == [ORIGIN, HEAD, ITEM, END]
    assert found[0].content == b"markdown"


def test_a_refusal_is_a_name_and_no_words() -> None:
    [*_, last] = answered(("a.json", b"[]"))
    assert (last.kind, last.content) == (REFUSED, b"ExportUnknown")


@pytest.mark.parametrize(
    ("error", "name"), [(RecursionError, b"FileNestedTooDeep"), (MemoryError, b"ConversationTooLarge")]
)
def test_what_an_importer_runs_out_of_is_named(importing, error: type[Exception], name: bytes) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    assert importing(parts.head(), error)[-1] == (REFUSED, name)


def test_a_file_or_a_piece_that_is_too_large_stays_behind(importing) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    file = FileBytes("00" * 32, bytes(LARGEST_FILE + 1))
    large = parts.item(raw="x" * (65 << 20))
    found = importing(file, large)
    assert [kind for kind, _ in found] == [ORIGIN, SKIPPED, OVERSIZED, END]
    assert piece_in(Frame(*found[1])) == Skipped("Attachments that are larger than Sotto keeps")
