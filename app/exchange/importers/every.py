"""The programs whose exports can be taken in, and which of them has made what lies before us."""

from collections.abc import Iterator
from typing import Protocol

from app.domain.parcel import Piece
from app.exchange.importers import (
    agents_sdk,
    chatbox,
    chatgpt,
    cherry_studio,
    claude,
    gemini,
    jan,
    librechat,
    llm_logs,
    openwebui,
    plain_markdown,
    sotto_json,
    sotto_markdown,
)
from app.exchange.source import Source


class Importer(Protocol):
    """A module for one program. It looks at nothing but what the source gives, and trusts none of it."""

    ORIGIN: str
    """What the program is called in the archive, such as `chatgpt`."""

    def recognises(self, source: Source) -> bool:
        """Whether this is an export of the program: by its content, cheaply, and whatever lies there."""

    def pieces(self, source: Source) -> Iterator[Piece]:
        """Yield one conversation after the other: its head, then its items and files, then the next head."""


IMPORTERS: tuple[Importer, ...] = (
    sotto_json,
    sotto_markdown,
    chatgpt,
    claude,
    openwebui,
    librechat,
    gemini,
    jan,
    chatbox,
    cherry_studio,
    agents_sdk,
    llm_logs,
    plain_markdown,
)
"""In the order in which they are asked: what would recognise almost anything comes last."""


def importer_of(source: Source) -> Importer | None:
    """Return the first that recognises the source."""
    return next((importer for importer in IMPORTERS if importer.recognises(source)), None)
