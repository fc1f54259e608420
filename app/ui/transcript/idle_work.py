"""What the transcript does while nothing else is asked of it, a few milliseconds at a time.

First what is seen: very long texts are read on, code gets its colours. Then what will be seen next is laid
out, in the direction in which the person is going.
"""

from time import monotonic

from PySide6.QtCore import QObject, QTimer

from app.ui.transcript.canvas import Canvas

_SLICE = 0.004
_REST_MS = 8
_STRIDE = 160  # pixels that are laid out between two looks at the clock


class IdleWork(QObject):
    """Begins after every move of the canvas, and ends by itself."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._stale: tuple[int, int] | None = None
        self._prepared = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._work)
        canvas.moved.connect(self._begin)

    @property
    def is_done(self) -> bool:
        return not self._timer.isActive()

    def arrange_soon(self, number: int, height: int) -> None:
        """From a height of this row on, something is of another height or looks different."""
        self._stale = min(self._stale or (number, height), (number, height))
        self._timer.start(_REST_MS)

    def _begin(self) -> None:
        self._prepared = 0
        if not self._timer.isActive():
            self._timer.start(_REST_MS)

    def _work(self) -> None:
        deadline = monotonic() + _SLICE
        if self._stale:
            (number, height), self._stale = self._stale, None
            self._arrange(self._canvas.anchor.place_of(number) + height)
        is_done = not self._read_on(deadline) and self._colour(deadline) and self._prepare(deadline)
        if not is_done:
            self._timer.start(_REST_MS)
        elif not self._timer.isActive():
            self._canvas.rows.trim()

    def _arrange(self, changed_from: int | None = None) -> None:
        prepared = self._prepared
        self._canvas.arrange(changed_from=changed_from)
        self._prepared = prepared

    def _read_on(self, deadline: float) -> bool:
        """Read on in the texts in sight; say whether there is more of them."""
        rows = self._canvas.rows
        more = [number for number, _ in self._canvas.anchor.visible() if rows.read_on(number, deadline)]
        if more:
            self._arrange()
        return bool(more)

    def _colour(self, deadline: float) -> bool:
        height = self._canvas.viewport().height()
        for number, top in self._canvas.anchor.visible():
            row = self._canvas.rows.made(number)
            if row is None or not row.has_body:
                continue
            begin = -top - row.body.top()
            for _, block, _ in row.column.between(begin, begin + height):
                if block.is_laid_out and not block.go_on(deadline):
                    return False
                if monotonic() > deadline:
                    return False
        return True

    def _prepare(self, deadline: float) -> bool:
        """Lay out as much as can be seen at once beyond what is seen."""
        height = self._canvas.viewport().height()
        while self._prepared < height:
            self._prepared += _STRIDE
            if self._canvas.is_heading_up:
                self._canvas.anchor.prepare(self._prepared, 0)
            else:
                self._canvas.anchor.prepare(0, self._prepared)
            if monotonic() > deadline:
                return False
        return True
