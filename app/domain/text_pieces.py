"""Text that arrives in pieces, cut anywhere: even between the two halves of one character."""

_FIRST_HALVES = ("\ud800", "\udbff")
_NUL, _SIGN_FOR_NUL = "\0", "\u2400"


class PieceJoiner:
    """Gives back whole characters only: a half at the end waits for its other half.

    A lone half can be neither stored nor sent on, so one that stays alone becomes the replacement character.
    """

    def __init__(self) -> None:
        self._waiting = ""

    def add(self, piece: str) -> str:
        """Return what is whole so far and has not been given back yet."""
        text = self._waiting + piece
        self._waiting = ""
        if text and _FIRST_HALVES[0] <= text[-1] <= _FIRST_HALVES[1]:
            text, self._waiting = text[:-1], text[-1]
        return whole_characters(text)

    def end(self) -> str:
        """Return what is still waiting: nothing more will come."""
        return whole_characters(self._waiting)


def whole_characters(text: str) -> str:
    """Return `text` with its halves joined where they meet, and replaced where they stand alone."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def storable(text: str) -> str:
    """Return `text` as the archive can keep it, whatever it holds.

    A half of a character cannot be written at all, and at a NUL the database would take the text to end.
    """
    return whole_characters(text).replace(_NUL, _SIGN_FOR_NUL)
