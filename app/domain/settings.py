"""Settings as values, with their defaults and their rules."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from app.domain.errors import AddressMalformed

OPENAI_ADDRESS = "https://api.openai.com/v1"
DEFAULT_CONTEXT_TOKENS = 16_000


@dataclass(frozen=True, slots=True)
class ProviderSettings:
    """How to reach a model service. Its key is a secret and lives elsewhere, bound to `origin`."""

    base_url: str
    model: str
    context_tokens: int = DEFAULT_CONTEXT_TOKENS

    @property
    def origin(self) -> str:
        return origin_of(self.base_url)


def origin_of(address: str) -> str:
    """Return scheme, host and port of a service's address. Raises AddressMalformed."""
    try:
        parts = urlsplit(address)
        port = parts.port or {"http": 80, "https": 443}[parts.scheme]
    except (ValueError, KeyError):
        raise AddressMalformed("The address must begin with https:// or http://.") from None
    if not parts.hostname:
        raise AddressMalformed("The address names no server.")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise AddressMalformed("The address must not hold a password, a question mark or a hash sign.")
    return f"{parts.scheme}://{parts.hostname}:{port}"
