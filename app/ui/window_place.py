"""Where the window stands: read from it when it closes, and given back where a screen still shows that."""

from collections.abc import Iterable

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.domain.plain_settings import WindowPlace

_IN_SIGHT = 96  # so much of the window's top must be on a screen to be taken hold of
_GRIP = 32


def place_of(window: QWidget) -> WindowPlace:
    """Return where the window is or, where it fills its screen, where it would go back to."""
    area = window.normalGeometry()
    if not area.isValid():
        area = window.geometry()
    return WindowPlace(area.x(), area.y(), area.width(), area.height(), window.isMaximized())


def put(window: QWidget, place: WindowPlace) -> None:
    """Put the window there, or onto the first screen where the one that it was on is gone."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    window.setGeometry(fitting(place, screens))
    if place.is_maximised:
        window.showMaximized()


def fitting(place: WindowPlace, screens: Iterable[QRect]) -> QRect:
    """Return the place, moved and made smaller only where nobody could take hold of it there."""
    known = list(screens)
    wanted = QRect(place.left, place.top, place.width, place.height)
    grip = QRect(wanted.left(), wanted.top(), wanted.width(), _GRIP)
    for screen in known:
        seen = screen.intersected(grip)
        if seen.width() >= min(_IN_SIGHT, wanted.width()) and seen.height() > 0:
            return wanted
    if not known:
        return wanted
    first = known[0]
    size = wanted.size().boundedTo(first.size())
    moved = QRect(first.topLeft(), size)
    moved.moveCenter(first.center())
    return moved
