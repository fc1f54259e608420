"""The colours of code, found a little at a time and laid over its lines."""

from collections.abc import Iterator

from PySide6.QtGui import QBrush, QTextBlock, QTextCharFormat, QTextDocument, QTextLayout

from app.markup.code_tones import TONES, CodeLexer, CodeTone
from app.ui.theme.theme import Theme
from app.ui.transcript.blocks.text_places import TextPlaces

_STEP = 40  # tokens between two looks at the clock

_Span = tuple[int, int, CodeTone]


class CodeColours:
    """Colours one document. Remembers what each line has been given, so that only changes are laid out."""

    def __init__(self, theme: Theme) -> None:
        self._formats = {tone: _format(theme, tone) for tone in TONES}
        self._given: dict[int, list[_Span]] = {}
        self._dirty: tuple[int, int] | None = None

    def steps(self, document: QTextDocument, code: str, lexer: CodeLexer) -> Iterator[None]:
        """Colour `document`, which shows `code`; may be left alone after every step."""
        line, spans, at = document.begin(), list[_Span](), 0
        for count, (tone, words) in enumerate(lexer.words(code)):
            for index, part in enumerate(words.split("\n")):
                if index:
                    self._colour(line, spans)
                    line, spans, at = line.next(), [], 0
                length = len(part) if part.isascii() else TextPlaces(part).units(len(part))
                if tone and part.strip():
                    spans.append((at, length, tone))
                at += length
            if not line.isValid():
                break
            if count % _STEP == _STEP - 1:
                self._lay_out(document)
                yield
        self._colour(line, spans)
        self._lay_out(document)

    def _colour(self, line: QTextBlock, spans: list[_Span]) -> None:
        if line.isValid() and self._given.get(line.blockNumber(), []) != spans:
            self._given[line.blockNumber()] = spans
            line.layout().setFormats([self._range(*span) for span in spans])
            start = self._dirty[0] if self._dirty else line.position()
            self._dirty = (start, line.position() + line.length())

    def _lay_out(self, document: QTextDocument) -> None:
        """Formats that are set drop the layout of their line: unless it is asked for, nothing is painted."""
        if self._dirty:
            document.markContentsDirty(self._dirty[0], self._dirty[1] - self._dirty[0])
            self._dirty = None

    def _range(self, start: int, length: int, tone: CodeTone) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = start, length, self._formats[tone]
        return made


def _format(theme: Theme, tone: CodeTone) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QBrush(theme.colour(tone)))
    return made
