"""Exact counts of tokens, by the vocabularies that come with Sotto. The only importer of tiktoken.

Left to itself, tiktoken would fetch them from the network. They take a while to load, so that is done once,
in a thread, and only for a model that needs one.
"""

import base64
from collections.abc import Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.system.resources import resource
from app.system.worker_thread import WorkerThread

if TYPE_CHECKING:
    from tiktoken import Encoding

_ENDINGS = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
# How each vocabulary's makers cut a text before they look its parts up.
_PATTERNS = MappingProxyType(
    {
        "o200k_base": "|".join(  # one part a line
            (
                rf"[^\r\n\p{{L}}\p{{N}}]?[\p{{Lu}}\p{{Lt}}\p{{Lm}}\p{{Lo}}\p{{M}}]*[\p{{Ll}}\p{{Lm}}\p{{Lo}}\p{{M}}]+{_ENDINGS}",
                rf"[^\r\n\p{{L}}\p{{N}}]?[\p{{Lu}}\p{{Lt}}\p{{Lm}}\p{{Lo}}\p{{M}}]+[\p{{Ll}}\p{{Lm}}\p{{Lo}}\p{{M}}]*{_ENDINGS}",
                r"\p{N}{1,3}",
                r" ?[^\s\p{L}\p{N}]+[\r\n/]*",
                r"\s*[\r\n]+",
                r"\s+(?!\S)",
                r"\s+",
            )
        ),
        "cl100k_base": "|".join(
            (
                r"'(?i:[sdmt]|ll|ve|re)",
                r"[^\r\n\p{L}\p{N}]?+\p{L}++",
                r"\p{N}{1,3}+",
                r" ?[^\s\p{L}\p{N}]++[\r\n]*+",
                r"\s++$",
                r"\s*[\r\n]",
                r"\s+(?!\S)",
                r"\s",
            )
        ),
    }
)
_PIECE = 100_000  # characters counted at once: what one text may hold has no end


class Vocabularies:
    """Made and used on the loop. Its thread begins with the first count."""

    def __init__(self) -> None:
        self._thread: WorkerThread | None = None
        self._loaded: dict[str, Encoding] = {}

    def knows(self, vocabulary: str | None) -> bool:
        return vocabulary in _PATTERNS

    async def count(self, vocabulary: str, texts: Sequence[str]) -> list[int]:
        """Return how many tokens each text has, without the frame of its message."""
        if self._thread is None:
            self._thread = WorkerThread("vocabularies")
        return await self._thread.run("counting tokens", lambda: self._count(vocabulary, texts))

    def close(self) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.close()

    def _count(self, vocabulary: str, texts: Sequence[str]) -> list[int]:
        if vocabulary not in self._loaded:
            self._loaded[vocabulary] = _load(vocabulary)
        encoding = self._loaded[vocabulary]
        return [sum(len(encoding.encode_ordinary(piece)) for piece in _pieces(text)) for text in texts]


def _pieces(text: str) -> list[str]:
    return [text[at : at + _PIECE] for at in range(0, len(text), _PIECE)]


def _load(vocabulary: str) -> "Encoding":
    import tiktoken

    raw = resource(f"vocabularies/{vocabulary}.tiktoken").read_bytes()
    pairs = (line.split() for line in raw.splitlines())
    ranks = {base64.b64decode(token): int(rank) for token, rank in pairs}
    return tiktoken.Encoding(
        vocabulary, pat_str=_PATTERNS[vocabulary], mergeable_ranks=ranks, special_tokens={}
    )
