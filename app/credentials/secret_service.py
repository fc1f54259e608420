"""Linux's keyring, the Secret Service, over one connection for each thread.

The library opens one for each call. That is what gnome-keyring 42 does not always survive: where several
programs come and go at once it aborts after 300 to 3 200 calls, and locks every program's secrets. Over kept
connections it answered 100 000. Calls are quicker as well: how to seal secrets on the bus is agreed on once.
"""

import os
import threading
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar, cast

import secretstorage
from jeepney import DBusErrorResponse
from jeepney.io.blocking import DBusConnection
from keyring.backends import SecretService
from keyring.errors import InitError, KeyringLocked
from secretstorage.dhcrypto import Session
from secretstorage.util import open_session

T = TypeVar("T")


class Keyring(SecretService.Keyring):
    """The library's backend, which keeps what it asks over."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._here = _OfThisThread()

    def get_password(self, service: str, username: str) -> str | None:
        ask = cast("Callable[[], str | None]", partial(super().get_password, service, username))
        return self._ask(ask)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._ask(partial(super().set_password, service, username, password))

    def delete_password(self, service: str, username: str) -> None:
        self._ask(partial(super().delete_password, service, username))

    def get_preferred_collection(self) -> secretstorage.Collection:
        """Return the collection, opened. Its connection may be closed by who has asked, and stays open."""
        try:
            line = self._here.line()
            collection = secretstorage.get_default_collection(line.bus)
            collection.session = line.session
        except secretstorage.SecretStorageException as error:
            raise InitError("The collection cannot be had.") from error
        if collection.is_locked():
            collection.unlock()
            if collection.is_locked():
                raise KeyringLocked("The collection stays locked.")
        return collection

    def _ask(self, call: Callable[[], T]) -> T:
        """Ask, and once more over a new connection where the kept one leads nowhere: a service begun anew."""
        is_kept = self._here.has_line()
        try:
            return call()
        except (OSError, DBusErrorResponse, secretstorage.ItemNotFoundException):
            self._here.let_go()
            if not is_kept:
                raise
        return call()


class _KeptOpen:
    """A connection that stays open when it is closed, until nobody holds it any more."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection
        weakref.finalize(self, connection.close)

    def __getattr__(self, name: str) -> object:
        return getattr(self._connection, name)

    def close(self) -> None:
        """Leave it open: the library closes it behind each call."""


@dataclass(frozen=True, slots=True)
class _Line:
    bus: _KeptOpen
    session: Session
    process: int


class _OfThisThread(threading.local):
    """The line to the service. Threads share none, and neither do forked processes: answers would mix."""

    _kept: _Line | None = None

    def has_line(self) -> bool:
        return self._kept is not None and self._kept.process == os.getpid()

    def line(self) -> _Line:
        if self._kept is None or not self.has_line():
            bus = _KeptOpen(secretstorage.dbus_init())
            self._kept = _Line(bus, open_session(bus), os.getpid())
        return self._kept

    def let_go(self) -> None:
        self._kept = None
