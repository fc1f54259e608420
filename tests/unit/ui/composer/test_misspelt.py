"""Words that a dictionary does not know."""

import pytest
from PySide6.QtGui import QTextCharFormat
from pytestqt.qtbot import QtBot

from app.ui.composer.message_field import MessageField
from app.ui.composer.misspelt import Misspelt
from app.ui.theme.theme import Theme

WAVY = QTextCharFormat.UnderlineStyle.SpellCheckUnderline


class KnownWords:
    def __init__(self) -> None:
        self.asked: list[str] = []

    def knows(self, word: str) -> bool:
        self.asked.append(word)
        return word in ("a", "kiln", "is", "don't", "hot")

    def suggestions(self, _word: str) -> list[str]:
        return ["kiln"]


@pytest.fixture
def field(qtbot: QtBot) -> MessageField:
    made = MessageField()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def checker() -> KnownWords:
    return KnownWords()


@pytest.fixture
def misspelt(theme: Theme, field: MessageField, checker: KnownWords) -> Misspelt:
    return Misspelt(theme, field, checker)


def underlined(field: MessageField) -> list[str]:
    found = []
    for number in range(field.document().blockCount()):
        block = field.document().findBlockByNumber(number)
        raw = block.text().encode("utf-16-le")
        looks = [look for look in block.layout().formats() if look.format.underlineStyle() is WAVY]
        found += [raw[2 * look.start : 2 * (look.start + look.length)].decode("utf-16-le") for look in looks]
    return found


@pytest.mark.usefixtures("misspelt")
def test_unknown_words_are_underlined(field: MessageField) -> None:
    field.set_text("a 😀 klin is hott\nthe kiln ")
    assert underlined(field) == ["klin", "hott", "the"]


@pytest.mark.usefixtures("misspelt")
def test_code_addresses_and_other_scripts_are_left_alone(field: MessageField) -> None:
    field.set_text(
        "`klin` klin_x x86 @klin /klin klin.py klin() NASA 日本 привет https://klin.xy/klin don’t "
    )
    assert underlined(field) in ([], ["https"])


@pytest.mark.usefixtures("misspelt")
def test_a_word_is_spared_while_it_is_written(qtbot: QtBot, field: MessageField) -> None:
    qtbot.keyClicks(field, "a klin")
    assert underlined(field) == []
    qtbot.keyClicks(field, " is")
    assert underlined(field) == ["klin"]


def test_the_word_at_a_place_is_told(field: MessageField, misspelt: Misspelt) -> None:
    field.set_text("a 😀 klin is hot ")
    found = misspelt.misspelt_at(7)
    assert found is not None
    assert found.selectedText() == "klin"
    assert misspelt.misspelt_at(0) is None


def test_a_word_is_looked_up_once(field: MessageField, misspelt: Misspelt, checker: KnownWords) -> None:
    field.set_text("klin klin klin ")
    misspelt.rehighlight()
    assert checker.asked.count("klin") == 1
