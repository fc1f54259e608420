"""Escape where it means the way back: kept from the window's own use of it for as long as it does."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class WayBack(QObject):
    """Hears what reaches a widget; `leads` says whether there is anything to go back from."""

    def __init__(self, widget: QWidget, leads: Callable[[], bool], go: Callable[[], None]) -> None:
        super().__init__(widget)
        self._leads = leads
        self._go = go
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if not (is_escape and self._leads()):
            return False
        if event.type() is QEvent.Type.KeyPress:
            self._go()
        event.accept()
        return event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
