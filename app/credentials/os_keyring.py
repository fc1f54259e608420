"""The operating system's keyring, with its many ways of failing told apart.

Only the backend of the list is used, and it is built here by name: the library's own choice can be turned, by
a file or a variable, into one that swallows secrets or runs foreign code. Every call may block for as long as
a person thinks about a password prompt, so call from a thread that may wait.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.domain.errors import CredentialError, KeyringLocked, KeyringRefused, KeyringUnavailable

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "Sotto"
# The kind, the library's own class, is written down beside the archive; the module has what is used of it.
_BACKENDS = MappingProxyType(
    {
        "linux": ("keyring.backends.SecretService.Keyring", "app.credentials.secret_service"),
        "darwin": ("keyring.backends.macOS.Keyring", "keyring.backends.macOS"),
        "win32": ("keyring.backends.Windows.WinVaultKeyring", "keyring.backends.Windows"),
    }
)
# What the backends' own libraries let through.
_FOREIGN_ERRORS = MappingProxyType(
    {
        "linux": (("secretstorage.exceptions", "SecretStorageException"), ("jeepney", "DBusErrorResponse")),
        "win32": (("win32ctypes.pywin32.pywintypes", "error"),),
    }
)
_NOT_UNLOCKED = ("LockedException", "PromptDismissedException")
_UNAVAILABLE = "No keyring service answers on this computer."
_LOCKED = "The keyring is locked."


class OsKeyring:
    """Holds small secrets by name. `kind` tells which keyring it is, for the sidecar."""

    def __init__(self, backend: "KeyringBackend", kind: str) -> None:
        self._backend = backend
        self.kind = kind

    def get(self, name: str) -> str | None:
        """Return the secret, or None if the keyring says that it has none."""
        with _translated():
            return self._backend.get_password(_SERVICE, name)

    def set(self, name: str, secret: str) -> None:
        """Keep the secret, and prove it by reading it back: some keyrings take a secret and drop it."""
        with _translated():
            self._backend.set_password(_SERVICE, name, secret)
        if self.get(name) != secret:
            raise KeyringRefused("The keyring took the secret but does not give it back.")

    def delete(self, name: str) -> None:
        """Forget the secret, if there is one."""
        if self.get(name) is not None:
            with _translated():
                self._backend.delete_password(_SERVICE, name)


def open_keyring() -> OsKeyring:
    """Build this system's keyring. Raises KeyringUnavailable where there is none that can be trusted."""
    # Importing keyring costs as much as the whole rest of the first window, so it waits for the first need.
    if sys.platform not in _BACKENDS:
        raise KeyringUnavailable(_UNAVAILABLE)
    kind, module = _BACKENDS[sys.platform]
    with _translated():
        backend = getattr(import_module(module), kind.rpartition(".")[2])
        if not backend.viable:
            raise KeyringUnavailable(_UNAVAILABLE)
        return OsKeyring(backend(), kind)


@contextmanager
def _translated() -> Iterator[None]:
    """Turn what the libraries raise into our errors, without their texts, which may quote secrets."""
    import keyring.errors as library

    try:
        yield
    except library.KeyringLocked as error:
        raise KeyringLocked(_LOCKED) from error
    except library.InitError as error:
        raise _locked_or_gone(error.__cause__) from error
    except library.NoKeyringError as error:
        raise KeyringUnavailable(_UNAVAILABLE) from error
    except library.KeyringError as error:
        raise KeyringRefused("The keyring refused.") from error
    except (ImportError, OSError, KeyError) as error:
        raise KeyringUnavailable(_UNAVAILABLE) from error
    except _foreign_errors() as error:
        raise _locked_or_gone(error) from error


def _locked_or_gone(error: BaseException | None) -> CredentialError:
    """Tell a keyring that nobody unlocked from one that is not there, which its library mixes up."""
    if type(error).__name__ in _NOT_UNLOCKED:
        return KeyringLocked(_LOCKED)
    return KeyringUnavailable(_UNAVAILABLE)


def _foreign_errors() -> tuple[type[Exception], ...]:
    return tuple(
        getattr(import_module(module), name) for module, name in _FOREIGN_ERRORS.get(sys.platform, ())
    )
