"""Sotto's own JSON, back to the letter."""

import json
from collections.abc import Iterable

import pytest

from app.domain.parcel import FileBytes, Piece, Skipped
from app.exchange.importers.sotto_json import pieces, recognises
from app.exchange.json_out import json_text
from app.exchange.source import Source, held
from tests.fakes.made_parcels import Made, made


def source(text: str) -> Source:
    return Source([held("any name", text.encode())])


def written(those: Iterable[Piece]) -> str:
    return "".join(json_text(those, "Sotto 1"))


@pytest.mark.parametrize("seeds", [range(start, start + 25) for start in range(0, 150, 25)], ids=str)
def test_what_was_written_comes_back(seeds: range) -> None:
    for seed in seeds:
        one = made(seed)
        assert list(pieces(source(written(one.pieces)))) == one.pieces


def test_several_conversations_come_back_from_one_file() -> None:
    those = [*made(5).pieces, *made(6).pieces]
    assert list(pieces(source(written(those)))) == those


def test_it_is_known_by_its_content_alone() -> None:
    text = written(made(1).pieces)
    assert recognises(source(text))
    assert recognises(source("\ufeff" + json.dumps(json.loads(text), indent=2)))
    for other in ("", "[]", '[{"title":"x"}]', '{"sotto":"json"}', "\0" * 50):
        assert not recognises(source(other))


def test_a_newer_version_is_left_alone() -> None:
    (skipped,) = pieces(source('[{"sotto":"json","version":2},{"piece":"conversation"}]'))
    assert isinstance(skipped, Skipped)


def spoilt(one: Made, change: dict[str, object], piece: str) -> list[Piece]:
    values = json.loads(written(one.pieces))
    first = next(each for each in values if each.get("piece") == piece)
    first.update(change)
    return list(pieces(source(json.dumps(values))))


def test_a_part_that_is_none_is_left_out_and_the_rest_comes() -> None:
    one = made(7)
    back = spoilt(one, {"role": "king"}, "item")
    assert sum(isinstance(piece, Skipped) for piece in back) == 1
    assert len(back) == len(one.pieces)


def test_bytes_that_are_not_whole_are_left_out() -> None:
    one = next(made(seed) for seed in range(100) if made(seed).files)
    for change in ({"base64": "AAAA"}, {"base64": "?"}, {"base64": 1}, {"sha256": None}):
        back = spoilt(one, change, "bytes")
        files = sum(isinstance(piece, FileBytes) for piece in back)
        assert files == sum(isinstance(piece, FileBytes) for piece in one.pieces) - 1
        assert any(isinstance(piece, Skipped) for piece in back)


def test_items_without_a_conversation_are_nothing() -> None:
    text = json.dumps([each for each in json.loads(written(made(7).pieces)) if each.get("piece") == "item"])
    assert not list(pieces(source('[{"sotto":"json","version":1},' + text[1:])))


def test_what_is_no_object_is_left_out_wherever_it_stands() -> None:
    begun = '[{"sotto": "json", "version": 1}'
    odd = "".join(f", {value}" for value in ('""', "1", "null", "[]"))
    assert [type(piece) for piece in pieces(source(f"{begun}{odd}]"))] == [Skipped] * 4
