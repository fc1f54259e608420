"""What does not show in the Markdown, in comments between."""

import pytest

from app.domain.item import Role, question_body
from app.domain.parcel import ParcelItem
from app.exchange.markdown_facts import body_facts, facts_in, facts_line, head_facts
from tests.fakes.made_parcels import made


def item(body: str, role: Role = Role.PERSON) -> ParcelItem:
    return ParcelItem("a", None, role, body, 1)


def test_facts_come_back_from_their_line() -> None:
    values = {"id": "a-->b", "more": ["\u202e", 1, None]}
    assert facts_in(facts_line(values)) == values
    assert "head" in (facts_in(head_facts(made(3).head)) or {})


@pytest.mark.parametrize(
    "line",
    [
        "",
        "<!-- sotto -->",
        "<!-- sotto {} --> x",
        " <!-- sotto {} -->",
        "<!-- sotto {x} -->",
        '<!-- sotto {"a":' + "[" * 100_000 + "} -->",
    ],
    ids=range(6),
)
def test_no_other_line_is_taken_for_facts(line: str) -> None:
    assert facts_in(line) is None


def test_only_what_is_unusual_about_a_body_is_told() -> None:
    body = question_body("Why?")
    assert body_facts(item(body), body, "Why?") == {}
    assert body_facts(item(body, Role.MODEL), body, "Why?") == {"shape": "question"}
    assert body_facts(item(body), body, None) == {"body": body}
    other = '{"role":"user","content":"Why?"}'
    assert body_facts(item(other), other, "Why?") == {"shape": ('{"role":"user","content":', "}")}
    assert body_facts(item(other), other, "Who?") == {"body": other}
