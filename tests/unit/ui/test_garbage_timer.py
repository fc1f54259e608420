import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from app.ui.garbage_timer import GarbageTimer, collect_all

A_GREAT_DEAL = 5_000


class Knot(QObject):
    """Refers to itself, so that only the collector lets go of it. Notes the thread in which that happens."""

    def __init__(self, ended_in: list[int]) -> None:
        super().__init__()
        self.itself = self
        self.timer = QTimer(self)
        self.timer.start(1_000)
        weakref.finalize(self, lambda: ended_in.append(threading.get_ident()))


def make_garbage() -> None:
    kept = []
    for _ in range(A_GREAT_DEAL):
        knot: list[object] = []
        knot.append(knot)
        kept.append(knot)


@pytest.fixture
def garbage_timer(qapp: object) -> Iterator[GarbageTimer]:
    assert qapp
    timer = GarbageTimer()
    timer.start()
    yield timer
    timer.end()
    gc.disable()  # as everywhere in these tests


@pytest.mark.usefixtures("garbage_timer")
def test_what_belongs_to_the_window_ends_in_its_thread(qtbot: QtBot) -> None:
    ended_in: list[int] = []
    Knot(ended_in)
    other = threading.Thread(target=make_garbage)
    other.start()
    other.join()
    assert ended_in == []
    qtbot.waitUntil(lambda: bool(ended_in), timeout=3_000)
    assert ended_in == [threading.get_ident()]


def test_after_its_end_python_collects_by_itself(garbage_timer: GarbageTimer) -> None:
    assert not gc.isenabled()
    garbage_timer.end()
    assert gc.isenabled()


class Ring:
    """Refers to itself, so that only the collector lets go of it, or who breaks it."""

    def __init__(self) -> None:
        self.itself: Ring | None = self


def test_what_was_there_before_its_start_is_not_looked_through(qapp: object) -> None:
    assert qapp
    before = Ring()
    timer = GarbageTimer()
    timer.start()
    after = Ring()
    old, new = weakref.ref(before), weakref.ref(after)
    del before, after
    gc.collect()
    left = old()
    assert left is not None
    assert new() is None
    left.itself = None
    timer.end()
    gc.disable()


def test_all_can_be_collected_at_once_with_what_qt_has_yet_to_delete(qapp: object) -> None:
    assert qapp
    deleted, kept = QObject(), Ring()
    deleted.setProperty("kept", kept)
    held = weakref.ref(kept)
    deleted.deleteLater()
    del deleted, kept
    collect_all()
    assert held() is None
