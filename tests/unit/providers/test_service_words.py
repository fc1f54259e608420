import json

import pytest

from app.providers.service_words import fit_to_show

QUESTION = 'Why do quokkas "smile" at everyone who passes by?'


@pytest.mark.parametrize("words", [None, 1, [], {}, "", " \n\0 "])
def test_what_says_nothing_is_nothing(words: object) -> None:
    assert fit_to_show(words) == ""


def test_words_become_one_line() -> None:
    assert fit_to_show("No\nsuch\t model\x1b[31m\u202e.") == "No such model [31m ."


@pytest.mark.parametrize(
    "words",
    ["bad sk-abcdefghijkl", "Bearer abcdefghijkl is bad", "header hunter2hunter2", "hunter2hunter2-long: no"],
)
def test_secrets_are_left_out(words: str) -> None:
    shown = fit_to_show(words, ["hunter2hunter2", "hunter2hunter2-long", ""])
    assert "[redacted]" in shown
    assert not {"abcdefghijkl", "hunter2"} & set(shown.replace("-", " ").split())
    assert "-long" not in shown


def test_a_long_complaint_is_shortened_after_its_secrets_are_out() -> None:
    shown = fit_to_show("x" * 230 + " a-secret-of-mine", ["a-secret-of-mine"])
    assert len(fit_to_show("word " * 1000)) <= 241
    assert "a-sec" not in shown


def test_words_that_quote_what_was_sent_are_not_shown() -> None:
    body = json.dumps({"content": [{"text": QUESTION}]})
    assert fit_to_show(f"I will not answer {QUESTION}", sent=[body]) == ""
    assert fit_to_show("I will not answer this.", sent=[body]) == "I will not answer this."
