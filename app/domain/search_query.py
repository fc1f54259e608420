"""What a person typed into the search, understood. Every text means something; none is an error.

    words "a phrase" -without      all of the words; the phrase as it stands; not this one
    in:title tag:name folder:name  of conversations: a word of the title, a tag, a folder
    role:me|model|system|tool      who wrote it
    model:name                     which model wrote it, by any part of its name
    before:DAY after:DAY           DAY is 2026-11-20, 2026-11, 2026, today or yesterday, in local time;
                                   before it begins, or from its beginning on
    is:pinned|archived|trashed     of conversations
    is:branch                      off the branch that its conversation shows
    has:image|code|tool            what is in it

A minus before a filter asks for all that it does not hold for. What looks like a filter and is none is a
plain word. The last word may still be growing under the person's fingers: from two letters on it finds every
word that begins like it.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta, tzinfo
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from app.domain.indexed_text import ONE_CHARACTER_WORD
from app.domain.item import Role
from app.domain.local_time import start_of_day
from app.domain.text_pieces import whole_characters
from app.domain.text_words import Term, Word, words_of

_LONGEST_TEXT = 4_000
_MOST_TERMS = 32
_PIECE = re.compile(
    r"""
    (?P<minus>-(?=[\w"]))?
    (?:(?P<filter>[A-Za-z]+):(?=\S|$))?
    (?:"(?P<phrase>[^"]*)(?P<closing>"|$)|(?P<word>[^\s"]+))?
    """,
    re.VERBOSE,
)
_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d?))?(?:-(?P<day>\d\d?))?", re.ASCII)
_FILTERS = frozenset({"in", "tag", "folder", "role", "model", "before", "after", "is", "has"})
_OPPOSITES = MappingProxyType({"before": "after", "after": "before"})
_NEAR_DAYS = MappingProxyType({"today": 0, "yesterday": 1})
_YEARS = range(1970, 3000)
_ROLES = MappingProxyType(
    {
        "me": Role.PERSON,
        "user": Role.PERSON,
        "model": Role.MODEL,
        "assistant": Role.MODEL,
        "system": Role.SYSTEM,
        "developer": Role.DEVELOPER,
        "tool": Role.TOOL,
    }
)


class Mark(StrEnum):
    """What `is:` asks for."""

    PINNED = "pinned"
    ARCHIVED = "archived"
    TRASHED = "trashed"
    BRANCH = "branch"


class Content(StrEnum):
    """What `has:` asks for."""

    IMAGE = "image"
    CODE = "code"
    TOOL = "tool"


@dataclass(frozen=True, slots=True)
class Filters:
    """What conversations and items can be told apart by, besides words and days."""

    titles: tuple[str, ...] = field(default=(), repr=False)
    tags: tuple[str, ...] = field(default=(), repr=False)
    folders: tuple[str, ...] = field(default=(), repr=False)
    roles: frozenset[Role] = frozenset()
    models: tuple[str, ...] = ()
    marks: frozenset[Mark] = frozenset()
    contents: frozenset[Content] = frozenset()


_NO_FILTERS = Filters()
_AnyFilters = TypeVar("_AnyFilters", bound=Filters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query(Filters):
    """All filters must hold. Of several values of one filter any will do, but for tags, marks and contents.

    `after` and `before` are moments: from the one on, and up to the other. Of `without`, no value may hold.
    """

    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()
    after: int | None = None
    before: int | None = None
    without: Filters = _NO_FILTERS

    @property
    def is_empty(self) -> bool:
        """Nothing is asked for. What is only not wanted does not ask for anything."""
        return not self.wanted and not self.has_filters

    @property
    def has_filters(self) -> bool:
        return self != Query(wanted=self.wanted, unwanted=self.unwanted)

    @property
    def is_about_items(self) -> bool:
        """It asks for what a title or a note cannot have."""
        return bool(self.roles or self.models or self.contents or Mark.BRANCH in self.marks)


def parse(text: str, today: date, zone: tzinfo | None = None) -> Query:
    """Understand what was typed. Days begin in `zone`, or in the system's own."""
    query = Query()
    text = whole_characters(text[:_LONGEST_TEXT]).replace("\0", " ")
    for piece in _PIECE.finditer(text):
        if not piece.group():
            continue
        filtered = _with_filter(query, piece, today, zone)
        query = filtered or _with_term(query, piece, is_growing=piece.end() == len(text))
    return query


def _with_filter(query: Query, piece: re.Match[str], today: date, zone: tzinfo | None) -> Query | None:
    """Return the query with the filter that the piece is, or None if it is none. `in:` awaits its value."""
    name = (piece["filter"] or "").lower()
    value = (piece["phrase"] or piece["word"] or "").strip()
    if not value:
        return query if name in _FILTERS else None
    if name in _OPPOSITES:
        day = _day(value.lower(), today)
        name = _OPPOSITES[name] if piece["minus"] else name
        return _with_day(query, name, start_of_day(day, zone)) if day else None
    if not piece["minus"]:
        return _with_value(query, name, value)
    without = _with_value(query.without, name, value)
    return replace(query, without=without) if without else None


def _with_day(query: Query, name: str, moment: int) -> Query:
    return replace(query, before=moment) if name == "before" else replace(query, after=moment)


def _with_value(filters: _AnyFilters, name: str, value: str) -> _AnyFilters | None:
    """Return the filters with one value more, or None if there is no such filter or no such value."""
    folded = value.lower()
    match name:
        case "in":
            return replace(filters, titles=(*filters.titles, value))
        case "tag":
            return replace(filters, tags=(*filters.tags, value))
        case "folder":
            return replace(filters, folders=(*filters.folders, value))
        case "model":
            return replace(filters, models=(*filters.models, value))
        case "role" if folded in _ROLES:
            return replace(filters, roles=filters.roles | {_ROLES[folded]})
        case "is" if folded in set(Mark):
            return replace(filters, marks=filters.marks | {Mark(folded)})
        case "has" if folded in set(Content):
            return replace(filters, contents=filters.contents | {Content(folded)})
    return None


def _with_term(query: Query, piece: re.Match[str], *, is_growing: bool) -> Query:
    """Return the query with a word or a phrase. What holds no letter and no digit asks for nothing."""
    text = (piece["phrase"] or piece["word"] or "") if not piece["filter"] else piece.group().lstrip("-")
    text = text.replace('"', " ")
    words = tuple(words_of(text))
    found = tuple(word.text for word in words)
    if not found or len(query.wanted) + len(query.unwanted) >= _MOST_TERMS:
        return query
    is_growing = is_growing and piece["closing"] != '"' and _can_grow(words[-1], text)
    term = Term(text, found, is_growing)
    if piece["minus"]:
        return replace(query, unwanted=(*query.unwanted, replace(term, is_prefix=False)))
    return replace(query, wanted=(*query.wanted, term))


def _can_grow(last: Word, text: str) -> bool:
    is_last = last.end == len(text)  # else something stands behind it
    return is_last and len(last.text) > 1 and not ONE_CHARACTER_WORD.search(last.text)


def _day(text: str, today: date) -> date | None:
    """Return the first day that the text stands for, or None if it is no day."""
    if text in _NEAR_DAYS:
        return today - timedelta(days=_NEAR_DAYS[text])
    found = _DAY.fullmatch(text)
    if not found or int(found["year"]) not in _YEARS:
        return None
    try:
        return date(int(found["year"]), int(found["month"] or 1), int(found["day"] or 1))
    except ValueError:
        return None
