"""Which addresses may be followed, and where they truly lead."""

import re
from urllib.parse import urlsplit

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_PLAIN = re.compile(r"https?://[a-z0-9]+(?:[.-][a-z0-9]+)*(?:[/?#]|$)", re.IGNORECASE)  # most of them
_FOLLOWED = ("http", "https", "mailto")
_LONGEST = 4000


def is_followed(address: str) -> bool:
    """Say whether a press on `address` may open it: web pages and letters only."""
    return bool(_PLAIN.match(address)) or bool(host_of(address))


def is_worth_reading(address: str) -> bool:
    """Say whether Markdown with this address is read as a link at all; otherwise it is shown as it stands.

    A place in the same text or beside it has no address that could be opened: its words are shown alone.
    """
    address = address.strip()
    if len(address) > _LONGEST or address.startswith(("//", "\\")):
        return False
    return is_followed(address) if _SCHEME.match(address) else True


def host_of(address: str) -> str:
    """Return where `address` truly leads, as the name service would be asked; empty if nowhere."""
    try:
        parts = urlsplit(address.strip())
        scheme = parts.scheme.lower()
        if scheme not in _FOLLOWED:
            return ""
        if scheme == "mailto":
            return parts.path.rpartition("@")[2]
        host = parts.hostname or ""
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError:  # UnicodeError is one as well
        return ""
