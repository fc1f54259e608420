"""The real Secret Service is asked over one connection for each thread, and again over a new one."""

import os
import secrets
import textwrap
import warnings
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
import secretstorage
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy

from app.credentials.os_keyring import OsKeyring, open_keyring
from tests.fixtures.child_program import StartChild
from tests.fixtures.waiting import wait_until
from tests.unit.credentials.test_os_keyring import ON_ITS_OWN_BUS, answers

BEGUN_ANEW = """
    import subprocess
    from app.credentials.os_keyring import open_keyring

    def begin(*options):
        daemon = ["gnome-keyring-daemon", "--unlock", "--components=secrets", *options]
        subprocess.run(daemon, input=b"password", stdout=subprocess.DEVNULL)

    begin()
    keyring = open_keyring()
    keyring.set("name", "s3cr3t")
    print("asked:", keyring.get("name") == "s3cr3t")
    begin("--replace")
    print("asked:", keyring.get("name") == "s3cr3t")
"""


@pytest.fixture
def name() -> str:
    return f"test:{secrets.token_hex(8)}"


def connections() -> set[str]:
    """All who are on the bus now, but the one who asks."""
    with closing(secretstorage.dbus_init()) as bus:
        names = Proxy(message_bus, bus).ListNames()[0]
        return {name for name in names if name.startswith(":")} - {bus.unique_name}


@pytest.fixture
def others() -> set[str]:
    return connections()


def test_many_calls_go_over_one_connection(others: set[str], keyring: OsKeyring, name: str) -> None:
    for number in range(3):
        keyring.set(name, f"secret {number}")
    keyring.delete(name)
    wait_until(lambda: len(connections() - others) == 1, "those closed to leave the bus, but one")


def test_a_connection_ends_with_its_keyring(others: set[str], name: str) -> None:
    keyring = open_keyring()
    assert keyring.get(name) is None
    del keyring
    wait_until(lambda: not connections() - others, "it to leave the bus")


def test_threads_get_their_own_answers(keyring: OsKeyring, name: str) -> None:
    wanted = {f"{name}:{number}": f"secret {number}" for number in range(4)}
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(keyring.set, wanted.keys(), wanted.values()))
        found = list(threads.map(keyring.get, [*wanted] * 5))
    assert found == [*wanted.values()] * 5


def test_a_forked_process_asks_for_itself(keyring: OsKeyring, name: str) -> None:
    keyring.set(name, "of the parent")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads, which the child does without
        child = os.fork()
    if child == 0:
        os._exit(0 if all(keyring.get(name) == "of the parent" for _ in range(20)) else 1)
    assert all(keyring.get(name) == "of the parent" for _ in range(20))
    assert os.waitpid(child, 0)[1] == 0


def test_a_service_that_began_anew_is_asked_again(child: StartChild, own_home: os.PathLike[str]) -> None:
    lines = textwrap.dedent(BEGUN_ANEW)
    output = child(ON_ITS_OWN_BUS, lines, environment={"XDG_RUNTIME_DIR": str(own_home)}).ends()
    assert answers(output) == ["True", "True"]
    assert "s3cr3t" not in output
