"""What may be known before the history is unlocked, because it tells nothing of it: looks, lock, the window.

It lies in a small plain file. Whatever is in that file is taken as it may be, and never keeps Sotto from
starting.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Self, TypeVar

LONGEST_LOCK_MINUTES = 24 * 60
LONGEST_CLIPBOARD_SECONDS = 3600
_LARGEST = 100_000
_LOST = -(10**9)
LESS, MOST = 50, 300
_MOST_PAIRS, _LONGEST_TEXT = 500, 100
C = TypeVar("C", bound=StrEnum)


class Scheme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Language(StrEnum):
    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"


@dataclass(frozen=True, slots=True)
class WindowPlace:
    """Where the window was, in the screen's own points."""

    left: int
    top: int
    width: int
    height: int
    is_maximised: bool = False


@dataclass(frozen=True, slots=True)
class PlainSettings:
    """`lock_minutes` and `clipboard_seconds` of 0 stand for never. `sidebar_width` of 0 is the look's own.

    `shortcuts` are the person's own: names of commands, and the key of each; an empty one is none.
    """

    scheme: Scheme = Scheme.SYSTEM
    text_percent: int = 100
    reduces_motion: bool = False
    language: Language = Language.SYSTEM
    lock_minutes: int = 0
    clipboard_seconds: int = 30
    notifies: bool = True
    notifies_titles: bool = False
    first_run_done: bool = False
    sidebar_width: int = 0
    window: WindowPlace | None = None
    shortcuts: tuple[tuple[str, str], ...] = ()

    def to_mapping(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any]) -> Self:
        """Return what `to_mapping` gave. What is no such value counts as not set."""
        usual = cls()
        return cls(
            scheme=_one_of(Scheme, values.get("scheme"), usual.scheme),
            text_percent=_number(values.get("text_percent"), usual.text_percent, LESS, MOST),
            reduces_motion=_truth(values.get("reduces_motion"), usual.reduces_motion),
            language=_one_of(Language, values.get("language"), usual.language),
            lock_minutes=_number(values.get("lock_minutes"), usual.lock_minutes, 0, LONGEST_LOCK_MINUTES),
            clipboard_seconds=_number(
                values.get("clipboard_seconds"), usual.clipboard_seconds, 0, LONGEST_CLIPBOARD_SECONDS
            ),
            notifies=_truth(values.get("notifies"), usual.notifies),
            notifies_titles=_truth(values.get("notifies_titles"), usual.notifies_titles),
            first_run_done=_truth(values.get("first_run_done"), usual.first_run_done),
            sidebar_width=_number(values.get("sidebar_width"), usual.sidebar_width, 0, _LARGEST),
            window=_place(values.get("window")),
            shortcuts=_pairs(values.get("shortcuts")),
        )


def _one_of(kind: type[C], value: object, usual: C) -> C:
    return next((each for each in kind if each == value), usual)


def _number(value: object, usual: int, least: int, most: int) -> int:
    return value if type(value) is int and least <= value <= most else usual


def _truth(value: object, usual: bool) -> bool:
    return value if isinstance(value, bool) else usual


def _pairs(value: object) -> tuple[tuple[str, str], ...]:
    """Return the pairs of short texts in a list; of those with the same name the last."""
    pairs = [each for each in value if _is_pair(each)] if isinstance(value, list) else []
    return tuple(dict(pairs[:_MOST_PAIRS]).items())


def _is_pair(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(isinstance(each, str) and len(each) <= _LONGEST_TEXT for each in value)
    )


def _place(value: object) -> WindowPlace | None:
    if not isinstance(value, Mapping):
        return None
    left, top = (_number(value.get(name), _LOST, -_LARGEST, _LARGEST) for name in ("left", "top"))
    width, height = (_number(value.get(name), _LOST, 1, _LARGEST) for name in ("width", "height"))
    if _LOST in (left, top, width, height):
        return None
    return WindowPlace(left, top, width, height, _truth(value.get("is_maximised"), usual=False))
