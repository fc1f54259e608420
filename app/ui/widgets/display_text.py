"""Foreign text made fit to show: no control characters, one way of ending lines. It is stored as it came."""

import re
import unicodedata

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_DIRECTION_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LOOKED_AT = 400  # characters in which a paragraph shows its direction


def display_text(text: str) -> str:
    """Return `text` without control characters other than line feed and tab."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def single_line(text: str) -> str:
    """Return `text` as one line that cannot reorder what stands beside it: for titles."""
    return " ".join(_DIRECTION_MARKS.sub("", _CONTROLS.sub(" ", text)).split())


def single_line_in_place(text: str) -> str:
    """Return `text` as one line of the same length, so that places in it stay where they are."""
    return _DIRECTION_MARKS.sub("\u200b", _CONTROLS.sub(" ", text.replace("\n", " ").replace("\t", " ")))


def runs_right_to_left(text: str) -> bool:
    """Say whether the first letter that has a direction runs from right to left."""
    for character in text[:_LOOKED_AT]:
        match unicodedata.bidirectional(character):
            case "L":
                return False
            case "R" | "AL":
                return True
    return False
