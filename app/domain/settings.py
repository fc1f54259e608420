"""Settings as values, with their defaults and their rules."""

import math
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Self
from urllib.parse import urlsplit

from app.domain.errors import AddressMalformed, ConnectionMalformed

OPENAI_ADDRESS = "https://api.openai.com/v1"
PRACTICE_ADDRESS = "https://practice.invalid"  # by agreement of the whole net, nobody lives under .invalid
_USUAL_PORTS = MappingProxyType({"http": 80, "https": 443})
# What two readers of one address may understand differently: a key must not go where the other one points.
_UNFIT = re.compile(r"[\s\x00-\x1f\x7f\\@?#]")
_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_HEADER_TEXT = re.compile(r"[\x20-\x7e]*")
# What the connection itself must say, or what would let a reply past the guards.
_OWN_HEADERS = frozenset(
    {"host", "content-length", "transfer-encoding", "connection", "accept-encoding", "content-type"}
)
_LONGEST_SECONDS = 86_400.0


class ApiKind(StrEnum):
    """The language in which a service is asked."""

    FIND_OUT = "find_out"
    CHAT = "chat"
    RESPONSES = "responses"
    PRACTICE = "practice"  # built in: nobody is asked


@dataclass(frozen=True, slots=True)
class Found:
    """What a service answered when it was asked how it wants to be asked.

    One that `prefills` goes on with an unfinished reply that stands last.
    """

    api: ApiKind
    prefills: bool = False


@dataclass(frozen=True, slots=True)
class Patience:
    """How many seconds a service is given.

    `first` counts until its first word, for a model may load or think in silence; `idle` between words from
    then on, and only words count, not signs of life; `total` for the whole reply.
    """

    connect: float = 10.0
    first: float = 300.0
    idle: float = 90.0
    total: float = 1800.0


USUAL_PATIENCE = Patience()


@dataclass(frozen=True, slots=True)
class ProviderSettings:
    """How to reach a model service. Its key is a secret and lives elsewhere, bound to `origin`.

    `context_tokens` is the most that a request may have; None is as much as the model reads.
    Headers and a proxy may hold secrets too: they are shown in no repr.
    """

    base_url: str
    model: str
    context_tokens: int | None = None
    name: str = field(default="", repr=False)
    api: ApiKind = ApiKind.FIND_OUT
    found: Found | None = None
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    proxy: str | None = field(default=None, repr=False)
    ca_file: str | None = None
    patience: Patience = USUAL_PATIENCE

    @property
    def origin(self) -> str:
        return origin_of(self.base_url)

    @property
    def spoken(self) -> Found | None:
        """What is spoken with the service, or None as long as that has to be found out."""
        return self.found if self.api is ApiKind.FIND_OUT else Found(self.api)

    @property
    def seals(self) -> bool:
        """Whether the service may have been sealing what only it can read."""
        return self.spoken is not None and self.spoken.api is ApiKind.RESPONSES

    def to_mapping(self) -> dict[str, Any]:
        """Return all but the name and the address, as it is kept."""
        return {key: value for key, value in asdict(self).items() if key not in ("name", "base_url")}

    @classmethod
    def from_mapping(cls, name: str, base_url: str, values: Mapping[str, Any]) -> Self:
        """Return what was kept. What this version does not know is passed over."""
        kept = _known(cls, values)
        found = kept.get("found")
        made = {
            "api": ApiKind(kept.get("api", ApiKind.FIND_OUT)),
            "found": found and Found(ApiKind(found["api"]), bool(found.get("prefills"))),
            "headers": tuple((key, text) for key, text in kept.get("headers", ())),
            "patience": Patience(**_known(Patience, kept.get("patience", {}))),
        }
        return cls(**{"model": "", **kept, **made, "name": name, "base_url": base_url})


PRACTICE = ProviderSettings(
    PRACTICE_ADDRESS, "practice", name="Practice", api=ApiKind.PRACTICE, patience=USUAL_PATIENCE
)

# A service and its key, given for one run and stored nowhere.
Given = tuple[ProviderSettings, str | None]


def require_sound(settings: ProviderSettings) -> None:
    """Raise AddressMalformed or ConnectionMalformed where a service cannot be reached by these settings."""
    origin_of(settings.base_url)
    for name, text in settings.headers:
        if not _HEADER_NAME.fullmatch(name) or not _HEADER_TEXT.fullmatch(text):
            raise ConnectionMalformed("A header has a plain name and one line of plain text.")
        if name.lower() in _OWN_HEADERS:
            raise ConnectionMalformed(f"The header {name} is set by Sotto itself.")
    if settings.proxy is not None:
        _require_proxy(settings.proxy)
    for seconds in asdict(settings.patience).values():
        if not (math.isfinite(seconds) and 0 < seconds <= _LONGEST_SECONDS):
            raise ConnectionMalformed("A time to wait is a number of seconds, a day at most.")


def _require_proxy(address: str) -> None:
    """A proxy may want a name and a password, which an address of a service must not hold."""
    scheme, _, rest = address.partition("://")
    try:
        origin_of(f"{scheme}://{rest.rpartition('@')[2]}")
    except AddressMalformed:
        raise ConnectionMalformed("The proxy's address must begin with http:// or https://.") from None


def _known(kind: type[Any], values: Mapping[str, Any]) -> dict[str, Any]:
    names = {each.name for each in fields(kind)}
    return {name: value for name, value in values.items() if name in names}


def origin_of(address: str) -> str:
    """Return scheme, host and port of a service's address. Raises AddressMalformed."""
    if _UNFIT.search(address):
        raise AddressMalformed(
            "The address must not hold a password, a space, a question mark or a hash sign."
        )
    try:
        parts = urlsplit(address)
        usual_port = _USUAL_PORTS[parts.scheme]
        port = usual_port if parts.port is None else parts.port
    except (ValueError, KeyError):
        raise AddressMalformed("The address must begin with https:// or http://.") from None
    if not parts.hostname or not port:
        raise AddressMalformed("The address names no server.")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}:{port}"
