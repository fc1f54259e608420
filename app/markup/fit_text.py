"""Foreign text made fit for showing, a piece at a time: one way of ending lines, no control characters."""

import re

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_LEADING_HALF = re.compile("[\ud800-\udbff]")
_UNSEEN = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Fitting:
    """Cleans pieces of one text. What the next piece decides waits for it: a carriage return, half a sign."""

    def __init__(self) -> None:
        self._waiting = ""

    def fit(self, piece: str) -> str:
        piece = self._waiting + piece
        last = piece[-1:]
        self._waiting = last if last == "\r" or _LEADING_HALF.match(last) else ""
        return fit(piece[: len(piece) - len(self._waiting)])


def fit(text: str) -> str:
    """Return `text` without control characters other than line feed and tab, and with whole signs only."""
    if _SURROGATES.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub("", text)


def reveal(code: str) -> str:
    """Return `code` with the characters named that turn the direction of what follows, unseen."""
    return _UNSEEN.sub(lambda found: f"‹U+{ord(found[0]):04X}›", code)
