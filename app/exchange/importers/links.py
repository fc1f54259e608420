"""Sources of an answer, as links that read well in Markdown, and the marks that programs leave for them."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from app.markup.links import is_followed

_KEPT = "%/:=&?~#+!$,;'@*-._"
_LONGEST_TITLE = 200
_SPECIAL = re.compile(r"([\\\[\]`*_<>])")
# A mark between signs that no person types, and the older one between lenticular brackets.
_MARK = re.compile("\ue200[^\ue200\ue201]{0,2000}\ue201|【[^【】\n]{1,200}】")
_PRIVATE = re.compile("[\ue200-\ue20f]")
_MARKED = re.compile("[\ue200-\ue20f【]")


def link(title: str, address: str) -> str:
    """Return a link as Markdown, or the words alone where the address leads nowhere that may be followed."""
    words = _SPECIAL.sub(r"\\\1", " ".join(title.split())[:_LONGEST_TITLE])
    if not is_followed(address):
        return words
    safe = quote(address, safe=_KEPT)
    return f"[{words}]({safe})" if words else f"<{safe}>"


def with_sources(text: str, links: Iterable[str]) -> str:
    """Return a text with a list of its sources behind it, each once."""
    known = [each for each in dict.fromkeys(links) if each and each not in text]
    if not known:
        return text
    listed = "\n".join(f"- {each}" for each in known)
    return f"{text}\n\n{listed}" if text else listed


def without_marks(text: str, replacements: Mapping[str, str]) -> str:
    """Put what is known of a mark in its place. An unknown one that nobody can read is dropped."""
    if not _MARKED.search(text):
        return text

    def replaced(found: re.Match[str]) -> str:
        mark = found.group()
        unread = "" if mark.startswith("\ue200") else mark
        return replacements.get(mark, unread)

    return _PRIVATE.sub("", _MARK.sub(replaced, text))
