"""How a service is asked for the rest of an unfinished reply: pure, so that a ledger can tell of it."""

from app.domain.settings import ApiKind, Found

INSTRUCTION = "Go on exactly where your last message breaks off. Repeat none of it, and say nothing about it."


def continuation(spoken: Found) -> str | None:
    """Return the words that are sent as a last message of the person's, or None for a prefill."""
    return None if spoken.prefills and spoken.api is ApiKind.CHAT else INSTRUCTION
