"""Which of a few names fit what was typed, the closest first: for lists that shrink with every letter."""

from collections.abc import Sequence

from app.domain.naming import name_key


def closest(names: Sequence[str], typed: str) -> list[int]:
    """Return the places of the names that hold the letters of `typed` in their order. All fit nothing."""
    wanted = name_key("".join(typed.split()))
    ranked = [
        (distance, place)
        for place, name in enumerate(names)
        if (distance := _distance(name_key(name), wanted)) is not None
    ]
    return [place for _, place in sorted(ranked)]


def _distance(name: str, wanted: str) -> tuple[int, int] | None:
    """Return how far apart the letters stand and where they begin: names that begin so are the closest."""
    if not wanted:
        return 0, 0
    starts = [start for start, letter in enumerate(name) if letter == wanted[0]]
    spreads = [(end - start, start) for start in starts if (end := _end(name, wanted, start)) is not None]
    return min(spreads, default=None)


def _end(name: str, wanted: str, start: int) -> int | None:
    """Return behind which character the last letter stands, or None if one is missing."""
    at = start
    for letter in wanted:
        at = name.find(letter, at) + 1
        if at == 0:
            return None
    return at
