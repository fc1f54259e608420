from argparse import ArgumentParser
from pathlib import Path

from app.verbs.grammar import Value, grammar_of


def test_all_that_may_be_typed_is_read_off_the_parser() -> None:
    parser = ArgumentParser("sotto", description="Opens.", epilog="Behind.", add_help=False)
    parser.add_argument("--profile", "-p", type=Path, metavar="FOLDER", help="a folder")
    verbs = parser.add_subparsers(dest="verb")
    asking = verbs.add_parser("ask", help="ask a question", add_help=False)
    asking.add_argument("files", nargs="+", type=Path)
    asking.add_argument("--by", choices=["day", "hour"])
    asking.add_argument("--quiet", action="store_true")
    asking.add_argument("--reply", nargs="?")

    command = grammar_of(parser)
    assert (command.description, command.epilog) == ("Opens.", "Behind.")
    (profile,) = command.options
    assert (profile.names, profile.value, profile.help) == (("--profile", "-p"), Value.FOLDER, "a folder")

    (ask,) = command.below
    assert list(command.all()) == [command, ask]
    assert (ask.path, ask.help) == (("ask",), "ask a question")
    (files,) = ask.operands
    assert (files.value, files.is_many) == (Value.FILE, True)
    by, quiet, reply = ask.options
    assert (by.value, by.choices) == (Value.CHOICE, ("day", "hour"))
    assert (quiet.value, reply.value, reply.is_optional) == (Value.NONE, Value.TEXT, True)
