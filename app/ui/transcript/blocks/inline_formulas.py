"""Formulas among the words of a document: pictures that stand on the line of the letters."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QPointF, QUrl
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QTextCharFormat, QTextCursor, QTextDocument

from app.ui.transcript.blocks.formula_drawing import FormulaPicture
from app.ui.transcript.blocks.surroundings import Surroundings

PLACE = "\ufffc"  # the character that stands for a picture


class InlineFormulas:
    """Those of one document, from left to right.

    Attributes:
        texs: what each picture says.
    """

    def __init__(self, document: QTextDocument, around: Surroundings, came: Callable[[], None]) -> None:
        self.texs: list[str] = []
        self._document = document
        self._around = around
        self._came = came
        self._low: list[bool] = []

    def rich_text(self, tex: str, display: bool) -> str:  # as the writer of rich text calls it
        """Return the picture of a formula as rich text; nothing while there is none."""
        picture = self._around.formulas.picture(self._around.formula_wish(tex, display=display), self._came)
        if picture is None:
            return ""
        metrics = QFontMetricsF(self._document.defaultFont())
        stands_low = picture.descent <= metrics.descent()
        if stands_low:
            image = _padded(picture, 0, metrics.descent() - picture.descent)
        else:
            image = _centred(picture, metrics.xHeight() / 2)
        name = f"formula:{len(self.texs)}"
        self._document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
        self.texs.append(tex)
        self._low.append(stands_low)
        size = image.deviceIndependentSize()
        sides = f'width="{size.width()}" height="{size.height()}"'
        return f'<img src="{escape(name)}" {sides} style="vertical-align:middle">'

    def settle(self) -> None:
        """After the document was filled, put those on the line that rich text cannot put there."""
        if not any(self._low):
            return
        text, place = self._document.toPlainText(), -1
        look = QTextCharFormat()
        look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
        for low in self._low:
            place = text.find(PLACE, place + 1)
            if low and place >= 0:
                units = len(text[:place].encode("utf-16-le")) // 2
                cursor = QTextCursor(self._document)
                cursor.setPosition(units)
                cursor.setPosition(units + 1, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(look)


def _centred(picture: FormulaPicture, half_x: float) -> QImage:
    """Add room so that the line of the letters is where Qt puts the middle of a picture."""
    above = picture.height - picture.descent
    high = max(2 * picture.descent + half_x, 2 * above - half_x)
    return _padded(picture, (high + half_x) / 2 - above, (high - half_x) / 2 - picture.descent)


def _padded(picture: FormulaPicture, above: float, below: float) -> QImage:
    ratio = picture.image.devicePixelRatio()
    high = round((picture.height + above + below) * ratio)
    image = QImage(picture.image.width(), high, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.drawImage(QPointF(0, round(above * ratio)), _plain(picture.image))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def _plain(image: QImage) -> QImage:
    copy = QImage(image)
    copy.setDevicePixelRatio(1)
    return copy
