"""A small picture of a picture, made in a thread. What comes in was written by our own encoder."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage

SIDE = 64
"""In pixels: shown at half of it, so that it is sharp on a fine screen."""


def thumbnail(content: bytes) -> QImage | None:
    """Return the middle of the picture as a square, or None where there is nothing to see."""
    picture = QImage.fromData(content)
    if picture.isNull():
        return None
    size = QSize(SIDE, SIDE)
    filled = picture.scaled(
        size, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    middle = QRect(0, 0, SIDE, SIDE)
    middle.moveCenter(filled.rect().center())
    return filled.copy(middle)
