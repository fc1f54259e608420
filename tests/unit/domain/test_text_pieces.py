from itertools import combinations_with_replacement, pairwise

import pytest

from app.domain.text_pieces import PieceJoiner, storable, whole_characters

TEXT = "a👍🏽 é漢👩‍👩‍👧\ufeff\n𝒳z"


def halves(text: str) -> str:
    """The text as a service writes it: every character beyond the first plane as two halves."""
    raw = text.encode("utf-16-le")
    return "".join(chr(int.from_bytes(raw[at : at + 2], "little")) for at in range(0, len(raw), 2))


def joined(pieces: list[str]) -> str:
    joiner = PieceJoiner()
    given = [joiner.add(piece) for piece in pieces] + [joiner.end()]
    for text in given:
        text.encode()  # each part by itself can be stored
    return "".join(given)


def test_text_cut_anywhere_comes_out_whole() -> None:
    text = halves(TEXT)
    for first, second in combinations_with_replacement(range(len(text) + 1), 2):
        cuts = [0, first, second, len(text)]
        assert joined([text[start:end] for start, end in pairwise(cuts)]) == TEXT


def test_text_in_single_halves_comes_out_whole() -> None:
    assert joined(list(halves(TEXT))) == TEXT


def test_whole_characters_are_not_held_back() -> None:
    joiner = PieceJoiner()
    assert joiner.add("a👍") == "a👍"
    assert joiner.add("b\ud83d") == "b"
    assert joiner.add("\udc4dc") == "👍c"
    assert joiner.end() == ""


def test_a_half_that_stays_alone_is_replaced_and_its_neighbours_stay() -> None:
    for text, whole in (
        ("\ud83d", "�"),
        ("\udc4d", "�"),
        ("a\ud83db", "a�b"),
        ("\udc4d\ud83d", "��"),
        ("\ud83d\ud83d\udc4d", "�👍"),
        ("\ud83d👍", "�👍"),
        ("", ""),
        ("\ufeffa", "\ufeffa"),
    ):
        assert whole_characters(text) == whole
        assert joined([text]) == joined(list(text)) == whole


@pytest.mark.parametrize(
    ("text", "kept"), [("grüße 👩‍👩‍👧", "grüße 👩‍👩‍👧"), ("a\0b", "a␀b"), ("\ud83d\0", "�␀"), ("", "")]
)
def test_any_text_can_be_made_storable(text: str, kept: str) -> None:
    assert storable(text) == kept
