"""Lucide's line icons in the colours of the theme."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.system.resources import resource
from app.ui.theme.tokens import ICON

_FEW_POINTS = 24


class Icons:
    """Draws each icon once per colour, size and pixel ratio."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: str, size: int = ICON, ratio: float = 1.0) -> QPixmap:
        """Return the picture of `resources/icons/<name>.svg`."""
        key = (name, colour, size, ratio)
        if key not in self._drawn:
            source = resource(f"icons/{name}.svg").read_text("utf-8").replace("currentColor", colour)
            self._drawn[key] = _draw(source, size, ratio)
        return self._drawn[key]

    def program_icon(self, size: int) -> QPixmap:
        """Return the program's own: where there are few points, drawn point by point."""
        drawing = "icon-small.svg" if size < _FEW_POINTS else "icon.svg"
        return _draw(resource(drawing).read_text("utf-8"), size, 1.0)


def _draw(svg: str, size: int, ratio: float) -> QPixmap:
    pixels = round(size * ratio)
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
