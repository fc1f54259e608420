"""What a model did on its way, told for a reader."""

import json

import pytest

from app.domain.item import REASONING, Role, reasoning_body
from app.domain.parcel import ParcelItem
from app.exchange.step_words import Step, step_of
from tests.fakes.parcels import call_body, output_body

SEARCH = json.dumps({"type": "web_search_call", "action": {"query": "cobalt"}})


@pytest.mark.parametrize(
    ("kind", "body", "step"),
    [
        (REASONING, reasoning_body("Hm."), Step("Thoughts", "Hm.")),
        ("function_call", call_body("add", '{"a":1}'), Step("Call of add", '{\n  "a": 1\n}', "json")),
        ("function_call", call_body("", "{half"), Step("Call of a tool", "{half", "json")),
        ("function_call_output", output_body("7"), Step("What it gave", "7", "json")),
        ("function_call_output", output_body("[" * 9999), Step("What it gave", "[" * 9999, "json")),
        ("web_search_call", SEARCH, Step("Web search call", "cobalt", "")),
    ],
)
def test_a_step_has_a_name_and_what_it_says(kind: str, body: str, step: Step) -> None:
    assert step_of(ParcelItem("a", None, Role.MODEL, body, 0, kind=kind)) == step
