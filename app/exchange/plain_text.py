"""Files of plain text: prose, code, tables, JSON, Markdown. Bytes become characters, and nothing else."""

import codecs
import re

from app.domain.exchange_errors import FileEmpty, FileKindUnknown, FileTextTooLong
from app.domain.text_pieces import storable
from app.exchange.refusals import refusal

MOST_CHARACTERS = 4_000_000
"""About a million tokens: more than any model can be given."""

# In which order it matters: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UTF_8 = "utf-8"
# What Windows wrote where others wrote Latin-1: the same, with quotation marks where that has no signs.
_WESTERN, _LATIN_1 = "cp1252", "latin-1"
ENCODINGS = (_UTF_8, "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", _WESTERN, _LATIN_1, "ascii", "cp437")

_REPLACED = "\ufffd"
_LINE_ENDS = re.compile("\r\n?")
# Signs that steer a machine and that no person reads. Tabs, line and page breaks are text.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_FEW = 0.01
_LOOKED_AT = 1_000_000
_GARBLED_AT_MOST = 0.1


def read_text(content: bytes, most: int = MOST_CHARACTERS) -> str:
    """Return the text of a file, of at most so many characters. Raises FileKindUnknown where it is none."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return finished(content[len(mark) :].decode(encoding, "replace"), most)
    text = _unmarked(content)
    seen = text[:_LOOKED_AT]
    if len(_CONTROLS.findall(seen)) > len(seen) * _FEW:
        raise refusal(FileKindUnknown)
    return finished(text, most)


def finished(text: str, most: int = MOST_CHARACTERS) -> str:
    """Return text as it is kept: with plain line ends, and without what no archive or service can take.

    Raises FileTextTooLong, and FileEmpty where nothing is to be read in it.
    """
    if len(text) > most:
        raise refusal(FileTextTooLong)
    if not text.strip():
        raise refusal(FileEmpty)
    return storable(_LINE_ENDS.sub("\n", text))


def _unmarked(content: bytes) -> str:
    try:
        return content.decode(_UTF_8)
    except UnicodeDecodeError:
        pass
    if b"\0" in content:
        raise refusal(FileKindUnknown)
    text = content.decode(_UTF_8, "replace")
    return text if _is_a_slip(text) else _western(content)


def _is_a_slip(text: str) -> bool:
    """Whether all but a few letters beyond ASCII came out whole, so that the file is UTF-8 after all."""
    garbled = text.count(_REPLACED)
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return garbled <= beyond * _GARBLED_AT_MOST


def _western(content: bytes) -> str:
    try:
        return content.decode(_WESTERN)
    except UnicodeDecodeError:
        return content.decode(_LATIN_1)
