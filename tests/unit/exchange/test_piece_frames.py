import json
from dataclasses import replace
from typing import Any

import pytest

from app.domain.item import ItemState, question_body
from app.domain.parcel import FileBytes, ParcelBranch, ParcelHead, ParcelItem, Piece, Skipped
from app.exchange.frames import Frame, Garbled
from app.exchange.piece_frames import BYTES, HEAD, ITEM, LARGEST_FILE, SKIPPED, frame_of, piece_in
from tests.unit.exchange import parts

FULL_HEAD = parts.head(
    folder="Work",
    tags=("one", "two"),
    is_archived=True,
    settings='{"model":"gpt","parameters":{"temperature":1},"policy":{"kind":"fit","count":0,"low_mark":0.5,'
    '"shortens_results":true}}',
)
PIECES = (FULL_HEAD, parts.head(), parts.item(), parts.full_item(), parts.BYTES, Skipped("No text.", 3))
ODD = (None, 1, -1, 1.5, True, "", "x" * 5000, [], {}, [[]], [1], [{}], "\ud800", 1 << 70, "{}", "[]", "nan")


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: type(piece).__name__)
def test_a_piece_comes_out_as_it_went_in(piece: Piece) -> None:
    assert piece_in(frame_of(piece)) == piece


def changed(piece: Piece, name: str, value: Any) -> Frame:  # noqa: ANN401  # whatever a worker gone astray says
    frame = frame_of(piece)
    return Frame(frame.kind, json.dumps(json.loads(frame.content) | {name: value}).encode())


@pytest.mark.parametrize("piece", [FULL_HEAD, parts.full_item(), Skipped("x")], ids=str)
def test_a_member_of_another_type_is_garbled_or_does_no_harm(piece: Piece) -> None:
    for name in json.loads(frame_of(piece).content):
        for value in ODD:
            try:
                came = piece_in(changed(piece, name, value))
            except Garbled:
                continue
            assert piece_in(frame_of(came)) == came


@pytest.mark.parametrize(
    ("piece", "name", "value"),
    [
        (parts.item(), "state", "streaming"),
        (parts.item(), "role", "root"),
        (parts.item(), "body", "[]"),
        (parts.item(), "body", '{"type": "message", "x": NaN}'),
        (parts.item(), "body", "[" * 100_000),
        (parts.item(), "kind", "reasoning"),
        (parts.item(), "id", ""),
        (parts.item(), "id", "x" * 1001),
        (parts.full_item(), "edited", "{"),
        (parts.full_item(), "files", [{"sha256": "00"}]),
        (parts.full_item(), "fault", "broken"),
        (parts.head(), "shown", "another"),
        (parts.head(), "branches", []),
        (parts.head(), "title_source", "nobody"),
    ],
)
def test_what_cannot_be_is_garbled(piece: Piece, name: str, value: object) -> None:
    with pytest.raises(Garbled):
        piece_in(changed(piece, name, value))


@pytest.mark.parametrize(
    "frame",
    [
        Frame(BYTES, b"short"),
        Frame(BYTES, bytes(32) + b"of another hash"),
        frame_of(FileBytes("00" * 32, b"x")),
        Frame(HEAD, b""),
        Frame(ITEM, b"\xff"),
        Frame(ITEM, b"[" * 100_000),
        Frame(SKIPPED, b'{"why": 1, "count": 1}'),
        Frame(b"?", b"{}"),
    ],
)
def test_bytes_that_are_no_piece_are_garbled(frame: Frame) -> None:
    with pytest.raises(Garbled):
        piece_in(frame)


def came(piece: Piece, **given: object) -> Any:  # noqa: ANN401  # the piece of the same kind
    return piece_in(frame_of(replace(piece, **given)))  # type: ignore[arg-type]


def test_what_is_merely_too_long_is_cut() -> None:
    assert len(came(parts.head(), title="x" * 2000).title) == 1000
    assert len(came(parts.item(), author="x" * 2000).author) == 200
    assert came(parts.item(), raw="x" * (1 << 21)).raw is None
    assert came(parts.item(), created_at=1 << 62).created_at < 1 << 58
    assert LARGEST_FILE < 1 << 26


def test_halves_of_characters_and_nuls_become_signs() -> None:
    assert came(parts.head(), title="a\ud800b\0").title == "a\ufffd\ufffd\ufffdb\u2400"
    whole: ParcelItem = came(parts.item(), body=question_body("\ud83d\ude00\ud800"))
    assert "\ud800" not in whole.body


def test_one_branch_is_the_main_line_and_a_name_is_given_once() -> None:
    branches = tuple(ParcelBranch(name, None, 1, "Same", is_main=True) for name in "abc")
    whole: ParcelHead = came(parts.head(), branches=branches, shown="b")
    assert [(each.name, each.is_main) for each in whole.branches] == [
        ("Same", True),
        (None, False),
        (None, False),
    ]
    none = came(parts.head(), branches=tuple(ParcelBranch(name, None, 1) for name in "ab"), shown="b")
    assert [each.is_main for each in none.branches] == [False, True]


@pytest.mark.parametrize(
    "settings",
    [
        '{"model":5}',
        '{"parameters":{"temperature":"hot"}}',
        '{"parameters":5}',
        '{"policy":{"kind":"fit","count":"x"}}',
        '{"earlier":[1]}',
        '{"earlier":5}',
        '{"compaction":{"at_tokens":"x"}}',
        '{"unknown":1}',
    ],
)
def test_settings_of_other_types_are_left_out(settings: str) -> None:
    assert came(parts.head(), settings=settings).settings == "{}"


def test_what_was_emptied_stays_empty() -> None:
    emptied = came(parts.item(), state=ItemState.EMPTIED, kind="reasoning", edited=question_body("x"))
    assert (emptied.body, emptied.edited, emptied.kind) == ("{}", None, "reasoning")
