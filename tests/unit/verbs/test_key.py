import json

from tests.unit.verbs.conftest import Ask


def test_the_ways_to_the_key_are_told_without_opening_it(ask: Ask, recovery_key: str) -> None:
    code, said = ask("key", "status", "--json")
    told = json.loads(said)
    assert (code, told["passphrase"], told["recovery_key"]) == (0, False, True)
    assert recovery_key not in said
