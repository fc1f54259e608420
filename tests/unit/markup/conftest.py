"""What the tests of Markdown are given."""

from collections.abc import Callable

import pytest

from app.markup.grammar import Grammar
from app.markup.message_text import MessageText

Read = Callable[[str], MessageText]


@pytest.fixture(scope="session")
def grammar() -> Grammar:
    return Grammar()


@pytest.fixture
def read(grammar: Grammar) -> Read:
    """Reads a whole message at once."""

    def read_all(text: str) -> MessageText:
        message = MessageText(grammar, text)
        message.read()
        return message

    return read_all
