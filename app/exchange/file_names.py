"""Names of files, made of what people and models call things: safe on every system, and no two alike."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from unicodedata import combining, normalize
from urllib.parse import quote

from app.domain.naming import name_key
from app.domain.text_pieces import whole_characters

BESIDE = ".files"
"""What the folder of attached files is called beside a text, behind the name that the two share."""

_MOST_BYTES = 120  # of the name itself; what is put behind it finds room in 255
_LONGEST_ENDING = 12
# What no system may have in a name, and what would show a name in another order than it stands in.
_UNFIT = re.compile(
    '[\x00-\x1f\x7f-\x9f<>:"/\\\\|?*\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]+'
)
_EDGES = " .-~"
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)
_ENDING = re.compile(r"\.[A-Za-z0-9]+")


class FileNames:
    """Gives out names for one folder. Two that differ in case alone would be one file on some systems."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {name_key(name) for name in taken}

    def new(self, called: str, ending: str, otherwise: str = "Conversation") -> str:
        """Return a name that ends as it should and was not given out before."""
        stem = safe_stem(called) or otherwise
        name, number = f"{stem}{ending}", 1
        while name_key(name) in self._taken:
            number += 1
            name = f"{stem} ({number}){ending}"
        self._taken.add(name_key(name))
        return name

    def new_like(self, name: str) -> str:
        """Return a name as like to a file's own as can be, with its ending."""
        ending = PurePosixPath(_UNFIT.sub("-", whole_characters(name)).strip(_EDGES)).suffix
        if not _ENDING.fullmatch(ending) or len(ending) > _LONGEST_ENDING:
            return self.new(name, "", otherwise="File")
        return self.new(name.strip(_EDGES).removesuffix(ending), ending, otherwise="File")


def safe_stem(called: str) -> str:
    """Return `called` as the name of a file without its ending; empty where nothing of it can stay."""
    text = _UNFIT.sub(" ", normalize("NFC", whole_characters(called)))
    stem = _cut(" ".join(text.split()).lstrip(_EDGES)).rstrip(_EDGES)
    reserved = _RESERVED.match(stem)
    return f"{stem[: reserved.end()]}_{stem[reserved.end() :]}" if reserved else stem


def relative_link(folder: str, name: str) -> str:
    """Return how a file in a folder beside is written in a link."""
    return f"{quote(folder, safe='')}/{quote(name, safe='')}"


def _cut(text: str) -> str:
    """Keep what is short enough in bytes, and no part of a character that is written in several."""
    if len(text.encode()) <= _MOST_BYTES:
        return text
    kept = text.encode()[:_MOST_BYTES].decode(errors="ignore")
    while kept and (combining(text[len(kept)]) or "\u200d" in (text[len(kept)], kept[-1])):
        kept = kept[:-1]
    return kept
