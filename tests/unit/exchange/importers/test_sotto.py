"""What Sotto itself has written, in either form."""

from app.domain.export_choice import Detail
from app.exchange.importers.every import importer_of
from app.exchange.importers.sotto import pieces, recognises
from app.exchange.json_out import json_text
from app.exchange.look import Look
from app.exchange.markdown_out import markdown
from app.exchange.source import RawFile, Source, held
from tests.fakes.made_parcels import made


def as_markdown(seed: int) -> RawFile:
    one = made(seed)
    return held("a.md", "".join(markdown(one.head, one.items, Look(Detail.FULL))).encode())


def as_json(seed: int) -> RawFile:
    return held("b.json", "".join(json_text(made(seed).pieces, "")).encode())


def test_both_forms_are_known_as_ours() -> None:
    for file in (as_markdown(1), as_json(1)):
        found = importer_of(Source([file]))
        assert found is not None
        assert found.ORIGIN == "sotto"


def test_a_folder_may_hold_both() -> None:
    source = Source([as_markdown(8), held("other", b"rubbish"), as_json(9)])
    assert recognises(source)
    heads = [piece for piece in pieces(source) if piece in (made(8).head, made(9).head)]
    assert heads == [made(9).head, made(8).head]
