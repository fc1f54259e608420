from collections.abc import Iterator

from app.domain.errors import Fault, StoreError
from app.ui.archive_wording import ARCHIVE_WORDS
from app.ui.wording import words_for


def kinds_of(error: type[StoreError]) -> Iterator[str]:
    yield error.__name__
    for kind in error.__subclasses__():
        yield from kinds_of(kind)


def test_every_way_in_which_the_archive_fails_has_words() -> None:
    assert set(kinds_of(StoreError)) <= ARCHIVE_WORDS.keys()


def test_they_are_the_words_that_a_person_reads() -> None:
    for kind, (title, explanation, next_step) in ARCHIVE_WORDS.items():
        words = words_for(Fault(kind, "{summary}"))
        assert (words.title, words.explanation, words.next_step) == (title, explanation, next_step)
