"""What holds the window's thread is logged by its place."""

import sys
import time
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.ui import wording
from app.ui.stall_watch import StallWatch, place_of

LOGGER = "app.ui.stall_watch"


def hold(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def test_a_stall_is_logged_with_its_place(
    qtbot: QtBot, expect_log: Callable[[str, str], None], caplog: pytest.LogCaptureFixture
) -> None:
    expect_log(LOGGER, r"the window stood still for \d+ ms in .*test_stall_watch.*:")
    watch = StallWatch()
    watch.start()
    qtbot.wait(60)
    hold(0.3)
    qtbot.waitUntil(lambda: bool(caplog.records))
    watch.end()


def test_what_is_done_before_the_first_beat_is_no_stall(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    watch = StallWatch()
    watch.start()
    hold(0.3)
    qtbot.wait(100)
    watch.end()
    assert not caplog.records


def test_a_thread_that_keeps_answering_is_not_mentioned(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    watch = StallWatch(limit=5)
    watch.start()
    qtbot.wait(200)
    watch.end()
    assert not caplog.records


def test_where_nothing_is_ours_the_innermost_function_is_the_place() -> None:
    assert place_of(None) == "no place"
    assert place_of(sys._getframe()).endswith(
        ":test_where_nothing_is_ours_the_innermost_function_is_the_place"
    )


def test_a_foreign_frame_inside_ours_is_told_by_ours() -> None:
    seen: list[str] = []

    class Kind(str):
        __slots__ = ()

        def __hash__(self) -> int:
            seen.append(place_of(sys._getframe()))
            return super().__hash__()

    wording.words_for(wording.Fault(Kind("RateLimited"), "Wait."))
    assert seen[0] == "app.ui.wording:words_for"
