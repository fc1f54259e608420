"""Which versions of what matters are installed."""

import platform
from importlib.metadata import PackageNotFoundError, version

from app import __version__

_PARTS = ("PySide6_Essentials", "qasync", "sqlcipher3", "keyring", "cryptography", "openai")


def versions() -> dict[str, str]:
    """Return versions by name, beginning with Sotto's own."""
    own = {"Sotto": __version__, "Python": platform.python_version(), "System": platform.platform(terse=True)}
    return own | {name: found for name in _PARTS if (found := _version(name))}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
