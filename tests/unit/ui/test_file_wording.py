from app.domain import exchange_errors
from app.domain.errors import Fault
from app.domain.exchange_errors import ExchangeError
from app.ui.file_wording import FILE_WORDS
from app.ui.wording import words_for


def test_every_way_in_which_a_file_fails_has_words_and_nothing_else_has() -> None:
    kinds = (kind for kind in ExchangeError.__subclasses__() if kind.__module__ == exchange_errors.__name__)
    assert FILE_WORDS.keys() == {"ExchangeError", *(kind.__name__ for kind in kinds)}


def test_they_are_the_words_that_a_person_reads() -> None:
    for kind, (title, explanation, next_step) in FILE_WORDS.items():
        words = words_for(Fault(kind, "{summary}"))
        assert (words.title, words.explanation, words.next_step) == (title, explanation, next_step)
