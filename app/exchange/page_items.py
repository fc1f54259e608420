"""The items of a conversation as HTML, for pages on a screen and on paper."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from types import MappingProxyType
from urllib.parse import quote

from app.domain.export_choice import Detail
from app.domain.item import MESSAGE, ItemState, Role, text_of
from app.domain.parcel import ParcelFile, ParcelItem
from app.exchange.look import Look
from app.exchange.page_code import PageCode
from app.exchange.page_formulas import PageFormulas
from app.exchange.pictures_within import is_within
from app.exchange.step_words import Step, step_of
from app.markup.grammar import Grammar
from app.markup.page_text import page_text

_ROLES = MappingProxyType(
    {
        Role.PERSON: "You",
        Role.MODEL: "Model",
        Role.SYSTEM: "Instructions",
        Role.DEVELOPER: "Instructions",
        Role.TOOL: "Tool",
    }
)
_STATES = MappingProxyType(
    {
        ItemState.STREAMING: "Not finished",
        ItemState.STOPPED: "Stopped",
        ItemState.INTERRUPTED: "Interrupted",
        ItemState.FAILED: "Failed",
        ItemState.EMPTIED: "Deleted",
    }
)
_UNITS = ("bytes", "KB", "MB", "GB")
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a page is made for, as what stands before and behind each part; `{}` is a part's name.

    `seam` is put where a text longer than `longest_framed` may be cut. Such a one has no frame around it.
    """

    formulas: PageFormulas
    own_words: tuple[str, str]
    step: tuple[str, str]
    long_step: tuple[str, str] = ("", "")
    seam: str = ""
    longest_framed: int = sys.maxsize


class PageItems:
    """Writes one item after the other."""

    def __init__(self, look: Look, sheet: Sheet) -> None:
        self._look = look
        self._sheet = sheet
        self._code = PageCode()
        self._grammar = Grammar()

    def html(self, item: ParcelItem) -> str:
        """Return an item with its head and its files; nothing where the detail leaves it out."""
        if item.kind == MESSAGE:
            return "".join(self._message(item))
        return "" if self._look.detail is Detail.TEXT else "".join(self._step(item, step_of(item)))

    def step(self, step: Step, place: str) -> Iterator[str]:
        """Yield a part of a page that can be passed over."""
        is_long = len(step.text) > self._sheet.longest_framed
        begin, end = self._sheet.long_step if is_long else self._sheet.step
        yield begin.replace("{}", _line(step.name))
        if step.language is None:
            yield from self._text(step.text, place)
        else:
            yield f'<pre dir="ltr">{self._code.coloured(step.text, step.language)}</pre>\n'
        yield end

    def _message(self, item: ParcelItem) -> Iterator[str]:
        own = item.role is Role.PERSON
        text = text_of(item.edited or item.body)
        framed = own and len(text) <= self._sheet.longest_framed
        begin, end = self._sheet.own_words if framed else ("<div>", "</div>")
        yield f'<article class="{"person" if own else "model"}" id="{id_of(item.id)}">\n{self._head(item)}'
        yield begin
        yield from self._text(text, id_of(item.id))
        yield f"{end}\n"
        yield from self._files(item)
        if item.fault:
            yield f'<p class="small fault">{_line(item.fault.summary)}</p>\n'
        if item.edited is not None and self._look.detail is Detail.FULL:
            yield from self.step(Step("Before it was edited", text_of(item.body)), f"{id_of(item.id)}-before")
        yield "</article>\n"

    def _step(self, item: ParcelItem, step: Step) -> Iterator[str]:
        yield f'<div id="{id_of(item.id)}">'
        yield from self.step(step, id_of(item.id))
        yield "</div>\n"

    def _text(self, text: str, place: str) -> Iterator[str]:
        seam = self._sheet.seam if len(text) > self._sheet.longest_framed else ""
        formula, code = self._sheet.formulas.shown, self._code.coloured
        for piece in page_text(self._grammar, text, formula, code, place):
            yield piece + seam

    def _head(self, item: ParcelItem) -> str:
        facts = [self._look.minute(item.created_at)]
        if item.state in _STATES:
            facts.append(_STATES[item.state])
        facts += ["Edited"] * (item.edited is not None)
        facts += ["Pinned"] * item.is_pinned
        facts += ["Left out"] * item.is_excluded
        return f'<h2 dir="auto"><b>{_line(author_of(item))}</b> · {" · ".join(facts)}</h2>\n'

    def _files(self, item: ParcelItem) -> Iterator[str]:
        if item.files:
            yield '<ul class="files">\n'
            yield from (f'<li dir="auto">{self._file(file)}</li>\n' for file in item.files)
            yield "</ul>\n"
        if self._look.detail is Detail.FULL:
            for number, file in enumerate(item.files):
                if file.text is not None:
                    yield from self.step(Step(file.name, file.text, ""), f"{id_of(item.id)}-{number}")

    def _file(self, file: ParcelFile) -> str:
        named = f"{_line(file.name)} · {size_words(file.size)}"
        link = escape(self._look.links.get(file.sha256, ""))
        if is_within(link):
            return f'{named}<br><img src="{link}" alt="{_line(file.name)}">'
        return f'<a href="{link}">{named}</a>' if link else named


def _line(text: str) -> str:
    """Words from outside, on one line and without signs that no page can hold."""
    return escape(" ".join(text.split()))


def author_of(item: ParcelItem) -> str:
    return item.author or item.model or _ROLES[item.role]


def id_of(item: str) -> str:
    """Return the name of an item's place in a page, fit for an attribute and a link."""
    return f"m-{quote(item, safe='')}"


def size_words(size: int) -> str:
    """Return how large a file is, as a person says it."""
    shown, unit = float(size), 0
    while shown >= _THOUSAND and unit < len(_UNITS) - 1:
        shown, unit = shown / _THOUSAND, unit + 1
    return f"{shown:.1f} {_UNITS[unit]}" if unit and shown < 10 else f"{shown:.0f} {_UNITS[unit]}"
