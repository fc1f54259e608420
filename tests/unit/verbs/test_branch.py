import json

from tests.unit.store.writing import ONE
from tests.unit.verbs.conftest import Ask


def test_a_branch_is_told_by_its_id(ask: Ask) -> None:
    code, made = ask("branch", ONE)
    assert code == 0
    assert [each["title"] for each in json.loads(ask("list", "--json")[1])] == ["A question"] * 2
    assert "A question\n" in ask("show", made.strip())[1]


def test_it_may_begin_behind_an_item(ask: Ask) -> None:
    code, said = ask("branch", ONE, "--at", "one q", "--json")
    assert (code, json.loads(said)["of"], json.loads(said)["at"]) == (0, ONE, "one question")
    code, said = ask("branch", ONE, "--at", "two")
    assert (code, said) == (
        2,
        "sotto: No item has an id that begins so. `sotto show --json` tells all of them.\n",
    )


def test_what_lies_in_the_trash_is_not_branched(ask: Ask) -> None:
    ask("delete", ONE)
    assert ask("branch", ONE) == (2, "sotto: This conversation is in the trash.\n")
