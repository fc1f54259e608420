"""Plain text out: the words alone, as they are read without any program."""

from collections.abc import Iterable, Iterator
from textwrap import indent

from app.domain.export_choice import Detail
from app.domain.item import MESSAGE, text_of
from app.domain.parcel import ParcelBranch, ParcelHead, ParcelItem
from app.exchange.look import Look
from app.exchange.page_items import author_of, size_words
from app.exchange.step_words import Step, step_of
from app.markup.block import Block, Kind
from app.markup.grammar import Grammar
from app.markup.labels import Labels
from app.markup.message_text import MessageText
from app.markup.plain_text import plain_block

_FRAME, _INSET = "=", "    "


def plain(head: ParcelHead, items: Iterable[ParcelItem], look: Look) -> Iterator[str]:
    """Yield the conversation as plain text, in chunks."""
    words = _Words(look)
    title = " ".join(head.title.split())
    yield f"{title}\n{_FRAME * len(title)}\n{look.minute(head.created_at)}\n"
    tells_branches = len(head.branches) > 1
    before: str | None = None
    for item in items:
        shown = words.of(item)
        if tells_branches:
            parts = item.behind != before
            shown = ("\n---- Another way, from an earlier message on\n" if parts else "") + shown
            shown += "".join(_ending(each) for each in head.branches if each.tip == item.id)
        before = item.id
        if shown:
            yield shown


class _Words:
    """Tells one item after the other."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._grammar = Grammar()

    def of(self, item: ParcelItem) -> str:
        """Return what an item says under its author's name; nothing where the detail leaves it out."""
        if item.kind != MESSAGE:
            return "" if self._look.detail is Detail.TEXT else self._step(step_of(item))
        text = self._message(text_of(item.edited or item.body))
        files = "".join(f"[{each.name}, {size_words(each.size)}]\n" for each in item.files)
        fault = f"[{item.fault.summary}]\n" if item.fault else ""
        before = ""
        if item.edited is not None and self._look.detail is Detail.FULL:
            before = self._step(Step("Before it was edited", text_of(item.body)))
        return f"\n{author_of(item)}, {self._look.minute(item.created_at)}\n\n{files}{text}\n{fault}{before}"

    def _step(self, step: Step) -> str:
        text = self._message(step.text) if step.language is None else step.text
        return f"\n[{step.name}]\n{indent(text, _INSET)}\n"

    def _message(self, text: str) -> str:
        message = MessageText(self._grammar, text)
        message.read()
        told = list[str]()
        above: Block | None = None
        for block in message.blocks:
            if block.kind is not Kind.NOTHING:
                told.append(_gap(above, block) + self._block(block, message.labels))
                above = block
        return "".join(told)

    def _block(self, block: Block, labels: Labels) -> str:
        if block.kind is Kind.CODE:
            return indent(block.content if block.goes_on else block.content.rstrip("\n"), _INSET)
        if block.kind is Kind.RULE:
            return "----"
        words = plain_block(self._grammar, block, labels)
        if block.kind is Kind.ITEM and not block.part:
            mark = "- " if block.number is None else f"{block.number}. "
            return mark + indent(words, " " * len(mark)).lstrip()
        if block.kind is Kind.QUOTE:
            return indent(words, "> ", lambda _line: True)
        return f"[{block.label}] {words}" if block.kind is Kind.FOOTNOTE else words


def _gap(above: Block | None, below: Block) -> str:
    """Parts of one block go on where they were cut; items stand close, and all else apart."""
    if above is None:
        return ""
    if above.goes_on:
        return " " if below.kind is Kind.PARAGRAPH else "" if below.kind is Kind.CODE else "\n"
    is_close = above.kind is below.kind is Kind.ITEM and not below.begins_list
    return "\n" if is_close and not below.loose else "\n\n"


def _ending(branch: ParcelBranch) -> str:
    name = branch.name or ("Main branch" if branch.is_main else "A branch")
    return f"\n---- Here ends: {name}\n"
