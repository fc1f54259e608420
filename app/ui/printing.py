"""Pages of a PDF, made in a process of their own: however long it takes, no window waits for it.

What is to be printed comes through a pipe, as texts that each end with a zero byte: a title, a style sheet,
then HTML, stretch by stretch. An empty one says that all has come. The finished file goes out through another
pipe. Nothing is written anywhere else, and nothing that the HTML names is loaded.
"""

import os
import re
import sys
from collections.abc import Iterator
from math import ceil
from typing import IO, Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from app.system.hardening import harden_process
from app.ui.theme.tokens import LIGHT, TEXT_FAMILIES
from app.ui.widgets.display_text import runs_right_to_left, single_line

_DOTS = 1200  # in an inch of the file
_PIXELS = 96  # in an inch as the style sheet has it
_SIDE, _ABOVE, _BELOW = 18, 16, 20  # millimetres
_LETTERS, _SMALL = 14, 11  # pixels
_FOOT = 34  # from the last line of the text to that of the page's number
_HAIR = 0.5  # a line that only touches the page is not on it
_INDENT = 24
_BELOW_HEADING = 40  # pixels of what follows it that stand on its page
_LEAST = 90  # pixels of a page; below that a new one is begun
_LIGATURES = ("calt", "liga", "clig", "dlig")  # shapes for which a file of pages keeps no letters
_END = b"\0"
_PICTURE = re.compile(r'src="data:image/(svg\+xml)?[a-z]*;base64,([^"]*)"')
_OTHER_PICTURE = re.compile(r'<img(?! src="picture:\d)[^>]*>')
_GROUND = QTextFormat.Property.BackgroundBrush.value
_GULP = 1 << 16


class Incomplete(Exception):
    """The pipe ended before what is to be printed did."""


def main() -> int:
    """Print what comes in. The exit code is 1 where it broke off."""
    harden_process()
    target = _way_out()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication(sys.argv[:1])
    application.setApplicationName("Sotto")
    try:
        printed = printed_pages(texts_in(sys.stdin.buffer))
    except Incomplete:
        return 1
    with target:
        target.write(printed)
    return 0


def texts_in(source: IO[bytes]) -> Iterator[str]:
    """Yield the texts up to the empty one. Raises Incomplete where that does not come."""
    waiting = b""
    while piece := os.read(source.fileno(), _GULP):
        *whole, waiting = (waiting + piece).split(_END)
        for text in whole:
            if not text:
                return
            yield text.decode()
    raise Incomplete


def printed_pages(texts: Iterator[str]) -> bytes:
    """Return the file. The first of the texts is its title, the second a style sheet."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pages = _Pages(buffer, next(texts), next(texts))
    try:
        for html in texts:
            pages.add(html)
    finally:
        pages.end()  # Qt ends the process where a painter is left over
    return bytes(buffer.data().data())


class _Pages:
    """Lays out one stretch after the other, each where the one before has ended."""

    def __init__(self, target: QIODevice, title: str, style: str) -> None:
        self._title = single_line(title)
        self._style = style
        self._writer = QPdfWriter(target)
        self._writer.setResolution(_DOTS)
        self._writer.setTitle(self._title)
        self._writer.setCreator("Sotto")
        self._writer.setPageLayout(_page_layout())
        self._painter = QPainter(self._writer)
        self._painter.scale(_DOTS / _PIXELS, _DOTS / _PIXELS)
        area = self._writer.pageLayout().paintRectPixels(_PIXELS)
        self._width, self._height = float(area.width()), float(area.height())
        self._number = 1
        self._used = 0.0
        self._number_page()

    def add(self, html: str) -> None:
        if self._height - self._used < _LEAST:
            self._turn()
        document = self._laid_out(html)
        for page in range(document.pageCount()):
            if page:
                self._turn()
            self._paint(document, page * self._height)
        last = document.documentLayout().blockBoundingRect(document.lastBlock()).bottom()
        self._used = last - (document.pageCount() - 1) * self._height

    def end(self) -> None:
        self._painter.end()

    def _laid_out(self, html: str) -> QTextDocument:
        """The first line stands as far below the page's top as what is there already reaches."""
        document = _Document()
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(_font(_LETTERS))
        document.setDocumentMargin(0)
        document.setUseDesignMetrics(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setDefaultStyleSheet(self._style)
        document.setIndentWidth(_INDENT)
        document.show(html, self._width, self._height / 2)
        _settle(document)
        if self._used:
            _leave_room(document, self._used)
        document.setPageSize(QSizeF(self._width, self._height))
        _keep_headings(document, self._height)
        return document

    def _paint(self, document: QTextDocument, top: float) -> None:
        self._painter.save()
        self._painter.translate(0, -top)
        document.drawContents(self._painter, QRectF(0, top + _HAIR, self._width, self._height - 2 * _HAIR))
        self._painter.restore()

    def _turn(self) -> None:
        self._writer.newPage()
        self._number += 1
        self._used = 0.0
        self._number_page()

    def _number_page(self) -> None:
        """Write the page's number at its foot, and before it what this is."""
        used = _font(_SMALL)
        self._painter.setFont(used)
        self._painter.setPen(QColor(LIGHT.quiet))
        foot = QRectF(0, self._height + _FOOT / 2, self._width, _FOOT)
        room = self._width - _FOOT * 2
        title = QFontMetricsF(used).elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        self._painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, title)
        self._painter.drawText(foot, Qt.AlignmentFlag.AlignRight, str(self._number))


class _Document(QTextDocument):
    """Loads nothing."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ANN401, ARG002  # as Qt has it
        return QByteArray()

    def show(self, html: str, widest: float, highest: float) -> None:
        """Take HTML whose pictures stand in it; none is shown larger than it may be."""
        pictures: list[QImage] = []

        def named(found: re.Match[str]) -> str:
            image = QImage.fromData(QByteArray.fromBase64(found[2].encode()))
            if not found[1]:
                image.setDevicePixelRatio(max(1, image.width() / widest, image.height() / highest))
            pictures.append(image)
            return f'src="picture:{len(pictures)}"'

        text = _OTHER_PICTURE.sub("", _PICTURE.sub(named, html))
        for number, image in enumerate(pictures, 1):
            place = QUrl(f"picture:{number}")
            self.addResource(QTextDocument.ResourceType.ImageResource.value, place, image)
        self.setHtml(text)


def _leave_room(document: QTextDocument, height: float) -> None:
    """Begin with an empty line of this height. A margin would be passed over at the top of a page."""
    cursor = QTextCursor(document)
    cursor.insertBlock()
    room = QTextBlockFormat()
    room.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor.setPosition(0)
    cursor.setBlockFormat(room)


def _settle(document: QTextDocument) -> None:
    """Give headings the size that the style sheet says, and put formulas on the line of the letters."""
    for first, last, look in list(_fragments(document)):
        cursor = QTextCursor(document)
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        if look.isImageFormat():
            below = look.toImageFormat().stringProperty(QTextFormat.Property.ImageTitle.value)
            if below:
                used = QFont(document.defaultFont())
                used.setPixelSize(ceil(_LETTERS * float(below) / QFontMetricsF(used).descent()))
                look.setFont(used)
                look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
        else:
            look.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
        cursor.setCharFormat(look)
    _settle_blocks(document)


def _settle_blocks(document: QTextDocument) -> None:
    """Begin each on the side where its words begin, and leave the ground to the cell that it stands in.

    Its own would reach over the end of a page.
    """
    block = document.begin()
    while block.isValid():
        look = block.blockFormat()
        turned, grounded = runs_right_to_left(block.text()), look.hasProperty(_GROUND)
        if turned or grounded:
            look.clearProperty(_GROUND)
            if turned:
                look.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            QTextCursor(block).setBlockFormat(look)
        block = block.next()


def _fragments(document: QTextDocument) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """Yield the pictures and the words of headings, each with its place and how it is set."""
    block = document.begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            part = parts.fragment()
            if part.charFormat().isImageFormat() or block.blockFormat().headingLevel():
                yield part.position(), part.position() + part.length(), part.charFormat()
            parts += 1
        block = block.next()


def _keep_headings(document: QTextDocument, height: float) -> None:
    """Begin a page before a heading that would stand at the foot of one by itself."""
    layout, block = document.documentLayout(), document.begin().next()
    while block.isValid():
        following = block.next()
        if block.blockFormat().headingLevel() and following.isValid():
            top = layout.blockBoundingRect(block).top()
            below = layout.blockBoundingRect(following).top() + _BELOW_HEADING
            if top // height != below // height and top % height:
                cursor = QTextCursor(block)
                look = cursor.blockFormat()
                look.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                cursor.setBlockFormat(look)
                # What follows is not laid out otherwise.
                document.markContentsDirty(block.position(), document.characterCount() - block.position())
        block = following


def _font(size: int) -> QFont:
    chosen = QFont()
    chosen.setFamilies([*TEXT_FAMILIES, QFont().defaultFamily()])
    chosen.setPixelSize(size)
    chosen.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in _LIGATURES:
        chosen.setFeature(QFont.Tag(feature), 0)
    return chosen


def _page_layout() -> QPageLayout:
    """Paper as it lies in the printers of where the person lives."""
    metric = QLocale.system().measurementSystem() is not QLocale.MeasurementSystem.ImperialUSSystem
    size = QPageSize(QPageSize.PageSizeId.A4 if metric else QPageSize.PageSizeId.Letter)
    margins = QMarginsF(_SIDE, _ABOVE, _SIDE, _BELOW)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


def _way_out() -> IO[bytes]:
    """Keep the pipe for the file: whatever a library prints must not get in between."""
    target = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return target


if __name__ == "__main__":
    sys.exit(main())
