"""How a conversation is written out, in whatever text format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from types import MappingProxyType

from app.domain.export_choice import Detail

_NO_LINKS: Mapping[str, str] = MappingProxyType({})
_SECOND = 1_000_000
_EARLIEST, _LATEST = -62_135_424_000, 253_402_128_000  # in seconds: what a calendar has, in any zone


@dataclass(frozen=True, slots=True)
class Look:
    """What a writer knows beside the conversation itself.

    `links` are the places of attached files by their SHA-256, relative to what is written and fit to stand
    in a link as they are; a file that has none is only named. A zone of None is the system's own.
    """

    detail: Detail = Detail.READABLE
    links: Mapping[str, str] = field(default_factory=lambda: _NO_LINKS, repr=False)
    version: str = ""
    zone: tzinfo | None = None

    def minute(self, moment: int) -> str:
        """Return a moment, in microseconds, as a clock on the wall shows it, in digits that sort."""
        return f"{datetime.fromtimestamp(seconds_of(moment), self.zone):%Y-%m-%d %H:%M}"


def seconds_of(moment: int) -> int:
    """Return a moment in whole seconds, or the nearest one to it that a calendar knows."""
    return min(max(moment // _SECOND, _EARLIEST), _LATEST)
