"""Places in a text, in characters as Python counts them and in UTF-16 units as Qt does."""

from bisect import bisect_left, bisect_right


class TextPlaces:
    """A text with its signs beyond the basic plane noted, where the two counts part."""

    def __init__(self, text: str) -> None:
        self.text = text
        wide = [] if text.isascii() else [at for at, character in enumerate(text) if character > "\uffff"]
        self._wide = wide
        self._wide_units = [at + count for count, at in enumerate(wide)]

    def units(self, place: int) -> int:
        place = min(max(place, 0), len(self.text))
        return place + bisect_left(self._wide, place)

    def place(self, units: int) -> int:
        """Return the place at `units`; in the middle of a sign, the one before it."""
        return min(max(units - bisect_right(self._wide_units, units - 1), 0), len(self.text))
