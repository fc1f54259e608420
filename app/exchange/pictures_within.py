"""Pictures that a page carries within itself."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping

from app.domain.exchange_errors import ExchangeError
from app.exchange.file_kinds import PICTURES, FileKind, kind_of

MOST_WITHIN = 4 << 20
"""Bytes of a picture that stands in the page itself. A larger one is only named."""

_WITHIN = "data:image/"


def link_within(content: bytes) -> str | None:
    """Return a link that holds a picture; None for what is too large, or is none by how its bytes begin."""
    kind = _kind_of(content) if len(content) <= MOST_WITHIN else None
    return f"data:{kind};base64,{b64encode(content).decode()}" if kind in PICTURES else None


def is_within(link: str) -> bool:
    return link.startswith(_WITHIN)


class PicturesWithin(Mapping[str, str]):
    """The links of pictures by their hash, made as they are asked for; anything else has none."""

    def __init__(self, bytes_of: Callable[[str], Iterable[bytes]]) -> None:
        self._bytes_of = bytes_of

    def __getitem__(self, sha256: str) -> str:
        size, pieces = 0, list[bytes]()
        for piece in self._bytes_of(sha256):
            pieces.append(piece)
            size += len(piece)
            if size > MOST_WITHIN or _kind_of(pieces[0]) not in PICTURES:
                raise KeyError
        link = link_within(b"".join(pieces))
        if link is None:
            raise KeyError
        return link

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _kind_of(content: bytes) -> FileKind | None:
    try:
        return kind_of(content)
    except ExchangeError:
        return None
