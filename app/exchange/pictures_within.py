"""Pictures that a page carries within itself."""

from base64 import b64encode

from app.domain.exchange_errors import ExchangeError
from app.exchange.file_kinds import PICTURES, kind_of

MOST_WITHIN = 4 << 20
"""Bytes of a picture that stands in the page itself. A larger one is only named."""

_WITHIN = "data:image/"


def link_within(content: bytes) -> str | None:
    """Return a link that holds a picture; None for what is too large, or is none by how its bytes begin."""
    try:
        kind = kind_of(content) if len(content) <= MOST_WITHIN else None
    except ExchangeError:
        return None
    return f"data:{kind};base64,{b64encode(content).decode()}" if kind in PICTURES else None


def is_within(link: str) -> bool:
    return link.startswith(_WITHIN)
