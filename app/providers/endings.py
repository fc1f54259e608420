"""How a reply ends: the end must be told by the service, and not every end is that of a whole reply."""

from app.domain.errors import ProviderBroken, ReplyInterrupted, ReplyRefused

CUT_SHORT = "The connection ended before the reply did."
_LENGTHS = frozenset({"length", "max_output_tokens", "max_tokens"})


def require_usual_end(reason: str) -> None:
    """Raise ProviderError where a service ended a reply before its end."""
    if reason in _LENGTHS:
        raise ReplyInterrupted("The reply reached the greatest length that the service allows.")
    if reason == "content_filter":
        raise ReplyRefused("The service's filter ended the reply.")
    if reason == "error":
        raise ProviderBroken("The service reported an error in the middle of its reply.")
