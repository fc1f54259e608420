"""A view whose every painted frame is timed, and can be looked at afterwards."""

import asyncio
import time
from collections.abc import Callable

from PySide6.QtGui import QImage, QPaintEvent

from app.domain.conversation import HistoryPage
from app.ui.theme.theme import Theme
from app.ui.transcript.idle_work import IdleWork
from app.ui.transcript.transcript_view import TranscriptView

_MOST_BLANK = 120  # pixels without a mark on them: more than any gap that is meant
_STEP = 3


class BlankFrame(AssertionError):
    """A frame that was timed does not show what it should."""


async def spin(condition: Callable[[], bool]) -> None:
    """Let the loop turn, as fast as it can, until something is so."""
    while not condition():  # noqa: ASYNC110  # an event would come a turn late
        await asyncio.sleep(0)


class TimedView(TranscriptView):
    """Counts its frames and remembers when the last one was painted, and how long each took."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.frames = 0
        self.painted_at = 0.0
        self.paint_times: list[float] = []
        self.pages = 0  # that have been opened
        self.page_at = 0.0

    def show_page(self, page: HistoryPage) -> None:
        super().show_page(page)
        self.pages += 1
        self.page_at = time.perf_counter()

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing is left to be read, laid out or coloured."""
        idle = self.findChild(IdleWork)
        return isinstance(idle, IdleWork) and idle.is_done and self.missing() is None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        began = time.perf_counter()
        super().paintEvent(event)
        self.painted_at = time.perf_counter()
        self.paint_times.append(self.painted_at - began)
        self.frames += 1

    async def painted_after(self, moment: float, patience: float = 5.0) -> float:
        """Wait for a frame that was painted after a moment, and return when that was."""
        end = time.monotonic() + patience
        await spin(lambda: self.painted_at > moment or time.monotonic() > end)
        if self.painted_at <= moment:
            raise BlankFrame("nothing was painted")
        return self.painted_at

    def frame_now(self) -> float:
        """Paint what is due, at once, and return when that was done."""
        self.viewport().repaint()
        return self.painted_at

    def check(self) -> None:
        """Look at what is painted: there are words where they should be, and no blank band."""
        image = self.viewport().grab().toImage()
        _require_no_blank_band(image, self.column_left, self.column_left + self.column_width)
        self._require_words()

    def _require_words(self) -> None:
        """Each text in sight is where the pointer finds it."""
        found = 0
        for number, top in self.anchor.visible():
            row = self.rows.row(number)
            if row is None or not row.has_body:
                continue
            begin = -top - row.body.top()
            for _, block, _ in row.column.between(begin, begin + self.viewport().height()):
                if not block.is_laid_out:
                    raise BlankFrame("a block in sight is not laid out")
                middle = len(block.text) // 2
                if block.text and abs(block.position_at(block.caret(middle).center()) - middle) > 1:
                    raise BlankFrame("a word is not where it is painted")
                found += bool(block.text)
        if not found:
            raise BlankFrame("there is no text in sight")


def _require_no_blank_band(image: QImage, left: int, right: int) -> None:
    blank = 0
    for y in range(0, image.height(), _STEP):
        seen = {image.pixel(x, y) for x in range(left, right, _STEP)}
        blank = blank + _STEP if len(seen) == 1 else 0
        if blank > _MOST_BLANK:
            raise BlankFrame(f"a blank band ends at {y}")
