"""What stands around the items of a page: the conversation's own facts, and where its branches part."""

import json
from collections.abc import Iterable, Iterator
from html import escape

from app.domain.export_choice import Detail
from app.domain.parcel import ParcelBranch, ParcelHead, ParcelItem
from app.exchange.look import Look
from app.exchange.page_items import PageItems, id_of
from app.exchange.step_words import Step

_INSTRUCTIONS = "instructions"


def parts(head: ParcelHead, items: Iterable[ParcelItem], look: Look, writer: PageItems) -> Iterator[str]:
    """Yield the body of a page: the head, and each item with what tells of branches."""
    yield "".join(_head(head, look, writer))
    names = _names_of(head)
    before: str | None = None
    for item in items:
        shown = writer.html(item)
        if len(names) > 1:
            shown = _parting(item, before) + (shown or f'<div id="{id_of(item.id)}"></div>\n')
            shown += "".join(_ending(name) for branch, name in names if branch.tip == item.id)
        before = item.id
        if shown:
            yield shown


def _head(head: ParcelHead, look: Look, writer: PageItems) -> Iterator[str]:
    yield f'<header>\n<h1 dir="auto">{escape(head.title)}</h1>\n'
    begun, changed = look.minute(head.created_at), look.minute(head.changed_at)
    times = begun if begun == changed else f"{begun} to {changed}"
    kept = [f"In {head.folder}"] * bool(head.folder) + [f"#{tag}" for tag in head.tags]
    yield f'<p class="small" dir="auto">{escape(" · ".join([times, *kept]))}</p>\n'
    names = _names_of(head)
    if len(names) > 1:
        links = (
            f'<a href="#{escape(id_of(branch.tip))}">{escape(name)}</a>' if branch.tip else escape(name)
            for branch, name in names
        )
        yield f'<p class="small" dir="auto">Branches: {" · ".join(links)}</p>\n'
    instructions = json.loads(head.settings).get(_INSTRUCTIONS)
    if instructions and look.detail is not Detail.TEXT:
        yield from writer.step(Step("Instructions", str(instructions)), "instructions")
    yield "</header>\n"


def _names_of(head: ParcelHead) -> list[tuple[ParcelBranch, str]]:
    """Return the branches with what they are called; the others are counted."""
    return [
        (branch, branch.name or ("Main branch" if branch.is_main else f"Branch {number}"))
        for number, branch in enumerate(head.branches, 1)
    ]


def _parting(item: ParcelItem, before: str | None) -> str:
    """Where an item follows another than the one that stands before it."""
    if item.behind == before:
        return ""
    if item.behind is None:
        return '<p class="fork">Another beginning</p>\n'
    place = escape(id_of(item.behind))
    return f'<p class="fork">Another way, from <a href="#{place}">an earlier message</a> on</p>\n'


def _ending(name: str) -> str:
    return f'<p class="small" dir="auto">Here ends: {escape(name)}</p>\n'
