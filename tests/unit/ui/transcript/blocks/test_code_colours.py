"""The colours of code."""

import pytest
from PySide6.QtGui import QTextDocument

from app.markup.code_tones import CodeLexer
from app.ui.theme.theme import Theme
from app.ui.transcript.blocks.code_colours import CodeColours

CODE = "def a():\n    '''one\n    two'''\n    return '😀', 1  # three\n"


@pytest.fixture
def lexer() -> CodeLexer:
    return CodeLexer("python")


def spans(document: QTextDocument) -> dict[str, str]:
    """The words that are coloured, and how."""
    found: dict[str, str] = {}
    block = document.begin()
    while block.isValid():
        units = block.text().encode("utf-16-le")
        for each in block.layout().formats():
            word = units[each.start * 2 : (each.start + each.length) * 2].decode("utf-16-le")
            found[word.strip()] = each.format.foreground().color().name().upper()
        block = block.next()
    return found


def test_words_have_their_colours_in_every_line(theme: Theme, lexer: CodeLexer) -> None:
    document = QTextDocument(CODE)
    assert list(CodeColours(theme).steps(document, CODE, lexer)) == []
    found, colours = spans(document), theme.colours
    assert found["def"] == found["return"] == colours.keyword
    assert found["a"] == colours.function
    assert found["'''one"] == found["two'''"] == colours.string
    assert found["1"] == colours.number
    assert found["# three"] == colours.comment


def test_it_may_be_left_alone_and_goes_on(theme: Theme, lexer: CodeLexer) -> None:
    code = CODE * 30
    document = QTextDocument(code)
    steps = CodeColours(theme).steps(document, code, lexer)
    next(steps)
    assert document.lastBlock().previous().layout().formats() == []
    assert sum(1 for _ in steps) > 5
    assert document.lastBlock().previous().layout().formats() != []


def test_lines_keep_their_layout(theme: Theme, lexer: CodeLexer) -> None:
    document = QTextDocument(CODE)
    document.setTextWidth(400)
    height = document.size().height()
    list(CodeColours(theme).steps(document, CODE, lexer))
    assert document.firstBlock().layout().lineCount() == 1
    assert document.size().height() == height
