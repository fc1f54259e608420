"""What the tests of painted blocks are given: a maker of blocks from Markdown, and a picture of one."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from app.markup.grammar import Grammar
from app.markup.message_text import MessageText
from app.ui.theme.theme import Theme
from app.ui.transcript.blocks.painted import painted
from app.ui.transcript.blocks.painted_block import PLAIN, Highlights, PaintedBlock
from app.ui.transcript.blocks.surroundings import Surroundings

Make = Callable[..., PaintedBlock]
Picture = Callable[..., QImage]

WIDTH = 400.0


@pytest.fixture
def changed() -> list[PaintedBlock]:
    """The blocks that said that they changed."""
    return []


@pytest.fixture
def surroundings(theme: Theme, changed: list[PaintedBlock]) -> Iterator[Surroundings]:
    made = Surroundings(theme, Grammar(), changed.append)
    yield made
    made.close()
    theme.resize_text(100)


@pytest.fixture
def make(surroundings: Surroundings) -> Make:
    """Makes the block at an index of a text, laid out."""

    def make_block(text: str, index: int = 0) -> PaintedBlock:
        message = MessageText(surroundings.grammar, text)
        message.read()
        block = painted(message.blocks[index], message.labels, surroundings)
        block.height(WIDTH)
        return block

    return make_block


@pytest.fixture
def picture(surroundings: Surroundings) -> Picture:
    """Paints a block on the page's ground."""

    def paint(block: PaintedBlock, highlights: Highlights = PLAIN) -> QImage:
        height = block.height(WIDTH)
        image = QImage(int(WIDTH), int(height) + 1, QImage.Format.Format_RGB32)
        image.fill(surroundings.theme.colour("ground"))
        painter = QPainter(image)
        block.paint(painter, QPointF(0, 0), QRectF(0, 0, WIDTH, height), highlights)
        painter.end()
        return image

    return paint


def colours_of(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())
    }
