"""Work beside the window."""

from collections.abc import Iterator
from threading import Event, current_thread

import pytest
from pytestqt.qtbot import QtBot

from app.ui.transcript.blocks.offstage import Offstage


@pytest.fixture
def offstage(qtbot: QtBot) -> Iterator[Offstage]:
    del qtbot
    made = Offstage()
    yield made
    made.close()


def test_what_was_found_comes_back_to_this_thread(qtbot: QtBot, offstage: Offstage) -> None:
    told: list[tuple[object, object]] = []
    offstage.do(current_thread, lambda worker: told.append((worker, current_thread())))
    qtbot.waitUntil(lambda: bool(told))
    ((worker, teller),) = told
    assert worker is not teller is current_thread()


def test_what_fails_gives_nothing(qtbot: QtBot, offstage: Offstage) -> None:
    told: list[object] = []
    offstage.do(lambda: 1 / 0, told.append)
    offstage.do(lambda: "next", told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [None, "next"]


def test_after_the_end_nobody_is_told(qtbot: QtBot, offstage: Offstage) -> None:
    begun, told, let_go = Event(), [], Event()
    offstage.do(lambda: (begun.set(), let_go.wait(5)), told.append)
    offstage.do(lambda: "never", told.append)
    assert begun.wait(5)
    offstage.close()
    let_go.set()
    qtbot.wait(30)
    assert told == []


def test_what_is_told_soon_is_told_later_and_each_by_itself(qtbot: QtBot, offstage: Offstage) -> None:
    told: list[str] = []
    offstage.tell_soon(lambda: told.append("one"))
    offstage.tell_soon(lambda: told.append("two"))
    assert told == []
    qtbot.waitUntil(lambda: told == ["one", "two"])


def test_nobody_is_told_soon_after_the_end(qtbot: QtBot) -> None:
    made, told = Offstage(), list[str]()
    made.tell_soon(lambda: told.append("never"))
    made.close()
    qtbot.wait(20)
    assert told == []
