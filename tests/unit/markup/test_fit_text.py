"""Foreign text, made fit for showing."""

import pytest

from app.markup.fit_text import Fitting, fit, reveal


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("\x1b[31mred\x00\x9b", "[31mred"),
        ("\ud83d\ude00", "😀"),
        ("lone \ud83d half", "lone \ufffd half"),
        ("\ttab", "\ttab"),
    ],
)
def test_controls_go_and_signs_are_made_whole(text: str, shown: str) -> None:
    assert fit(text) == shown


@pytest.mark.parametrize("text", ["a\r\nb", "x\ud83d\ude00y", "\r\r\n", "plain"])
def test_pieces_give_what_the_whole_gives(text: str) -> None:
    fitting = Fitting()
    assert "".join(fitting.fit(piece) for piece in text) == fit(text)


def test_what_turns_the_direction_is_named_in_code() -> None:
    assert reveal("a\u202eb") == "a‹U+202E›b"
