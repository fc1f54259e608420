"""Formulas among the words of a document: pictures that stand on the line of the letters."""

from collections.abc import Callable, Sequence
from html import escape
from itertools import zip_longest
from math import ceil

from PySide6.QtCore import QPointF, QUrl
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QTextCharFormat, QTextCursor, QTextDocument

from app.ui.transcript.blocks.formula_drawing import FormulaPicture
from app.ui.transcript.blocks.painted_block import Span
from app.ui.transcript.blocks.surroundings import Surroundings

PLACE = "\ufffc"  # the character that stands for a picture

_HARDLY = 0.6  # pixels that nobody sees


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
        self._fonts: list[QFont] = []

    def rich_text(self, tex: str, display: bool) -> str:  # as the writer of rich text calls it
        """Return the picture of a formula as rich text; nothing while there is none."""
        picture = self._around.formulas.picture(self._around.formula_wish(tex, display=display), self._came)
        if picture is None:
            return ""
        used, descent = _font_as_deep(self._document.defaultFont(), picture.descent)
        image = _padded(picture, max(0.0, descent - picture.descent))
        name = f"formula:{len(self.texs)}"
        self._document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
        self.texs.append(tex)
        self._fonts.append(used)
        size = image.deviceIndependentSize()
        sides = f'width="{size.width()}" height="{size.height()}"'
        return f'<img src="{escape(name)}" {sides}>'

    def settle(self) -> None:
        """After the document was filled, put the pictures on the line, which rich text cannot do.

        Qt lets a picture reach as far below the line as the letters of its own font do, so each gets a
        font that reaches as far as the picture must.
        """
        if not self._fonts:
            return
        text, place = self._document.toPlainText(), -1
        look = QTextCharFormat()
        look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
        for used in self._fonts:
            place = text.find(PLACE, place + 1)
            if place >= 0:
                look.setFont(used)
                units = len(text[:place].encode("utf-16-le")) // 2
                cursor = QTextCursor(self._document)
                cursor.setPosition(units)
                cursor.setPosition(units + 1, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(look)


def with_sources(text: str, span: Span, texs: Sequence[str]) -> str:
    """Return a share of `text` with the formulas written out where their pictures stand."""
    first = text.count(PLACE, 0, span[0])
    pieces = text[slice(*span)].split(PLACE)
    among = [f"${tex}$" for tex in texs[first : first + len(pieces) - 1]]
    return "".join(part for pair in zip_longest(pieces, among, fillvalue="") for part in pair)


def _font_as_deep(usual: QFont, descent: float) -> tuple[QFont, float]:
    """Return a font whose letters go as far below the line as `descent`, and how far they do."""
    deep = QFontMetricsF(usual).descent()
    if descent <= deep + _HARDLY:
        return usual, deep
    used = QFont(usual)
    used.setPixelSize(ceil(usual.pixelSize() * descent / deep))
    return used, QFontMetricsF(used).descent()


def _padded(picture: FormulaPicture, below: float) -> QImage:
    ratio = picture.image.devicePixelRatio()
    high = round((picture.height + below) * ratio)
    image = QImage(picture.image.width(), high, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.drawImage(QPointF(0, 0), _plain(picture.image))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def _plain(image: QImage) -> QImage:
    copy = QImage(image)
    copy.setDevicePixelRatio(1)
    return copy
