"""A formula as a picture. Slow, and without end for some formulas: never on the thread that paints."""

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from app.markup.formula_svg import formula_svg


@dataclass(frozen=True, slots=True)
class Wish:
    """A formula as it is wanted.

    Attributes:
        display: on a line of its own.
        size: of its letters, in pixels.
        ratio: how many pixels of the screen one pixel has.
    """

    tex: str
    display: bool
    colour: str
    size: float
    ratio: float


@dataclass(frozen=True, slots=True)
class FormulaPicture:
    """Attributes:
    descent: how much of the height lies below the line that letters stand on.
    """

    image: QImage
    width: float
    height: float
    descent: float


def draw_formula(wish: Wish) -> FormulaPicture:
    """Draw, or raise whatever the libraries raise: a formula may be anything at all."""
    drawn = formula_svg(wish.tex, display=wish.display, colour=wish.colour, size=wish.size)
    image = _rasterised(drawn.svg, drawn.width, drawn.height, wish.ratio)
    return FormulaPicture(image, drawn.width, drawn.height, drawn.descent)


def _rasterised(svg: str, width: float, height: float, ratio: float) -> QImage:
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    image = QImage(
        max(1, round(width * ratio)), max(1, round(height * ratio)), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
