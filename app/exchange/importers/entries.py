"""The conversations in a source of JSON: found by what they hold, in whichever of its files they lie.

A `Shape` tells what is a conversation of the program: `fits` says so of one decoded value, `name` how it is
called, and one of the `keys` stands near the beginning of any file that holds some, so that a large file of
something else is never read. `recognised` is what an importer's `recognises` asks; `entries` yields what
fits, each name once. A file that breaks off gives what is whole of it; where nothing could be read at all,
its error is raised.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice

from app.domain.exchange_errors import ExchangeError
from app.exchange.importers.files import last_name
from app.exchange.importers.tally import BROKEN_OFF, NOT_CONVERSATIONS, TWICE, Tally
from app.exchange.importers.values import Values, as_json, mapping, sequence_at
from app.exchange.source import Member, Source

Fits = Callable[[Values], bool]


@dataclass(frozen=True, slots=True)
class Shape:
    """How a program's conversations are known and named. One without a name is named after all it holds."""

    keys: tuple[str, ...]
    fits: Fits
    name: Callable[[Values], str]


_LOOKED_AT = 2_000
_FIRST = 20
_BEGINNING = 256 << 10
_WIDEST_SIGN = 4
_WRAPPINGS = ("conversations", "chats")


def recognised(source: Source, shape: Shape) -> bool:
    """Whether one of the first files holds such a conversation. Never raises."""
    likely = islice(json_members(source), _LOOKED_AT)
    return any(
        _mentions(source, member, shape.keys) and _holds(source, member, shape.fits) for member in likely
    )


def entries(source: Source, shape: Shape, tally: Tally) -> Iterator[tuple[str, Values]]:
    """Yield each conversation under its name."""
    seen: set[str] = set()
    failure: ExchangeError | None = None
    for member in json_members(source):
        if not _mentions(source, member, shape.keys):
            continue
        try:
            for entry in _beginning_with(shape.fits, _values(source, member)):
                called = shape.name(entry) or _made(entry)
                if not shape.fits(entry):
                    tally.add(NOT_CONVERSATIONS)
                elif called in seen:
                    tally.add(TWICE)
                else:
                    seen.add(called)
                    yield called, entry
        except ExchangeError as error:
            failure = error
    if failure and seen:
        tally.add(BROKEN_OFF)
    elif failure:
        raise failure


def json_members(source: Source) -> Iterator[Member]:
    """Yield what may be JSON: a lone file whatever its name, or all that are named so, likely ones first."""
    members = source.members
    if len(members) == 1:
        yield members[0]
        return
    named = [member for member in members if member.name.lower().endswith(".json")]
    yield from sorted(named, key=_likelihood)


def _likelihood(member: Member) -> tuple[bool, str]:
    return not last_name(member.name).startswith("conversations"), member.name


def _mentions(source: Source, member: Member, keys: Sequence[str]) -> bool:
    with suppress(ExchangeError):
        beginning = source.read(member, _BEGINNING)
        if b"\0" in beginning[:_WIDEST_SIGN]:  # two or four bytes a sign: too rare to look for keys in
            return True
        return any(f'"{key}"'.encode() in beginning for key in keys)
    return False


def _holds(source: Source, member: Member, fits: Fits) -> bool:
    with suppress(ExchangeError):
        return any(fits(entry) for entry in islice(_values(source, member), _FIRST))
    return False


def _beginning_with(fits: Fits, values: Iterator[Values]) -> Iterator[Values]:
    """Yield all the values where one of the first fits, and otherwise none."""
    passed: list[Values] = []
    for entry in values:
        if fits(entry):
            yield from (*passed, entry)
            yield from values
        passed.append(entry)
        if len(passed) == _FIRST:
            return


def _values(source: Source, member: Member) -> Iterator[Values]:
    """Yield the entries of a file: of the array at its top, or of one that is wrapped in an object."""
    for value in source.json_items(member):
        entry = mapping(value)
        yield from map(mapping, sequence_at(entry, *_WRAPPINGS)) if _is_wrapping(entry) else (entry,)


def _is_wrapping(entry: Values) -> bool:
    return bool(sequence_at(entry, *_WRAPPINGS)) and not {"mapping", "chat_messages", "chat"} & entry.keys()


def _made(entry: Values) -> str:
    return sha256(as_json(dict(entry)).encode()).hexdigest()
