"""What a frame costs while what is seen moves: by a wheel, by pages, by a new width."""

import statistics
import time
from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.bench.archive.measuring import Row
from tests.bench.transcript.stage import SIZE, Stage

FRAMES = 240
PAGES = 80
WIDTHS = 90
_BREATH = 0.016


async def moving_rows(stage: Stage) -> list[Row]:
    view = stage.view
    await to_the_middle(stage)
    wheel = await wheel_times(stage)
    page = [await _frame(stage, lambda: view.move_by(560), breathes=False) for _ in range(PAGES)]
    widths = [await _frame(stage, lambda n=n: _resize(stage, n), checked=n % 5 == 0) for n in range(WIDTHS)]
    view.resize(*SIZE)
    most = stage.conditions.absolute
    return [
        most("wheel frame, 95 of 100", p95(wheel), 8),
        most("page of new content, 95 of 100", p95(page), 12),
        most("live resize, 95 of 100", p95(widths), 8),
        most("wheel frame, median", statistics.median(wheel), 8),
    ]


async def to_the_middle(stage: Stage) -> None:
    await stage.open(stage.long[0])
    stage.view.jump_to(stage.view.history.length // 2, 0)
    await stage.rest()


async def wheel_times(stage: Stage) -> list[float]:
    """Turn the wheel, three notches on and one back, and say how long each frame took."""
    return [await _frame(stage, lambda n=n: _wheel(stage, 1 if n % 120 < 90 else -1)) for n in range(FRAMES)]


async def _frame(
    stage: Stage, move: Callable[[], None], *, checked: bool = True, breathes: bool = True
) -> float:
    """Move, paint, and say how long that held the thread. What can be read ahead has time in between."""
    began = time.perf_counter()
    move()
    ended = stage.view.frame_now()
    if checked:
        stage.view.check()
    if breathes:
        await stage.breathe(_BREATH)
    else:
        await stage.pages_read()
    return (ended - began) * 1000


def _wheel(stage: Stage, notches: int) -> None:
    middle = QPointF(stage.view.viewport().rect().center())
    event = QWheelEvent(
        middle, middle, QPoint(), QPoint(0, notches * 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(stage.view.viewport(), event)


def _resize(stage: Stage, number: int) -> None:
    there = number if number < WIDTHS // 2 else WIDTHS - number
    stage.view.resize(SIZE[0] - 8 * there, SIZE[1])


def p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]
