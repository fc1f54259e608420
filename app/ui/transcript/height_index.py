"""The heights of all rows of a conversation, most of them estimates, with sums by chunks.

A conversation of 100 000 items is opened by filling an array; nothing is read for it.
"""

from array import array

_CHUNK = 512


class HeightIndex:
    """Knows where each row begins and which row lies at a place. Rows count from 0, heights are pixels."""

    def __init__(self, count: int = 0, estimate: int = 0) -> None:
        self._estimate = estimate
        self._heights = array("i")
        self._sums: list[int] = []
        self.resize(count)

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, row: int) -> int:
        return self._heights[row]

    @property
    def total(self) -> int:
        return sum(self._sums)

    def set(self, row: int, height: int) -> None:
        self._sums[row // _CHUNK] += height - self._heights[row]
        self._heights[row] = height

    def resize(self, count: int) -> None:
        """Add rows of the estimated height to the end, or take some from there."""
        more = count - len(self._heights)
        if more > 0:
            self._heights.extend(array("i", [self._estimate]) * more)
        elif more < 0:
            del self._heights[count:]
        if more:
            self._sum_from(min(count, count - more) // _CHUNK)

    def offset(self, row: int) -> int:
        """Return how far below the top of the first row `row` begins."""
        chunk = row // _CHUNK
        return sum(self._sums[:chunk]) + sum(self._heights[chunk * _CHUNK : row])

    def find(self, place: int) -> tuple[int, int]:
        """Return the row at `place`, and how far below its top that is; the last one where rows end."""
        chunk = 0
        while chunk < len(self._sums) - 1 and place >= self._sums[chunk]:
            place -= self._sums[chunk]
            chunk += 1
        row, end = chunk * _CHUNK, min((chunk + 1) * _CHUNK, len(self._heights))
        while row < end - 1 and place >= self._heights[row]:
            place -= self._heights[row]
            row += 1
        return row, place

    def _sum_from(self, chunk: int) -> None:
        """Only the first and the last chunk behind a change are summed row by row; the others are even."""
        del self._sums[chunk:]
        for start in range(chunk * _CHUNK, len(self._heights), _CHUNK):
            part = self._heights[start : start + _CHUNK]
            is_even = start > chunk * _CHUNK and len(part) == _CHUNK
            self._sums.append(_CHUNK * self._estimate if is_even else sum(part))
