"""Locking by itself."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.ui import idle_lock
from app.ui.idle_lock import IdleLock
from app.ui.plain_keeper import PlainKeeper


@pytest.fixture
def plain() -> PlainKeeper:
    made = PlainKeeper()
    made.change(lock_minutes=1)
    return made


@pytest.fixture
def lock(qtbot: QtBot, plain: PlainKeeper, monkeypatch: pytest.MonkeyPatch) -> Iterator[IdleLock]:
    monkeypatch.setattr(idle_lock, "_MINUTE_MS", 300)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    made = IdleLock(plain, field)
    yield made
    made.end()


def test_after_a_rest_it_is_due(qtbot: QtBot, lock: IdleLock) -> None:
    with qtbot.waitSignal(lock.due, timeout=3000):
        pass


def test_every_touch_puts_it_off(qtbot: QtBot, lock: IdleLock) -> None:
    qtbot.wait(200)
    qtbot.keyClick(lock.parent(), Qt.Key.Key_A)
    assert lock._rest.remainingTime() > 250


def test_who_does_not_want_it_is_not_watched(qtbot: QtBot, plain: PlainKeeper, lock: IdleLock) -> None:
    plain.change(lock_minutes=0)
    assert not lock._rest.isActive()
    with qtbot.assertNotEmitted(lock.due, wait=500):
        pass
