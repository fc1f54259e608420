"""Gemini in Google Takeout: a log of activity, one entry for each question with the answers to it.

The log does not tell which questions belonged together. What was asked within half an hour of the question
before is taken for one conversation, and that is said. Where an entry names its conversation, that counts. An
answer that was asked for again stands beside the first, and the last of them is gone on from.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256

from app.domain.exchange_errors import ExchangeError
from app.domain.parcel import Piece
from app.exchange.importers.bodies import NewItem, question, reply
from app.exchange.importers.entries import Shape, entries, recognised
from app.exchange.importers.files import FoundFile, last_name, of_member
from app.exchange.importers.html_markdown import markdown_of
from app.exchange.importers.tally import FILES_MISSING, Tally
from app.exchange.importers.tree import Account, Node, pieces_of
from app.exchange.importers.values import (
    Values,
    leftover,
    mappings_at,
    moment_at,
    text_at,
    texts_at,
)
from app.exchange.source import Member, Source

ORIGIN = "gemini"

GUESSED = "Bounds between conversations: the export does not tell them, so half an hour of silence does"
NOT_ASKED = "Entries that are no questions, such as feedback"
ONLY_HTML = "Activity in HTML. Ask Google Takeout for it once more, and choose JSON as its format"

_SILENCE = 30 * 60 * 1_000_000
_NAMES = ("Gemini", "Bard")
_PROMPTED = "Prompted "
_ENOUGH = 20  # titles that begin alike by no accident
_MOST_PAGES = 50
_NAMED_CHAT = re.compile(r"^https://gemini\.google\.com/app/(?:c/)?([0-9A-Za-z_-]{4,100})$")
_BULLET = re.compile(r"^-\s+")
_PLACED = frozenset(
    {"header", "title", "time", "products", "activityControls", "safeHtmlItem", "titleUrl", "imageFile"}
    | {"attachedFiles"}
)
_HTML, _LOOKED_AT = (".html", ".htm"), 64 << 10
_SIGN_OF_LOG = b"outer-cell"

Files = Mapping[str, Member]


@dataclass(frozen=True, slots=True)
class _Turn:
    """A question with its answers."""

    name: str
    at: int
    chat: str
    entry: Values = field(repr=False)


def recognises(source: Source) -> bool:
    return recognised(source, _shape()) or _is_html(source)


def pieces(source: Source) -> Iterator[Piece]:
    tally = Tally()
    if not recognised(source, _shape()):
        tally.add(ONLY_HTML)
        yield from tally.told()
        return
    turns = [
        _Turn(name, moment_at(entry, "time") or 0, _chat(entry), entry)
        for name, entry in entries(source, _shape(), tally)
    ]
    prefix = _prefix(turns)
    files = {last_name(member.name): member for member in source.members}
    asked = [turn for turn in turns if _is_answered(turn.entry) or _is_question(turn.entry, prefix)]
    tally.add(NOT_ASKED, len(turns) - len(asked))
    for chat in _chats(asked):
        if not chat[0].chat:
            tally.add(GUESSED)
        yield from _Chat(source, files, prefix).pieces(chat)
    yield from tally.told()


def _shape() -> Shape:
    return Shape(("products", "header"), _fits, _name)


def _fits(entry: Values) -> bool:
    told = (text_at(entry, "header"), *texts_at(entry, "products"))
    is_named = any(name in each for each in told for name in _NAMES)
    return is_named and isinstance(entry.get("title"), str) and isinstance(entry.get("time"), str)


def _name(entry: Values) -> str:
    """Name an entry by what does not change when an answer is asked for again."""
    told = f"{text_at(entry, 'time')}\n{text_at(entry, 'title')}"
    return sha256(told.encode()).hexdigest()[:32]


def _chat(entry: Values) -> str:
    named = _NAMED_CHAT.match(text_at(entry, "titleUrl"))
    return named.group(1) if named else ""


def _is_html(source: Source) -> bool:
    """Whether the log is there as a page to look at, and no more."""
    for member in source.members[:_MOST_PAGES]:
        if member.name.lower().endswith(_HTML):
            with suppress(ExchangeError):
                beginning = source.read(member, _LOOKED_AT)
                if _SIGN_OF_LOG in beginning and any(name.encode() in beginning for name in _NAMES):
                    return True
    return False


def _is_question(entry: Values, prefix: str) -> bool:
    return text_at(entry, "title").startswith(prefix or _PROMPTED)


def _prefix(turns: Sequence[_Turn]) -> str:
    """Return the words that Google puts before a question, in whichever language: those that all have."""
    titles = [text_at(turn.entry, "title") for turn in turns if _is_answered(turn.entry)]
    if len(titles) < _ENOUGH or any(title.startswith(_PROMPTED) for title in titles):
        return _PROMPTED
    found = ""
    while True:
        words = Counter(title[len(found) :].partition(" ")[0] for title in titles)
        word, count = words.most_common(1)[0]
        if not word or count < len(titles):
            return found
        found += f"{word} "


def _chats(turns: Sequence[_Turn]) -> Iterator[list[_Turn]]:
    """Yield the turns of each conversation in the order of their asking."""
    chats: dict[str, list[_Turn]] = {}
    latest: list[_Turn] = []
    for turn in sorted(turns, key=lambda turn: turn.at):
        if turn.chat:
            chats.setdefault(f"named {turn.chat}", []).append(turn)
        elif latest and turn.at - latest[-1].at <= _SILENCE:
            latest.append(turn)
        else:
            latest = chats.setdefault(f"begun {turn.name}", [])
            latest.append(turn)
    yield from chats.values()


@dataclass(frozen=True, slots=True)
class _Chat:
    """Makes pieces of one conversation."""

    source: Source
    files: Files = field(repr=False)
    prefix: str
    tally: Tally = field(default_factory=Tally)

    def pieces(self, turns: Sequence[_Turn]) -> Iterator[Piece]:
        account = Account(ORIGIN, turns[0].chat or turns[0].name)
        yield from pieces_of(account, self._nodes(turns), self.tally)

    def _nodes(self, turns: Iterable[_Turn]) -> Iterator[Node]:
        before: str | None = None
        for turn in turns:
            yield Node(turn.name, before, (self._question(turn),))
            before = turn.name
            for number, answer in enumerate(_answers(turn.entry), 1):
                before = f"{turn.name}-{number}"
                yield Node(before, turn.name, (reply(answer, created_at=turn.at or None),))

    def _question(self, turn: _Turn) -> NewItem:
        title = text_at(turn.entry, "title")
        return question(
            title.removeprefix(self.prefix).strip(),
            created_at=turn.at or None,
            files=tuple(self._attached(turn.entry)),
            raw=leftover(turn.entry, _PLACED),
        )

    def _attached(self, entry: Values) -> Iterator[FoundFile]:
        for place, name in _mentioned(entry).items():
            if member := self.files.get(last_name(place)):
                yield of_member(self.source, member, name or last_name(place))
            else:
                self.tally.add(FILES_MISSING)


def _mentioned(entry: Values) -> dict[str, str]:
    """Return the files that a question came with: where each lies in the export, and its own name."""
    found: dict[str, str] = {}
    for told in (*mappings_at(entry, "subtitles"), *mappings_at(entry, "attachedFiles")):
        place = text_at(told, "url", "fileName", "name")
        if text_at(told, "url") and ":" not in place:
            found.setdefault(place, _BULLET.sub("", text_at(told, "name")))
    for place in (text_at(entry, "imageFile"), *texts_at(entry, "attachedFiles")):
        if place:
            found.setdefault(place, "")
    return found


def _is_answered(entry: Values) -> bool:
    return any(text_at(each, "html").strip() for each in mappings_at(entry, "safeHtmlItem"))


def _answers(entry: Values) -> list[str]:
    written = (markdown_of(text_at(each, "html")) for each in mappings_at(entry, "safeHtmlItem"))
    return [answer for answer in written if answer]
