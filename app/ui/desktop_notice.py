"""Tells the person through the desktop, where it has a place for that, and asks for a look in any case."""

from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QApplication, QWidget

_SERVICE, _PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_INTERFACE = "org.freedesktop.portal.Notification"


def tell_desktop(window: QWidget, name: str, title: str, words: str) -> None:
    """Say it once, in place of what was said under the same name before. Nobody waits for an answer."""
    QApplication.alert(window)
    bus = QDBusConnection.sessionBus()
    if bus.isConnected():
        call = QDBusMessage.createMethodCall(_SERVICE, _PATH, _INTERFACE, "AddNotification")
        call.setArguments([name, {"title": title, "body": words}])
        bus.send(call)
