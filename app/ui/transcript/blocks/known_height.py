"""A height that outlives the document it was measured on."""

from app.ui.transcript.blocks.surroundings import Look


class KnownHeight:
    """The last height of a block, good for as long as its text, its width and the look are the same."""

    def __init__(self) -> None:
        self._known: tuple[Look, float, float] | None = None

    def keep(self, look: Look, width: float, height: float) -> float:
        """Remember and return `height`."""
        self._known = (look, width, height)
        return height

    def at(self, look: Look, width: float) -> float | None:
        known = self._known
        return known[2] if known and known[:2] == (look, width) else None

    def forget(self) -> None:
        self._known = None
