import json
import re
from dataclasses import replace

import pytest

from app.domain.model_facts import SAFE_WINDOW, KnownModel, ModelFacts, ModelTable, Price, Sampling
from app.domain.parameters import Parameters
from app.domain.usage import Usage
from app.system.resources import resource

SET = Parameters(0.5, 0.9, 5_000, "low", "high", 7, ("END",))
FACTS = ModelFacts(
    window=1000,
    output=100,
    abilities=frozenset({"tools"}),
    tokenizer="o200k_base",
    efforts=("low",),
    sampling=Sampling.NEVER,
    verbosity=True,
    price=Price(1.0, 2.0, 0.5),
    priced="2026-11-21",
)


@pytest.fixture(scope="module")
def table() -> ModelTable:
    return ModelTable.from_json(resource("models.json").read_text("utf-8"))


def test_facts_survive_being_written_down() -> None:
    for facts in (FACTS, ModelFacts(), replace(FACTS, price=Price(1.0, 2.0))):
        assert ModelFacts.from_mapping(json.loads(json.dumps(facts.to_mapping()))) == facts
    assert ModelFacts.from_mapping({"mood": "calm"}) == ModelFacts()


def test_the_table_is_sound(table: ModelTable) -> None:
    assert len(table.models) > 50
    for name, facts in table.models.items():
        assert (facts.window or 0) >= 4_096, name
        assert (facts.output or 0) <= (facts.window or 0), name
        assert facts.tokenizer in (None, "o200k_base", "cl100k_base"), name
        assert facts.price, name
        assert 0 < facts.price.input <= facts.price.output, name
        assert facts.price.cached is None or facts.price.cached < facts.price.input, name
        assert re.fullmatch(r"20\d\d-\d\d-\d\d", facts.priced or ""), name
        assert (facts.abilities or {"?"}) <= {"pictures", "files", "tools", "reasoning"}


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("gpt-5-2025-08-07", "gpt-5"),
        ("gpt-5-mini-2025-08-07", "gpt-5-mini"),
        ("openai/gpt-4o", "gpt-4o"),
        ("deepseek/deepseek-chat:free", "deepseek-chat"),
        ("GPT-4o-2024-08-06", "gpt-4o"),
        ("claude-sonnet-4-5-20250929", "claude-sonnet-4-5"),
    ],
)
def test_a_model_is_known_under_its_dated_and_its_vendors_name(
    table: ModelTable, name: str, same: str
) -> None:
    assert table.facts(name) == table.models[same]


@pytest.mark.parametrize("name", ["gpt-5-tiny", "gpt-50", "llama3.2:3b", "", "my-gpt-4o"])
def test_another_model_is_not_taken_for_a_known_one(table: ModelTable, name: str) -> None:
    assert table.facts(name) == ModelFacts()
    known = table.known(name)
    assert known.is_guess
    assert known.window == SAFE_WINDOW
    assert known.accepted(SET) == SET


def test_a_person_stands_before_the_server_and_that_before_the_table(table: ModelTable) -> None:
    known = table.known("gpt-4o", ModelFacts(window=64_000, output=99), ModelFacts(window=32_000))
    assert (known.window, known.facts.output, known.facts.tokenizer) == (32_000, 99, "o200k_base")
    assert not known.is_guess


def test_an_answer_has_its_room() -> None:
    model = KnownModel("m", ModelFacts(window=128_000, output=16_000), is_guess=False)
    assert model.budget(Parameters()) == 112_000
    assert model.budget(Parameters(max_output_tokens=4_000)) == 124_000
    assert model.budget(Parameters(max_output_tokens=90_000)) == 112_000
    tiny = KnownModel("m", ModelFacts(window=400), is_guess=False)
    assert tiny.budget(Parameters(max_output_tokens=9_000)) == 256


def test_only_what_a_model_accepts_is_sent() -> None:
    def accepted(**facts: object) -> Parameters:
        return KnownModel("m", ModelFacts(**facts), is_guess=False).accepted(SET)  # type: ignore[arg-type]

    assert accepted(efforts=()) == replace(SET, effort=None)
    assert accepted(efforts=("low",)) == SET
    assert accepted(verbosity=False) == replace(SET, verbosity=None)
    assert accepted(output=100) == replace(SET, max_output_tokens=100)
    steady = replace(SET, temperature=None, top_p=None, seed=None, stop=())
    assert accepted(sampling=Sampling.NEVER) == steady
    assert accepted(sampling=Sampling.WITHOUT_EFFORT) == steady
    unhurried = replace(SET, effort="none")
    model = KnownModel("m", ModelFacts(sampling=Sampling.WITHOUT_EFFORT), is_guess=False)
    assert model.accepted(unhurried) == unhurried


def test_a_reasoning_model_of_the_table_gets_no_temperature_and_another_no_effort(table: ModelTable) -> None:
    assert table.known("gpt-5").accepted(SET) == Parameters(
        max_output_tokens=5_000, effort="low", verbosity="high"
    )
    assert table.known("gpt-4o").accepted(SET) == replace(SET, effort=None, verbosity=None)


def test_a_request_costs_by_what_was_fresh_at_hand_and_written() -> None:
    usage = Usage(1_000, 100, cached_tokens=600)
    assert Price(2.0, 8.0, 0.5).cost(usage) == 400 * 2 + 300 + 800
    assert Price(2.0, 8.0).cost(usage) == 2_800
    assert Price(0.05, 0.4).cost(Usage(10, 1)) == 1
