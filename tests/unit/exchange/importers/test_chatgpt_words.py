import pytest

from app.exchange.importers.chatgpt_words import (
    code_of,
    custom_instructions,
    thoughts_of,
    with_citations,
    words_of,
)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"content_type": "text", "parts": ["One", "", "Two"]}, "One\n\nTwo"),
        ({"content_type": "multimodal_text", "parts": [{"asset_pointer": "x"}, "Said"]}, "Said"),
        ({"content_type": "multimodal_text", "parts": [{"text": "Heard"}, 5, None]}, "Heard"),
        ({"content_type": "code", "text": "x = 1"}, "x = 1"),
        ({"content_type": "execution_output", "text": "1"}, "1"),
        ({"content_type": "tether_quote", "title": "T", "text": "Quoted"}, "T\n\nQuoted"),
        ({"content_type": "sonic_webpage", "domain": "example.org", "snippet": "A"}, "example.org\n\nA"),
        ({"content_type": "tether_browsing_display", "result": "Found", "summary": "S"}, "Found"),
        ({"content_type": "system_error", "name": "Denied", "text": "by rule"}, "Denied: by rule"),
        ({"content_type": "thoughts", "thoughts": [{"summary": "A"}, {"content": "B"}]}, "**A**\n\nB"),
        ({"content_type": "something new", "result": "kept"}, "kept"),
        ({"content_type": ["odd"], "parts": "odd"}, ""),
        ({}, ""),
    ],
)
def test_every_kind_of_content_has_its_words(content: dict[str, object], words: str) -> None:
    assert words_of(content) == words


def test_thoughts_that_came_in_chunks_are_whole() -> None:
    assert thoughts_of({"thoughts": [{"chunks": ["a", "b"]}, 5]}) == "a\nb"
    assert thoughts_of({"content": "All of it"}) == "All of it"


def test_an_unknown_language_is_none() -> None:
    assert code_of({"language": "unknown", "text": "x"}) == "```\nx\n```"
    assert code_of({"language": "python"}) == ""


def test_custom_instructions_may_be_half_there() -> None:
    assert custom_instructions({"content": {"user_instructions": " Be brief. "}}) == "Be brief."
    assert custom_instructions({}) == ""


def test_places_that_cannot_be_are_passed_over() -> None:
    places = [{"start_ix": 0, "end_ix": 99}, {"start_ix": -1, "end_ix": 2}, {"start_ix": "0"}, {}, 5]
    assert with_citations("So.【1】", {"citations": places}) == "So.【1】"


def test_what_a_reference_says_of_itself_comes_first() -> None:
    mark = "\ue200entity\ue201"
    named, unnamed = {"matched_text": mark, "alt": "Ada"}, {"matched_text": mark}
    assert with_citations(f"By {mark}.", {"content_references": [named]}) == "By Ada."
    assert with_citations(f"By {mark}.", {"content_references": [unnamed]}) == "By ."
