import json

import pytest

from tests.unit.verbs.conftest import Ask


def test_hits_are_told_for_a_person(ask: Ask) -> None:
    assert ask("search", "question") == (
        0,
        "1970-01-01 00:00  one  title\nA question\n\n"
        "1970-01-01 00:00  one  A question, item one question\nA question\n\n",
    )


def test_hits_are_told_for_a_program(ask: Ask) -> None:
    code, said = ask("search", "question", "--json")
    title, message = json.loads(said)
    assert (code, title["found"], message["found"]) == (0, "title", "message")
    assert (message["conversation"], message["item"], message["title"]) == (
        "one",
        "one question",
        "A question",
    )
    assert (message["snippet"], message["marks"], message["shared_with"]) == ("A question", [[2, 10]], 0)


def test_no_more_are_told_than_asked_for(ask: Ask) -> None:
    assert len(json.loads(ask("search", "question", "--limit", "1", "--json")[1])) == 1
    with pytest.raises(SystemExit) as ended:
        ask("search", "question", "--limit", "0")
    assert ended.value.code == 2


@pytest.mark.parametrize(("text", "code"), [("question", 0), ("answer", 7)])
def test_the_exit_code_tells_whether_there_are_any(ask: Ask, text: str, code: int) -> None:
    assert ask("search", text, "--quiet") == (code, "")
    assert ask("search", text)[0] == code


def test_words_need_no_quotes(ask: Ask) -> None:
    assert ask("search", "a", "question", "--quiet")[0] == 0
    assert ask("search", "another", "question", "--json") == (7, "[]\n")
