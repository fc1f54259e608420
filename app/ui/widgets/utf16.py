"""Qt counts text in UTF-16 units, Python in characters: an emoji is two of the one and one of the other."""


def units_in(text: str) -> int:
    """Return how many units a text has."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def characters_in(text: str, units: int) -> int:
    """Return how many characters the first `units` units of a text are."""
    if text.isascii():
        return min(units, len(text))
    return len(text.encode("utf-16-le", "surrogatepass")[: units * 2].decode("utf-16-le", "ignore"))
