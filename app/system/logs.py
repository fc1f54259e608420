"""Logs that may be shown to anyone: where they go, and the redaction that every line passes."""

import logging
import re
from collections.abc import Iterable
from logging.handlers import RotatingFileHandler
from pathlib import Path

_REDACTED = "[redacted]"
_SECRETS = re.compile(
    r"""(?ix)
      \b(?:sk|pk|key|token)-[\w-]{8,}              # keys as services write them
    | \b(?:bearer|basic)\s+[\w.~+/=-]{8,}          # authorization headers
    | \b[0-9a-f]{64,}\b                            # our own keys
    | (?<=://)[^\s/@]+@                            # a password in an address
    | (?<=[?&])[\w.-]*(?:key|token|secret)=[^\s&]+ # a secret in a query
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


def start_logging(folder: Path) -> logging.Handler:
    """Write the log of this run to `folder`. Ending is `stop_logging`."""
    handler = RotatingFileHandler(folder / "sotto.log", maxBytes=_MEGABYTE, backupCount=3, encoding="utf-8")
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    logging.getLogger("app").setLevel(logging.INFO)
    _quieten(("openai", "httpx2", "httpcore2", "keyring", "asyncio", "qasync"))
    return handler


def stop_logging(handler: logging.Handler) -> None:
    logging.getLogger().removeHandler(handler)
    handler.close()


def _quieten(names: Iterable[str]) -> None:
    """Other people's libraries may log what we must not, so only their warnings pass."""
    for name in names:
        logging.getLogger(name).setLevel(logging.WARNING)
