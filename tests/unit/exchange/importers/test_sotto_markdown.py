"""Sotto's own Markdown, back to the letter, and as well as can be where somebody has changed it."""

from datetime import UTC

import pytest

from app.domain.export_choice import Detail
from app.domain.item import Role, question_body
from app.domain.parcel import FileBytes, ParcelItem, Piece, Skipped
from app.exchange.importers.sotto_markdown import pieces, recognises
from app.exchange.look import Look
from app.exchange.markdown_out import markdown
from app.exchange.source import Source, held
from tests.fakes.made_parcels import Made, made

SPOKEN = ("Why cobalt?", "# It is blue.\n\nAnd cheap.", "Thanks.")


def written(one: Made, detail: Detail = Detail.FULL) -> str:
    return "".join(markdown(one.head, one.items, Look(detail, {}, "1", UTC)))


def source(text: str, files: dict[str, bytes] | None = None) -> Source:
    beside = (held(f"out.files/{number}", content) for number, content in enumerate((files or {}).values()))
    return Source([held("out.md", text.encode()), *beside])


def spoken() -> Made:
    items = [
        ParcelItem(str(number), str(number - 1) if number else None, Role.PERSON, question_body(text), number)
        for number, text in enumerate(SPOKEN)
    ]
    return Made(made(1).head, items, {})


def bodies(those: list[Piece]) -> list[str]:
    return [piece.body for piece in those if isinstance(piece, ParcelItem)]


@pytest.mark.parametrize("seeds", [range(start, start + 25) for start in range(0, 200, 25)], ids=str)
def test_what_was_written_comes_back(seeds: range) -> None:
    for seed in seeds:
        one = made(seed)
        assert list(pieces(source(written(one), one.files))) == one.pieces


@pytest.mark.slow
def test_what_was_written_comes_back_at_length() -> None:
    for seed in range(1_000, 1_400):
        one = made(seed)
        assert list(pieces(source(written(one), one.files))) == one.pieces


def test_only_what_holds_everything_is_known() -> None:
    assert recognises(source(written(spoken())))
    assert recognises(source(written(spoken()).replace("\n", "\r\n")))
    for text in ("", "# Title", written(spoken(), Detail.READABLE), written(spoken(), Detail.TEXT)):
        assert not recognises(source(text))


def test_files_that_stayed_elsewhere_are_told_of() -> None:
    one = next(made(seed) for seed in range(100) if len(made(seed).files) > 1)
    back = list(pieces(source(written(one))))
    assert not any(isinstance(piece, FileBytes) for piece in back)
    assert sum(isinstance(piece, Skipped) for piece in back) == len(one.files)
    assert [piece for piece in back if isinstance(piece, ParcelItem)] == one.items


def test_another_ending_of_lines_does_no_harm() -> None:
    one = spoken()
    assert bodies(list(pieces(source(written(one).replace("\n", "\r\n"))))) == [
        item.body for item in one.items
    ]


def test_a_message_that_somebody_changed_comes_as_it_stands() -> None:
    text = written(spoken()).replace("And cheap.", "And rare.\n\nSome say.\n- more")
    back = list(pieces(source(text)))
    assert bodies(back) == [
        question_body(each)
        for each in (SPOKEN[0], "### It is blue.\n\nAnd rare.\n\nSome say.\n- more", SPOKEN[2])
    ]
    assert sum(isinstance(piece, Skipped) for piece in back) == 1


def test_a_message_that_somebody_took_out_leaves_the_others() -> None:
    text = written(spoken())
    start, end = text.index('<!-- sotto {"id":"1"'), text.index('<!-- sotto {"id":"2"')
    back = list(pieces(source(text[:start] + text[end:])))
    assert bodies(back) == [question_body(SPOKEN[0]), question_body(SPOKEN[2])]


def test_a_comment_that_is_broken_is_left_out() -> None:
    text = written(spoken()).replace('"role":"user","created_at":1', '"role":"king","created_at":1')
    back = list(pieces(source(text)))
    assert len(bodies(back)) == 2
    assert any(isinstance(piece, Skipped) for piece in back)


def test_any_piece_of_a_file_is_read_without_a_fault() -> None:
    content = written(made(11)).encode()
    for end in range(0, len(content), 256):
        for piece in pieces(Source([held("x", content[:end])])):
            assert piece
