import pytest

from app.domain.conversation import TitleSource
from app.domain.ids import ConversationId
from app.store import words
from app.store.conversations import find_conversation, rename
from app.store.driver import Connection
from app.store.titles import title_by_import, title_by_model, title_source
from tests.unit.store.test_words import found
from tests.unit.store.writing import Writing

A = ConversationId("a")


@pytest.fixture(autouse=True)
def _one(writing: Writing) -> None:
    writing.conversation("a")


def title(connection: Connection) -> str:
    return find_conversation(connection, A).title


def test_a_model_may_better_what_the_question_gave(connection: Connection) -> None:
    assert title_by_model(connection, A, "  By a\nmodel ")
    assert (title(connection), title_source(connection, A)) == ("By a model", TitleSource.MODEL)
    assert title_by_model(connection, A, "Again")


def test_a_model_does_not_write_over_what_it_was_called_elsewhere(connection: Connection) -> None:
    assert title_by_model(connection, A, "By a model")
    assert title_by_import(connection, A, "Elsewhere")
    assert not title_by_model(connection, A, "By a model")
    assert (title(connection), title_source(connection, A)) == ("Elsewhere", TitleSource.IMPORT)


def test_nothing_is_written_over_a_persons_own_title(connection: Connection) -> None:
    rename(connection, A, "Mine", 9)
    assert not title_by_model(connection, A, "By a model")
    assert not title_by_import(connection, A, "Elsewhere")
    assert (title(connection), title_source(connection, A)) == ("Mine", TitleSource.PERSON)


def test_a_title_without_a_word_is_no_title(connection: Connection) -> None:
    assert not title_by_model(connection, A, " \n")
    assert not title_by_import(connection, A, "")
    assert title(connection) == "Title of a"


def test_a_conversation_that_is_gone_gets_none(connection: Connection) -> None:
    assert not title_by_model(connection, ConversationId("x"), "t")
    assert title_source(connection, ConversationId("x")) is None


def test_the_words_of_the_title_that_holds_are_found(connection: Connection) -> None:
    title_by_import(connection, A, "Elsewhere")
    assert not title_by_model(connection, A, "Celadon")
    assert found(connection, "elsewhere", "title_words")
    assert not found(connection, "celadon", "title_words")
    assert words.is_whole(connection)
