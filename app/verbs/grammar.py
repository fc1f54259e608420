"""What may be typed, read off the parser itself, so that what is told of it cannot drift from it."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from app.verbs.places import TypedPlace

_FOLDER = "FOLDER"


class Value(Enum):
    """What stands behind an option, or alone."""

    NONE = auto()
    TEXT = auto()
    FILE = auto()
    FOLDER = auto()
    CHOICE = auto()


@dataclass(frozen=True, slots=True)
class Operand:
    """An option by its names, or what stands without one: that has no names."""

    names: tuple[str, ...]
    value: Value
    shown: str
    help: str
    choices: tuple[str, ...] = ()
    is_optional: bool = False
    is_many: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """The command, one of its verbs, or a part of one: `path` are the words that lead to it."""

    path: tuple[str, ...]
    help: str
    description: str
    epilog: str
    options: tuple[Operand, ...]
    operands: tuple[Operand, ...]
    below: tuple["Level", ...]

    def all(self) -> Iterator["Level"]:
        """Yield this one and all below it, in their order."""
        yield self
        for level in self.below:
            yield from level.all()


def grammar_of(parser: argparse.ArgumentParser, path: tuple[str, ...] = (), about: str = "") -> Level:
    """Return what the parser understands."""
    plain = [each for each in parser._actions if not isinstance(each, argparse._SubParsersAction)]
    operands = [_operand(each) for each in plain]
    return Level(
        path,
        about,
        parser.description or "",
        parser.epilog or "",
        tuple(each for each in operands if each.names),
        tuple(each for each in operands if not each.names),
        tuple(_below(parser, path)),
    )


def _below(parser: argparse.ArgumentParser, path: tuple[str, ...]) -> Iterator[Level]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {choice.dest: choice.help or "" for choice in action._choices_actions}
            for name, below in action.choices.items():
                yield grammar_of(below, (*path, name), helps.get(name, ""))


def _operand(action: argparse.Action) -> Operand:
    metavar = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    return Operand(
        tuple(action.option_strings),
        _value(action),
        metavar,
        action.help or "",
        tuple(map(str, action.choices or ())),
        action.nargs == argparse.OPTIONAL,
        action.nargs == argparse.ONE_OR_MORE,
    )


def _value(action: argparse.Action) -> Value:
    if action.nargs == 0:
        return Value.NONE
    if action.choices:
        return Value.CHOICE
    if action.type in (Path, TypedPlace):
        return Value.FOLDER if action.metavar == _FOLDER else Value.FILE
    return Value.TEXT
