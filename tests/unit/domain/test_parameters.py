import json

from app.domain.parameters import Parameters

CAREFUL = Parameters(temperature=0.0, effort="high", stop=("END",))


def test_only_what_is_set_is_kept_and_it_comes_back_the_same() -> None:
    kept = json.dumps(CAREFUL.to_mapping())
    assert json.loads(kept) == {"temperature": 0.0, "effort": "high", "stop": ["END"]}
    assert Parameters.from_mapping(json.loads(kept)) == CAREFUL


def test_names_of_a_later_version_are_passed_over() -> None:
    assert Parameters.from_mapping({"seed": 7, "mood": "calm"}) == Parameters(seed=7)


def test_what_is_set_stands_before_what_is_set_elsewhere() -> None:
    usual = Parameters(temperature=1.0, seed=7)
    assert CAREFUL.over(usual) == Parameters(temperature=0.0, effort="high", seed=7, stop=("END",))
