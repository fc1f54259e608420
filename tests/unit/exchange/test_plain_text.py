import pytest

from app.domain.exchange_errors import FileEmpty, FileKindUnknown, FileTextTooLong
from app.exchange.plain_text import MOST_CHARACTERS, finished, read_text

SENTENCE = "Grüße – “naïve” 東京 😀"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_its_mark_or_as_utf_8(encoding: str) -> None:
    assert read_text(SENTENCE.encode(encoding)) == SENTENCE


def test_both_orders_of_bytes_are_read() -> None:
    assert read_text(b"\xfe\xff" + SENTENCE.encode("utf-16-be")) == SENTENCE


def test_what_is_no_unicode_is_western() -> None:
    assert read_text("Grüße".encode("latin-1")) == "Grüße"
    assert read_text("“naïve”".encode("cp1252")) == "“naïve”"
    assert read_text(b"na\xefve \x81") == "naïve \x81"


def test_one_slip_does_not_make_a_long_text_western() -> None:
    assert read_text(SENTENCE.encode() * 9 + b"\xff") == SENTENCE * 9 + "\ufffd"


def test_half_a_character_and_nul_become_what_can_be_kept() -> None:
    assert read_text(b"\xff\xfe\x3d\xd8a\0") == "\ufffda"
    assert read_text(b"a" * 200 + b"\0") == "a" * 200 + "\u2400"


def test_line_ends_are_plain() -> None:
    assert read_text(b"a\r\nb\rc\n\x0cd\te") == "a\nb\nc\n\x0cd\te"


@pytest.mark.parametrize(
    "content", [bytes(range(256)), b"\x7fELF\2\1\1\0\0", "text".encode("utf-16-le"), b"\0\xff"]
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(FileKindUnknown):
        read_text(content)


def test_nothing_to_read_is_told() -> None:
    with pytest.raises(FileEmpty):
        read_text(b" \n\t")


def test_there_is_a_bound() -> None:
    assert len(finished("a" * MOST_CHARACTERS)) == MOST_CHARACTERS
    with pytest.raises(FileTextTooLong):
        finished("a" * (MOST_CHARACTERS + 1))
