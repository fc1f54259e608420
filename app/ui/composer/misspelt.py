"""Underlines words that a dictionary does not know, and tells which word stands at a place."""

import re
from typing import Protocol

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextCursor

from app.ui.composer.message_field import MessageField
from app.ui.theme.theme import Theme
from app.ui.widgets.utf16 import characters_in, units_in

# Words of letters alone, and nothing of what is code, an address or a name of somebody.
_WORD = re.compile(r"(?<![\w@/#.`\\'’-])[^\W\d_]+(?:['’][^\W\d_]+)*(?![\w@/`\\(]|\.\w)")
_LONGEST_BLOCK = 5_000  # characters
_MOST_REMEMBERED = 5_000
_LATIN = 0x250  # letters from here on are of other scripts, or of phonetics


class Checker(Protocol):
    def knows(self, word: str) -> bool: ...
    def suggestions(self, word: str) -> list[str]: ...


class Misspelt(QSyntaxHighlighter):
    """The word that is being written is left alone until the cursor has left it."""

    def __init__(self, theme: Theme, field: MessageField, checker: Checker) -> None:
        super().__init__(field.document())
        self._theme = theme
        self._field = field
        self._checker = checker
        self._known: dict[str, bool] = {}
        self._spared: QTextCursor | None = None
        field.cursorPositionChanged.connect(self._look_back)
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        if len(text) > _LONGEST_BLOCK or self._field.is_long:
            return
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        look.setUnderlineColor(self._theme.colour("bad"))
        cursor = self._field.textCursor()
        is_here = cursor.block() == self.currentBlock()
        for word in _WORD.finditer(text):
            if self._is_known(word[0]):
                continue
            start, end = units_in(text[: word.start()]), units_in(text[: word.end()])
            if is_here and start < cursor.positionInBlock() == end:
                self._spared = QTextCursor(cursor)
            else:
                self.setFormat(start, end - start, look)

    def misspelt_at(self, position: int) -> QTextCursor | None:
        """Return a selection of the unknown word at that place of the document, if there is one."""
        block = self._field.document().findBlock(position)
        at = characters_in(block.text(), position - block.position())
        for word in _WORD.finditer(block.text()):
            if word.start() <= at <= word.end() and not self._is_known(word[0]):
                chosen = QTextCursor(block)
                chosen.setPosition(block.position() + units_in(block.text()[: word.start()]))
                end = block.position() + units_in(block.text()[: word.end()])
                chosen.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                return chosen
        return None

    def _is_known(self, word: str) -> bool:
        """Remember what the dictionary says. It is asked only for words in letters that it may have."""
        if word.isupper() or any(ord(letter) >= _LATIN and letter != "’" for letter in word):
            return True
        if word not in self._known:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            self._known[word] = self._checker.knows(word.replace("’", "'"))
        return self._known[word]

    def _look_back(self) -> None:
        """The cursor has moved: what was spared as it was being written may be underlined now."""
        spared, self._spared = self._spared, None
        if spared is not None:
            self.rehighlightBlock(spared.block())
