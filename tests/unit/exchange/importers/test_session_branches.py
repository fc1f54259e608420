from app.exchange.importers.session_branches import Places, Step, paths
from tests.fixtures.pace import within


def test_without_branches_all_is_one_line_that_needs_no_name() -> None:
    tree = paths(["1", "2"], Places())
    assert tree.steps == (Step("1", None, "1"), Step("2", "1", "2"))
    assert (tree.endings, tree.current) == ((), "2")


def test_branches_part_where_they_differ() -> None:
    tree = paths(["1", "2", "3"], Places({"main": ["1", "2"], "b": ["1", "3"]}))
    assert [(step.name, step.parent) for step in tree.steps] == [("1", None), ("2", "1"), ("3", "1")]
    assert tree.endings == (("2", "main"), ("3", "b"))
    assert tree.current == "2"


def test_a_second_place_has_a_name_that_nothing_else_bears() -> None:
    tree = paths(["1", "1'2", "2"], Places({"main": ["1", "1"], "b": ["1'2", "1"]}))
    names = [step.name for step in tree.steps]
    assert len(set(names)) == len(names) == 5


def test_what_is_listed_but_not_there_is_passed_over() -> None:
    assert paths(["1"], Places({"main": ["0", "1", "9"]})).steps == (Step("1", None, "1"),)
    assert paths([], Places({"main": ["0"]})).current is None


def test_one_message_in_very_many_places_takes_time_by_their_number() -> None:
    with within(2):
        assert len(paths(["1"], Places({"main": ["1"] * 50_000})).steps) == 50_000
