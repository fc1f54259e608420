"""Lets widgets that stand already take another size: their own fonts, and what they have fixed."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_UNLIMITED = (1 << 24) - 1  # what Qt takes for no limit


def resize_all(widgets: Iterable[QWidget], before: int, after: int) -> None:
    """Bring fonts and fixed lengths that were made for `before` percent to `after` percent."""
    for widget in widgets:
        _resize_font(widget, before, after)
        if not widget.isWindow():
            _resize_limits(widget, before, after)
        widget.updateGeometry()
        widget.update()


def _resize_font(widget: QWidget, before: int, after: int) -> None:
    own = widget.font()
    if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont) and own.pixelSize() > 0:
        own.setPixelSize(length_at(own.pixelSize(), before, after))
        widget.setFont(own)


def _resize_limits(widget: QWidget, before: int, after: int) -> None:
    least, most = widget.minimumSize(), widget.maximumSize()
    if least.width():
        widget.setMinimumWidth(length_at(least.width(), before, after))
    if least.height():
        widget.setMinimumHeight(length_at(least.height(), before, after))
    if most.width() < _UNLIMITED:
        widget.setMaximumWidth(length_at(most.width(), before, after))
    if most.height() < _UNLIMITED:
        widget.setMaximumHeight(length_at(most.height(), before, after))


def length_at(length: int, before: int, after: int) -> int:
    """Return a length that was made for `before` percent as it is at `after`, by way of the look's own."""
    return round(round(length * 100 / before) * after / 100)
