import io

import pytest

from app.domain.errors import EmptyMessage, InputError
from app.verbs.question import read_question


class Piped(io.TextIOWrapper):
    def __init__(self, content: bytes, *, is_terminal: bool = False) -> None:
        super().__init__(io.BytesIO(content))
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal


@pytest.mark.parametrize(
    ("typed", "piped", "question"),
    [
        ("Why?", Piped(b""), "Why?"),
        ("Why?", None, "Why?"),
        (None, Piped("Wozu, süßes Ding?\r\n".encode()), "Wozu, süßes Ding?"),
        ("Why?", Piped(b"a\nb\n\n"), "Why?\n\na\nb"),
        ("Why?", Piped(b"\xef\xbb\xbfa"), "Why?\n\na"),
        ("Why?", Piped(b"never read", is_terminal=True), "Why?"),
        (None, Piped(b"typed\n", is_terminal=True), "typed"),
    ],
)
def test_what_is_piped_in_comes_behind_what_was_typed(
    typed: str | None, piped: Piped | None, question: str
) -> None:
    assert read_question(typed, piped) == question


@pytest.mark.parametrize("piped", [None, Piped(b""), Piped(b" \n")])
def test_without_a_word_there_is_no_question(piped: Piped | None) -> None:
    with pytest.raises(EmptyMessage):
        read_question(" ", piped)


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(InputError, match="not text"):
        read_question("Why?", Piped(b"\xff\xfe\x00"))


def test_what_has_no_end_is_refused() -> None:
    with pytest.raises(InputError, match="longer than 8 MB"):
        read_question("Why?", Piped(b"a" * (9 << 20)))


def test_where_files_speak_for_themselves_nobody_is_asked_to_type() -> None:
    assert read_question(None, Piped(b"never read", is_terminal=True), may_be_empty=True) == ""
    assert read_question(None, Piped(b"piped"), may_be_empty=True) == "piped"
