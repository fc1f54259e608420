"""Telling the person through the desktop. A place for that is played by this test."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import ClassInfo, QObject, Slot
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.desktop_notice import tell_desktop

SERVICE, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"


@ClassInfo({"D-Bus Interface": "org.freedesktop.portal.Notification"})
class Desktop(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[str, dict]] = []

    @Slot(str, "QVariantMap")
    def AddNotification(self, name: str, notice: dict) -> None:  # noqa: N802  # its name on the bus
        self.told.append((name, notice))


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    bus, made = QDBusConnection.sessionBus(), Desktop()
    assert bus.registerService(SERVICE)
    bus.registerObject(PATH, made, QDBusConnection.RegisterOption.ExportAllSlots)
    yield made
    bus.unregisterObject(PATH)
    bus.unregisterService(SERVICE)


def test_the_desktop_is_told(qtbot: QtBot, desktop: Desktop) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    tell_desktop(window, "reply", "A reply is ready", "")
    qtbot.waitUntil(lambda: bool(desktop.told))
    assert desktop.told == [("reply", {"title": "A reply is ready", "body": ""})]


def test_without_a_place_for_it_nothing_is_lost(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    tell_desktop(window, "reply", "A reply is ready", "")
    assert not window.isVisible()
