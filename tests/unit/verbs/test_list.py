import json

from tests.unit.verbs.conftest import Ask


def test_conversations_are_listed_for_a_person_and_for_a_program(ask: Ask) -> None:
    assert ask("list") == (0, "1970-01-01  one  A question\n")
    code, said = ask("list", "--json")
    assert (code, [each["title"] for each in json.loads(said)]) == (0, ["A question"])
    assert ask("list", "--trash") == (0, "There are no conversations.\n")
