import os
import socket
import stat
from pathlib import Path

import pytest

from app.system import local_socket
from app.system.local_socket import connect_to, is_same_user, listen_at


@pytest.fixture(params=["", "a long name of a folder " * 8], ids=["short", "long"])
def place(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    folder = tmp_path / str(request.param)
    folder.mkdir(exist_ok=True)
    return folder / "profile.socket"


def test_who_listens_is_found_however_long_the_path(place: Path) -> None:
    listening = listen_at(place)
    assert listening is not None
    with listening:
        assert stat.S_IMODE(place.stat().st_mode) == 0o600
        connected = connect_to(place)
        assert connected is not None
        other, _ = listening.accept()
        with connected, other:
            assert is_same_user(other)


def test_where_nobody_listens_nobody_is_found(place: Path) -> None:
    assert connect_to(place) is None
    place.write_text("no socket")
    assert connect_to(place) is None


def test_what_a_crash_has_left_is_replaced(place: Path) -> None:
    left = listen_at(place)
    assert left is not None
    left.close()  # the file stays, as after a kill
    assert place.exists()
    assert connect_to(place) is None
    again = listen_at(place)
    assert again is not None
    with again:
        found = connect_to(place)
        assert found is not None
        found.close()


def test_another_user_is_neither_let_in_nor_trusted(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listening = listen_at(place)
    assert listening is not None
    own = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: own + 1)
    with listening:
        assert connect_to(place) is None


def test_a_folder_that_takes_no_socket_has_none(tmp_path: Path) -> None:
    assert listen_at(tmp_path / "not-there" / "profile.socket") is None


def test_a_system_without_such_sockets_has_none(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_socket, "IS_SUPPORTED", False)
    assert listen_at(place) is None
    assert connect_to(place) is None
    assert not place.exists()


def test_who_is_at_the_other_end_is_told_by_the_system() -> None:
    one, other = socket.socketpair(socket.AF_UNIX)
    with one, other:
        assert is_same_user(one)
