from app.domain.parcel import OURS
from app.exchange.importers.every import IMPORTERS, importer_of
from app.exchange.source import Source, held

RUBBISH = (b"", b"hello", b"[]", b"{}", b"[1, null]", b"[" * 100_000, bytes(range(256)), b"PK", b"\xff\xfe[")


def test_every_program_has_one_importer_and_sotto_one_for_each_form() -> None:
    origins = [importer.ORIGIN for importer in IMPORTERS]
    assert origins[:2] == [OURS, OURS]
    assert len(set(origins)) == len(origins) - 1


def test_rubbish_is_recognised_by_none_and_makes_none_of_them_raise() -> None:
    assert [importer_of(Source([held("a.json", content)])) for content in RUBBISH] == [None] * len(RUBBISH)
    assert importer_of(Source([])) is None
