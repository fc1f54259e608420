"""Pictures of painted blocks, one scene for each kind, on a sheet that fills the window."""

from pathlib import Path
from time import monotonic

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.markup.grammar import Grammar
from app.markup.message_text import MessageText
from app.ui.main_window import MainWindow
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import COLUMN_MARGIN, COLUMN_WIDTH
from app.ui.transcript.blocks.painted import gap_between, painted
from app.ui.transcript.blocks.painted_block import PLAIN, Highlights
from app.ui.transcript.blocks.surroundings import Surroundings

TEXTS = Path(__file__).parent / "block_texts"
IDLE_MS = 8


class BlockSheet(QWidget):
    """The blocks of one text below each other; enough of a view to look at them."""

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.around = Surroundings(theme, Grammar(), lambda _block: self.update())
        self.theme = theme
        message = MessageText(self.around.grammar, text)
        message.read()
        self.blocks = [painted(block, message.labels, self.around) for block in message.blocks]
        self.highlights: dict[int, Highlights] = {}
        self.setMouseTracking(True)
        self.idle = QTimer(self)
        self.idle.timeout.connect(self._go_on)
        self.idle.start(IDLE_MS)
        self.destroyed.connect(self.around.close)

    def places(self) -> list[tuple[int, QRectF]]:
        width = min(COLUMN_WIDTH, self.width() - 2 * COLUMN_MARGIN)
        top, above, found = 32.0, None, []
        for index, block in enumerate(self.blocks):
            top += self.around.pixels(gap_between(above, block.block))
            height = block.height(width)
            found.append((index, QRectF((self.width() - width) // 2, top, width, height)))
            top, above = top + height, block.block
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("ground"))
        for index, place in self.places():
            clip = QRectF(0, 0, place.width(), place.height())
            self.blocks[index].paint(painter, place.topLeft(), clip, self.highlights.get(index, PLAIN))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        for index, place in self.places():
            inside = place.contains(event.position())
            self.blocks[index].hover(event.position() - place.topLeft() if inside else None)
        self.update()

    def _go_on(self) -> None:
        for block in self.blocks:
            block.go_on(monotonic() + 0.004)


def _sheet(window: MainWindow, name: str, percent: int | None = None) -> BlockSheet:
    if percent:
        window._theme.resize_text(percent)
    sheet = BlockSheet(window._theme, (TEXTS / f"{name}.txt").read_text("utf-8"), window)
    sheet.resize(window.size())
    sheet.show()
    sheet.raise_()
    return sheet


def prose(window: MainWindow, _now: int) -> None:
    _sheet(window, "prose")


def lists(window: MainWindow, _now: int) -> None:
    _sheet(window, "lists")


def code(window: MainWindow, _now: int) -> None:
    _sheet(window, "code")


def tables(window: MainWindow, _now: int) -> None:
    _sheet(window, "tables")


def formulas(window: MainWindow, _now: int) -> None:
    _sheet(window, "formulas")
    window.scene = lambda: None  # the first one takes longest


def hostile(window: MainWindow, _now: int) -> None:
    _sheet(window, "hostile")


def scripts(window: MainWindow, _now: int) -> None:
    """Many scripts, right to left among them."""
    _sheet(window, "scripts")


def look(window: MainWindow, _now: int) -> None:
    """What the drawing of the look shows."""
    _sheet(window, "look")


def large_prose(window: MainWindow, _now: int) -> None:
    _sheet(window, "prose", 200)


def large_look(window: MainWindow, _now: int) -> None:
    _sheet(window, "look", 200)


def large_formulas(window: MainWindow, _now: int) -> None:
    _sheet(window, "formulas", 200)


def marked(window: MainWindow, _now: int) -> None:
    """Selected across blocks, found in them, and the pointer on a button."""
    sheet = _sheet(window, "look")
    for index, block in enumerate(sheet.blocks):
        length = len(block.text())
        found = [(place, place + 4) for place in range(length) if block.text()[place : place + 4] == "cool"]
        sheet.highlights[index] = Highlights((8 if index == 0 else 0, length if index < 3 else 60), found)

    def point() -> None:
        index, place = sheet.places()[-1]
        del index
        at = QPointF(place.right() - 30, place.top() + 16)
        none = Qt.MouseButton.NoButton
        sheet.mouseMoveEvent(
            QMouseEvent(
                QMouseEvent.Type.MouseMove,
                at,
                sheet.mapToGlobal(at),
                none,
                none,
                Qt.KeyboardModifier.NoModifier,
            )
        )

    window.scene = point
