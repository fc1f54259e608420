"""What a guest asks for: the command line as it was typed, and what the holder cannot know of the guest.

The arguments are understood by the holder anew, so nothing reaches a verb that the command would not let in.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from app import __version__
from app.domain.errors import InputError, ProfileInUse
from app.verbs.command import command_parser
from app.verbs.output import looks_of_output
from app.verbs.places import TypedPlace
from app.verbs.typed import Typed

_PASSED_ON = ("OPENAI_BASE_URL", "OPENAI_API_KEY")
_MALFORMED = "The request makes no sense."


@dataclass(frozen=True, slots=True)
class Request:
    """`folder` is where the guest was started; its paths begin there. Secrets are in `typed` alone."""

    arguments: Sequence[str] = field(repr=False)
    folder: str
    typed: Typed
    environment: Mapping[str, str] = field(repr=False)
    is_terminal: bool
    has_colour: bool
    tells_person: bool
    version: str = __version__

    def to_json(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False).encode("utf-8", "surrogatepass")

    @classmethod
    def from_json(cls, content: bytes) -> "Request":
        """Read what a guest has sent. Raises InputError, or ProfileInUse for one of another version."""
        try:
            told = json.loads(content)
        except (ValueError, RecursionError):
            raise InputError(_MALFORMED) from None
        if not isinstance(told, dict):
            raise InputError(_MALFORMED)
        if told.get("version") != __version__:
            raise ProfileInUse("The profile is open in another version of Sotto. Close that one first.")
        return _checked(told)

    def options(self) -> argparse.Namespace:
        """Return what the arguments mean, with paths that hold from everywhere. Raises InputError."""
        options = command_parser(_SilentParser).parse_args(list(self.arguments))
        for name, value in vars(options).items():
            setattr(options, name, self._from_everywhere(value))
        if not options.verb:
            raise InputError(_MALFORMED)
        self.typed.fill(options)
        return options

    def _from_everywhere(self, value: object) -> object:
        match value:
            case Path():
                return Path(self.folder) / value
            case TypedPlace():
                return value.seen_from(self.folder)
            case list():
                return [self._from_everywhere(each) for each in value]
            case _:
                return value


def request_of(arguments: Sequence[str], typed: Typed, environment: Mapping[str, str]) -> Request:
    """Return what this process asks for."""
    is_terminal, has_colour = looks_of_output(environment)
    return Request(
        arguments=tuple(arguments),
        folder=str(Path.cwd()),
        typed=typed,
        environment={name: environment[name] for name in _PASSED_ON if name in environment},
        is_terminal=is_terminal,
        has_colour=has_colour,
        tells_person=sys.stderr is not None and sys.stderr.isatty(),
    )


class _SilentParser(argparse.ArgumentParser):
    """Neither prints nor ends anything: it works in the middle of another program."""

    def error(self, message: str) -> NoReturn:
        raise InputError(f"The command line was not understood: {message}.")

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:  # noqa: ARG002
        raise InputError(_MALFORMED)

    def _print_message(self, message: str, file: object = None) -> None:
        """Keep still."""


def _checked(told: Mapping[str, Any]) -> Request:
    """Return the request, if all of it is what it should be."""
    match told:
        case {
            "arguments": list(arguments),
            "folder": str(folder),
            "typed": dict(typed),
            "environment": dict(environment),
            "is_terminal": bool(is_terminal),
            "has_colour": bool(has_colour),
            "tells_person": bool(tells_person),
        } if _are_texts([*arguments, *environment, *environment.values()]) and Path(folder).is_absolute():
            return Request(
                arguments,
                folder,
                Typed.from_mapping(typed),
                environment,
                is_terminal,
                has_colour,
                tells_person,
            )
        case _:
            raise InputError(_MALFORMED)


def _are_texts(values: Sequence[object]) -> bool:
    return all(isinstance(value, str) for value in values)
