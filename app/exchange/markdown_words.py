"""Words from outside in places of our own, such as a heading or a comment: none of them breaks out."""

import html
import json
import re

from app.domain.text_pieces import whole_characters

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]+")
_SIGNS = re.compile(r"[\\`*_\[\]<>#|~&$!]|:(?=//)|(?<=www)\.|(?<=\w)@(?=\w)", re.IGNORECASE)
_RAW_IN_JSON = re.compile(
    "[<>\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]|-(?=-)"
)
_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def plain(words: str) -> str:
    """Return words as one line that Markdown takes for nothing but words."""
    return _SIGNS.sub(r"\\\g<0>", one_line(words))


def summary(words: str) -> str:
    """Return words as one line for an element of HTML."""
    return html.escape(one_line(words), quote=False)


def one_line(words: str) -> str:
    return " ".join(_UNSEEN.sub(" ", whole_characters(words)).split())


def quoted(value: object) -> str:
    """Return a value as JSON that is YAML as well, and ends no comment wherever it stands."""
    return _RAW_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", _to_json(value))


def fence_for(text: str) -> str:
    """Return a fence that nothing in the text can be taken for."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    return "`" * max(3, longest + 1)
