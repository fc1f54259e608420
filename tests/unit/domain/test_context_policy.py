import json

from app.domain.context_policy import ContextPolicy, PolicyKind

NEWEST = ContextPolicy(PolicyKind.NEWEST_TURNS, count=7, low_mark=0.3, shortens_results=False)


def test_a_policy_survives_being_written_down() -> None:
    for policy in (NEWEST, ContextPolicy()):
        assert ContextPolicy.from_mapping(json.loads(json.dumps(policy.to_mapping()))) == policy


def test_names_of_a_later_version_are_passed_over() -> None:
    assert ContextPolicy.from_mapping(NEWEST.to_mapping() | {"mood": "calm"}) == NEWEST


def test_a_kind_of_a_later_version_counts_as_the_usual_one() -> None:
    assert ContextPolicy.from_mapping(NEWEST.to_mapping() | {"kind": "clever"}) == ContextPolicy()


def test_two_kinds_are_told_how_many() -> None:
    assert [kind for kind in PolicyKind if kind.counts] == [PolicyKind.NEWEST_TURNS, PolicyKind.NEWEST_ITEMS]
