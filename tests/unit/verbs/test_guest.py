"""The command's side of a guest's talk, with a scripted holder at the other end."""

import os
import signal
import socket
import threading
from collections.abc import Iterator

import pytest

from app.domain.errors import AppError, InputError
from app.system.frames import HEAD_BYTES, Kind, opened_head, packed, packed_number
from app.verbs.guest import be_guest


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    own, other = socket.socketpair()
    yield own, other
    own.close()
    other.close()


def request_heard(other: socket.socket) -> bytes:
    _, length = opened_head(other.recv(HEAD_BYTES, socket.MSG_WAITALL))
    return other.recv(length, socket.MSG_WAITALL)


def test_what_is_said_goes_where_it_belongs(
    ends: tuple[socket.socket, socket.socket], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    own, other = ends
    other.sendall(packed(Kind.ASIDE, "süß\n".encode()) + packed(Kind.ANSWER, b"\xff word\n"))
    other.sendall(packed_number(Kind.END, 7))
    assert be_guest(own, b"please") == 7
    assert request_heard(other) == b"please"
    assert capfdbinary.readouterr().out == b"\xff word\n"


def test_a_holder_that_goes_before_it_began_may_be_asked_again(
    ends: tuple[socket.socket, socket.socket],
) -> None:
    own, other = ends
    other.close()
    assert be_guest(own, b"please") is None


@pytest.mark.parametrize("last", [b"", b"\x09\x00\x00\x00\x01a", packed(Kind.ANSWER, b"long")[:-1]])
def test_a_holder_that_breaks_off_is_told_of(ends: tuple[socket.socket, socket.socket], last: bytes) -> None:
    own, other = ends
    other.sendall(packed(Kind.ASIDE, b"") + last)
    other.close()
    with pytest.raises(AppError, match="ended before this was done"):
        be_guest(own, b"please")


def test_what_is_too_long_to_be_handed_on_is_told(ends: tuple[socket.socket, socket.socket]) -> None:
    with pytest.raises(InputError, match="too long"):
        be_guest(ends[0], bytes(25 << 20))


def test_a_signal_is_passed_on_and_the_end_waited_for(ends: tuple[socket.socket, socket.socket]) -> None:
    own, other = ends
    before = signal.getsignal(signal.SIGTERM)
    heard: list[bytes] = []

    def hold() -> None:
        request_heard(other)
        os.kill(os.getpid(), signal.SIGTERM)
        heard.append(other.recv(100))
        other.sendall(packed_number(Kind.END, 143))

    holder = threading.Thread(target=hold)
    holder.start()
    assert be_guest(own, b"please") == 143
    holder.join()
    assert heard == [packed_number(Kind.STOP, signal.SIGTERM)]
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_second_signal_waits_for_nobody(ends: tuple[socket.socket, socket.socket]) -> None:
    own, other = ends

    def hold() -> None:
        request_heard(other)
        for _ in range(2):
            os.kill(os.getpid(), signal.SIGINT)
            other.recv(100)

    holder = threading.Thread(target=hold)
    holder.start()
    assert be_guest(own, b"please") == 130
    holder.join()
