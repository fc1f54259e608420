"""Every error has its words, and the words are calm."""

import re
from collections.abc import Iterator

import pytest

from app.domain import errors
from app.domain.errors import AppError, Fault
from app.ui.wording import INTERRUPTED, words_for

SUMMARY = "The service answered 503."


def every_kind(kind: type[AppError] = AppError) -> Iterator[type[AppError]]:
    yield kind
    for below in kind.__subclasses__():
        if below.__module__ == errors.__name__:
            yield from every_kind(below)


KINDS = [*(kind.__name__ for kind in every_kind()), "BugError"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_has_words_of_its_own(kind: str) -> None:
    words = words_for(Fault(kind, SUMMARY))
    unknown = words_for(Fault("NeverHeardOf", SUMMARY))
    assert words != unknown or kind == "AppError"


@pytest.mark.parametrize("kind", KINDS)
def test_words_are_whole_calm_sentences(kind: str) -> None:
    words = words_for(Fault(kind, SUMMARY))
    assert re.fullmatch(r"[A-Z][^.!?]+", words.title)
    assert all(re.fullmatch(r"[A-Z].+[.\dv]", part) for part in (words.explanation, words.next_step))
    assert "!" not in words.title + words.sentence
    assert "{" not in words.sentence


def test_an_unknown_kind_is_told_by_its_own_sentence() -> None:
    assert words_for(Fault("FromTheFuture", SUMMARY)).explanation == SUMMARY


def test_braces_in_a_summary_stay_what_they_are() -> None:
    assert words_for(Fault("RateLimited", "{summary} {0}")).explanation == "{summary} {0}"


def test_an_interrupted_reply_has_words_even_without_a_fault_on_record() -> None:
    assert "kept" in words_for(INTERRUPTED).sentence
