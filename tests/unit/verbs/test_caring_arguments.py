from argparse import ArgumentParser

import pytest

from app.verbs.caring_arguments import add_caring_verbs, common_arguments


@pytest.fixture
def parser() -> ArgumentParser:
    made = ArgumentParser("sotto")
    add_caring_verbs(made.add_subparsers(dest="verb"), common_arguments())
    return made


@pytest.mark.parametrize("what", ["status", "recovery", "passphrase", "rotate"])
def test_the_parts_of_key_are_verbs_of_their_own(parser: ArgumentParser, what: str) -> None:
    options = parser.parse_args(["key", what, "--json"])
    assert (options.verb, options.what, options.json) == ("key", what, True)


@pytest.mark.parametrize(
    "arguments", [["key"], ["salvage"], ["completion", "cmd"], ["key", "passphrase", "--alone", "--remove"]]
)
def test_what_makes_no_sense_is_wrong_use(
    parser: ArgumentParser, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parser.parse_args(arguments)
    assert "usage: sotto" in capsys.readouterr().err
