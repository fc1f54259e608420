"""Looks into the members of a source without believing anything, to tell whose export it is."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from app.domain.exchange_errors import ExchangeError
from app.exchange.importers.values import Values, mapping
from app.exchange.source import Member, Source

_PIECE = 1 << 20
_LONGEST_KEY = 200
_BEGINNING = 16
_MARK = b"\xef\xbb\xbf"
LARGEST_EXPORT = 192 << 20
"""How many characters are read of a file that is a single value."""


def path_of(member: Member) -> tuple[str, str]:
    """Return the folder that a member says it is in, and its name there."""
    folder, _, name = member.name.replace("\\", "/").rpartition("/")
    return folder, name


def named(source: Source, name: str) -> Iterator[Member]:
    """Yield the members of that name, in whatever folder."""
    return (member for member in source.members if path_of(member)[1].lower() == name)


def first_value(source: Source, member: Member) -> Values:
    """Return the first value in a member, or an empty mapping for what is no mapping or cannot be read."""
    with suppress(ExchangeError):
        return mapping(next(source.json_items(member), None))
    return mapping(None)


def whole_value(source: Source, member: Member) -> Values:
    """Return the mapping that a whole member is. Raises ExchangeError."""
    values: Iterable[Any] = source.json_items(member, LARGEST_EXPORT)
    return mapping(next(iter(values), None))


def has_keys(source: Source, member: Member, *keys: str) -> bool:
    """Tell whether a member is a JSON object with such keys somewhere in it. It is looked through, not read.

    No text within it can be taken for a key: there a quotation mark would have a backslash before it.
    """
    wanted = {re.compile(rb'[{,]\s*"' + re.escape(key.encode()) + rb'"\s*:') for key in keys}
    with suppress(ExchangeError), source.open(member) as stream:
        seen = stream.read(_BEGINNING).removeprefix(_MARK)
        if not seen.lstrip().startswith(b"{"):
            return False
        while wanted:
            wanted = {key for key in wanted if not key.search(seen)}
            piece = stream.read(_PIECE)
            if not piece:
                break
            seen = seen[-_LONGEST_KEY:] + piece
        return not wanted
    return False
