"""Markdown out: a file that reads well anywhere."""

from collections.abc import Iterable, Iterator

from app.domain.item import MESSAGE, text_of
from app.domain.parcel import ParcelHead, ParcelItem
from app.exchange.look import Look


def markdown(head: ParcelHead, items: Iterable[ParcelItem], look: Look) -> Iterator[str]:
    """Yield the conversation as Markdown, in chunks of text."""
    yield f"# {head.title}\n"
    for item in items:
        if item.kind == MESSAGE:
            yield f"\n## {item.author or item.model or item.role} · {look.minute(item.created_at)}\n"
            yield f"\n{text_of(item.edited or item.body)}\n"
