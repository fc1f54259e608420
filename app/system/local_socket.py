"""The socket in a profile's folder, by which the same user's other processes reach its holder.

Windows has no such sockets in Python: there nobody listens, and nobody is found.
"""

import os
import socket
import struct
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

IS_SUPPORTED = sys.platform != "win32"
_LONGEST_ADDRESS = 107 if sys.platform == "linux" else 103  # bytes, without the one that ends it
_OWN_DESCRIPTORS = Path("/proc/self/fd")
_QUEUE = 16
_PATIENCE_SECONDS = 2.0
_PRIVATE = 0o600
# How a Mac tells who is at the other end: a version, the user, and more.
_LOCAL_PEERCRED = 1
_XUCRED_HEAD = struct.Struct("=II")
_XUCRED_BYTES = 76
_UCRED = struct.Struct("=iII")


def listen_at(place: Path) -> socket.socket | None:
    """Listen at `place`, in a folder that is ours alone; None where the system or the disk has no sockets.

    What lies there already has been left by a crash: only the profile's holder calls this.
    """
    if not IS_SUPPORTED:
        return None
    with ExitStack() as on_failure:
        listening = on_failure.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM))
        listening.setblocking(False)
        with suppress(OSError), _address(place) as address:
            place.unlink(missing_ok=True)
            listening.bind(address)
            place.chmod(_PRIVATE)
            listening.listen(_QUEUE)
            on_failure.pop_all()
            return listening
    return None


def connect_to(place: Path) -> socket.socket | None:
    """Return a connection with whoever listens at `place`, if that is the same user."""
    if not IS_SUPPORTED:
        return None
    with ExitStack() as on_failure:
        connected = on_failure.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM))
        connected.settimeout(_PATIENCE_SECONDS)
        with suppress(OSError), _address(place) as address:
            connected.connect(address)
            if is_same_user(connected):
                on_failure.pop_all()
                return connected
    return None


def is_same_user(connection: socket.socket) -> bool:
    """Whether the process at the other end belongs to the same user. The system tells; nobody is asked."""
    return _user_of(connection) == os.geteuid()


@contextmanager
def _address(place: Path) -> Iterator[str | bytes]:
    """Yield an address that is short enough, whatever the folder's. Raises OSError where there is none."""
    if len(os.fsencode(place)) <= _LONGEST_ADDRESS:
        yield os.fsencode(place)
        return
    if not _OWN_DESCRIPTORS.is_dir():
        raise OSError("The folder's path is too long for a socket.")
    folder = os.open(place.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield str(_OWN_DESCRIPTORS / str(folder) / place.name)
    finally:
        os.close(folder)


if sys.platform == "linux":

    def _user_of(connection: socket.socket) -> int:
        told = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _UCRED.size)
        _, user, _ = _UCRED.unpack(told)
        return int(user)

else:

    def _user_of(connection: socket.socket) -> int:
        told = connection.getsockopt(0, _LOCAL_PEERCRED, _XUCRED_BYTES)
        _, user = _XUCRED_HEAD.unpack(told[: _XUCRED_HEAD.size])
        return int(user)
