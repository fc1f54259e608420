import argparse

import pytest

from app.domain.export_choice import Detail, Extent, Format
from app.verbs.export_arguments import add_export


@pytest.fixture
def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser("sotto")
    add_export(made.add_subparsers(dest="verb"), argparse.ArgumentParser(add_help=False))
    return made


def test_all_that_may_be_chosen_is_known(parser: argparse.ArgumentParser) -> None:
    for name, kind in (("--format", Format), ("--detail", Detail), ("--branches", Extent)):
        for value in kind:
            options = parser.parse_args(["export", "--all", "--to", "x", name, value])
            assert getattr(options, name.removeprefix("--")) == value


def test_a_place_must_be_named(parser: argparse.ArgumentParser, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser.parse_args(["export", "--all"])
    assert "--to" in capsys.readouterr().err
