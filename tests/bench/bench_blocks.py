"""What painted blocks cost: to build, and to grow at 200 tokens a second, beside one QTextBrowser.

    python -m tests.bench.bench_blocks

CPU time of the painting thread, so that a busy machine disturbs little. Needs no display.
"""

import os
import statistics
from collections.abc import Callable
from time import process_time, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTextDocument
from PySide6.QtWidgets import QApplication, QTextBrowser

from app.markup.grammar import Grammar
from app.markup.message_text import MessageText
from app.ui.theme.fonts import font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import READING
from app.ui.transcript.blocks.painted import can_become, painted
from app.ui.transcript.blocks.painted_block import PaintedBlock
from app.ui.transcript.blocks.surroundings import Surroundings

WIDTH, HIGH, TAIL = 720.0, 800, 96
SIZE = 20_000
TOKEN = 4  # characters
FRAME_TOKENS = 7  # of 200 a second, in a frame of 33 ms
PROSE = (
    "The blue comes from **ferrous iron** held in solution. Slow cooling between 1000 and 900 °C "
    "lets crystals grow, see [the book](https://example.org), and `code` stays as it is. "
)
ROW = "| Reduction {} | 1010 °C | 1260 °C, and **some** more words | 80 °C/h |\n"
TEXTS = {
    "paragraph": PROSE * 200,
    "fence": "```python\n" + "    value = compute(index, name='text')  # a remark\n" * 600,
    "table": "| Stage | From | To | Rate |\n|---|---|---|---|\n" + "".join(map(ROW.format, range(600))),
    "list": "".join(f"- item {number}: {PROSE}\n" for number in range(200)),
    "mixed": "".join(
        f"## Part {number}\n\n{PROSE}\n\n- a\n- b\n\n```py\nx = {number}\n```\n\n" for number in range(200)
    ),
}


class Shown:
    """The painted blocks of one growing message, kept as a view would keep them."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.message = MessageText(around.grammar)
        self.blocks: list[PaintedBlock] = []

    def grow(self, text: str) -> None:
        self.message.append(text)
        change = self.message.read()
        blocks = self.message.blocks
        for index in range(change.first, len(blocks)):
            if index < len(self.blocks) and can_become(self.blocks[index], blocks[index]):
                self.blocks[index].show(blocks[index])
                continue
            before = self.blocks[index - 1] if index else None
            self.blocks[index:] = [painted(blocks[index], self.message.labels, self.around, before)]
        del self.blocks[len(blocks) :]
        for index in range(change.first, len(self.blocks)):
            self.blocks[index].height(WIDTH)


def cost(work: Callable[[], object]) -> float:
    began = thread_time()
    work()
    return (thread_time() - began) * 1000


def paint_last(shown: Shown, image: QImage, high_part: int) -> None:
    """Paint what of the message's end lies in the lowest part of a window: what growing changes, or all."""
    painter = QPainter(image)
    painter.setClipRect(QRectF(0, HIGH - high_part, WIDTH, high_part))
    bottom = float(HIGH)
    for block in reversed(shown.blocks):
        high = block.height(WIDTH)
        top = bottom - high
        block.paint(painter, QPointF(0, top), QRectF(0, HIGH - high_part - top, WIDTH, high_part))
        bottom = top
        if bottom < HIGH - high_part:
            break
    painter.end()


def stream(around: Surroundings, text: str) -> tuple[list[float], list[float], list[float]]:
    shown, grown, drawn, whole = Shown(around), [], [], []
    image = QImage(int(WIDTH), HIGH, QImage.Format.Format_RGB32)
    step = TOKEN * FRAME_TOKENS
    for place in range(0, SIZE, step):
        grown.append(cost(lambda place=place: shown.grow(text[place : place + step])))
        drawn.append(cost(lambda: paint_last(shown, image, TAIL)))
        whole.append(cost(lambda: paint_last(shown, image, HIGH)))
    return grown, drawn, whole


def build(around: Surroundings, text: str) -> tuple[float, float]:
    shown = Shown(around)
    ours = cost(lambda: shown.grow(text[:SIZE]))
    theirs = QTextBrowser()
    theirs.setFont(font(READING))
    theirs.resize(int(WIDTH), HIGH)

    def set_markdown() -> None:
        features = QTextDocument.MarkdownFeature
        theirs.document().setTextWidth(WIDTH)
        theirs.document().setMarkdown(text[:SIZE], features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        theirs.document().size()
        theirs.document().documentLayout().hitTest(QPointF(0, 1e9), Qt.HitTestAccuracy.FuzzyHit)

    return ours, cost(set_markdown)


def main() -> None:
    app = QApplication([])
    around = Surroundings(Theme(app), Grammar(), lambda _block: None)
    build(around, TEXTS["mixed"])  # fonts and parsers are warm
    for name, text in TEXTS.items():
        ours, theirs = build(around, text)
        grown, drawn, whole = stream(around, text)
        seconds = SIZE / (200 * TOKEN)
        share = (sum(grown) + sum(drawn)) / seconds / 10
        print(
            f"{name:10} build {ours:6.1f} ms, browser {theirs:6.1f} ms, ratio {ours / theirs:4.2f}; "
            f"growing mean {statistics.mean(grown):5.2f} max {max(grown):5.1f} ms, "
            f"painting its end mean {statistics.mean(drawn):4.2f} max {max(drawn):4.1f} ms: "
            f"{share:4.1f} % of a core; painting a whole window {statistics.mean(whole):4.2f} ms"
        )
    began = process_time()
    message = MessageText(around.grammar, PROSE * (10_000_000 // len(PROSE)))
    slices = []
    while not message.is_read:
        slices.append(cost(lambda: message.read(deadline=0)))
    print(f"10 MB read in {process_time() - began:.1f} s, {len(slices)} slices, longest {max(slices):.1f} ms")
    around.close()


if __name__ == "__main__":
    main()
