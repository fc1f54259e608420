"""Settings as values, with their defaults and their rules."""

import re
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlsplit

from app.domain.errors import AddressMalformed

OPENAI_ADDRESS = "https://api.openai.com/v1"
DEFAULT_CONTEXT_TOKENS = 16_000
_USUAL_PORTS = MappingProxyType({"http": 80, "https": 443})
# What two readers of one address may understand differently: a key must not go where the other one points.
_UNFIT = re.compile(r"[\s\x00-\x1f\x7f\\@?#]")


@dataclass(frozen=True, slots=True)
class ProviderSettings:
    """How to reach a model service. Its key is a secret and lives elsewhere, bound to `origin`."""

    base_url: str
    model: str
    context_tokens: int = DEFAULT_CONTEXT_TOKENS

    @property
    def origin(self) -> str:
        return origin_of(self.base_url)


# A service and its key, given for one run and stored nowhere.
Given = tuple[ProviderSettings, str | None]


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
