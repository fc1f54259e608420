"""Logs that may be shown to anyone: where they go, and the redaction that every line passes."""

import logging
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

from app.system.disk_errors import disk_errors_translated

_REDACTED = "[redacted]"
_SECRETS = re.compile(
    r"""(?ix)
      \b(?:(?:sk|pk|rk|gsk|hf|xai|nvapi|pplx|csk|r8)[-_]|(?:key|token)-)[\w-]{8,}  # as services write keys
    | \bAIza[\w-]{20,}
    | \beyJ[\w-]{8,}(?:\.[\w-]+)+                     # a signed token
    | \b(?:bearer|basic)\s+[\w.~+/=-]{8,}             # authorization headers
    | [0-9a-f]{64,}                                   # our own keys
    | (?<=://)[^\s/]+@                                # a password in an address
    | (?<=[?&])[\w.-]*(?:key|token|secret)=[^\s&]+    # a secret in a query
    | (?:api[-_]?key|password|authorization)["']?\s*[:=]\s*["'][^"'\n]+  # a secret as Python shows it
    """
)
_MEGABYTE = 1 << 20


def redacted(text: str) -> str:
    """Return `text` without anything that looks like a secret."""
    return _SECRETS.sub(_REDACTED, text)


class RedactingFormatter(logging.Formatter):
    """Redacts the finished line, so that arguments and tracebacks are covered as well."""

    def format(self, record: logging.LogRecord) -> str:
        return redacted(super().format(record))


class _LogFile(RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # the library calls it so
        """Let a line go that the disk does not take; to complain of it would show it without redaction."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)


def start_logging(folder: Path) -> logging.Handler:
    """Write the log of this run to `folder`. Ending is `stop_logging`. Raises DiskFull or StoreReadOnly."""
    with disk_errors_translated():
        handler = _LogFile(folder / "sotto.log", maxBytes=_MEGABYTE, backupCount=3, encoding="utf-8")
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    logging.getLogger("app").setLevel(logging.INFO)
    _quieten(("openai", "httpx2", "httpcore2", "keyring", "asyncio", "qasync"))
    return handler


def stop_logging(handler: logging.Handler) -> None:
    """End it. What a full disk does not take of the last lines is lost, and hides no other trouble."""
    logging.getLogger().removeHandler(handler)
    with suppress(OSError):
        handler.close()


def _quieten(names: Iterable[str]) -> None:
    """Other people's libraries may log what we must not, so only their warnings pass."""
    for name in names:
        logging.getLogger(name).setLevel(logging.WARNING)
