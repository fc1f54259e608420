"""A verb done for a guest that speaks over a real socket. tests/end_to_end tries whole processes."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace

import pytest

from app.domain.ways import Answer, Way
from app.hosting import Held, Host
from app.opening import open_profile
from app.system.frames import HEAD_BYTES, Kind, opened_head, packed, packed_number
from app.system.profile import Profile
from app.system.profile_lock import ProfileLock
from app.verbs.doorway import refuse
from app.verbs.request import Request, request_of
from app.verbs.serving import attend
from app.verbs.typed import Typed
from tests.fakes.scripted_server import MODEL, WORDS, Script, ScriptedServer
from tests.fixtures.core import EventRecorder


class Guest:
    """Speaks as the command does, and keeps what it hears."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self.answer = b""
        self.aside = b""
        self._news = asyncio.Condition()

    def send(self, frame: bytes) -> None:
        self._writer.write(frame)

    async def until_end(self) -> int:
        """Return the exit code, or -1 where there was none."""
        try:
            while True:
                kind, length = opened_head(await self._reader.readexactly(HEAD_BYTES))
                content = await self._reader.readexactly(length)
                if kind is Kind.END:
                    return int(content)
                await self._take(kind, content)
        except (asyncio.IncompleteReadError, ConnectionResetError):
            return -1
        finally:
            self._writer.close()

    async def hears(self, text: bytes) -> None:
        async with self._news:
            await self._news.wait_for(lambda: text in self.answer)

    async def _take(self, kind: Kind, content: bytes) -> None:
        async with self._news:
            if kind is Kind.ANSWER:
                self.answer += content
            else:
                self.aside += content
            self._news.notify_all()


@pytest.fixture
async def held(kept_by_loop: Profile) -> AsyncIterator[Held]:
    lock = ProfileLock(kept_by_loop.lock)
    async with AsyncExitStack() as ending:
        opened = await open_profile(kept_by_loop, lock, Answer(Way.KEYRING), ending, "a test")
        yield Held(kept_by_loop, opened, ending)
    lock.release()


@pytest.fixture
def kept_by_loop(kept: Profile) -> Profile:
    return kept


@pytest.fixture
async def host(held: Held) -> AsyncIterator[Host]:
    made = Host(held.profile, attend, refuse)
    made.hold(held)
    await made.start()
    yield made
    await made.close()


def request(*arguments: str, question: str | None = None, secret: str | None = None) -> Request:
    return request_of(arguments, Typed(question, secret), {})


async def guest_of(host: Host, asked: Request | bytes) -> Guest:
    guest = Guest(*await asyncio.open_unix_connection(host._profile.socket))
    guest.send(packed(Kind.REQUEST, asked if isinstance(asked, bytes) else asked.to_json()))
    return guest


async def told(host: Host, *arguments: str, **typed: str) -> tuple[int, str, str]:
    guest = await guest_of(host, request(*arguments, **typed))
    code = await guest.until_end()
    return code, guest.answer.decode(), guest.aside.decode()


async def test_a_guest_is_answered_as_it_would_answer_itself(host: Host) -> None:
    assert await told(host, "list") == (0, "1970-01-01  one  A question\n", "")
    assert await told(host, "search", "answer") == (7, "", "")
    assert await told(host, "show", "nine") == (
        2,
        "",
        "sotto: No conversation has an id that begins so. `sotto list` tells all of them.\n",
    )


async def test_what_a_guest_does_is_told_to_whoever_listens(host: Host, held: Held) -> None:
    heard = EventRecorder(held.opened.events)
    code, said, _ = await told(host, "branch", "one", "--json")
    made = json.loads(said)["conversation"]
    await told(host, "delete", made)
    await told(host, "undelete", made)
    await asyncio.sleep(0)
    kinds = [type(event).__name__ for event in heard.events]
    assert (code, [kind for kind in kinds if kind != "FoldersChanged"]) == (
        0,
        ["ConversationCreated", "ConversationTrashed", "ConversationRestored"],
    )


async def test_a_question_goes_to_the_guests_own_service(host: Host, held: Held) -> None:
    async with ScriptedServer() as server:
        to = ("--base-url", server.base_url, "--model", MODEL)
        code, said, _ = await told(host, "ask", *to, question="How blue?")
        assert (code, said) == (0, "Hello there.\n")
    assert (await held.chat()).provider.settings is None


async def test_a_signal_stops_a_reply_and_ends_anything_else(host: Host) -> None:
    async with ScriptedServer(Script(WORDS, hold_before=20)) as server:
        to = ("--base-url", server.base_url, "--model", MODEL)
        guest = await guest_of(host, request("ask", *to, question="How blue?"))
        ending = asyncio.create_task(guest.until_end())
        await guest.hears(b"word 20,")
        guest.send(packed_number(Kind.STOP, 15))
        assert await ending == 143
        assert guest.aside.endswith(b"The reply was stopped. What had arrived has been kept.\n")


async def test_a_guest_that_goes_takes_its_reply_along(host: Host) -> None:
    async with ScriptedServer(Script(WORDS, hold_before=20)) as server:
        to = ("--base-url", server.base_url, "--model", MODEL)
        guest = await guest_of(host, request("ask", *to, question="How blue?"))
        ending = asyncio.create_task(guest.until_end())
        await guest.hears(b"word 20,")
        ending.cancel()
        await asyncio.wait({ending})
        await asyncio.wait_for(server.questions[0].client_left.wait(), 5)
    newest, _ = json.loads((await told(host, "list", "--json"))[1])
    shown = json.loads((await told(host, "show", newest["id"], "--json"))[1])
    assert shown["messages"][1]["state"] == "stopped"


async def test_who_is_sent_away_hears_why(host: Host) -> None:
    async with ScriptedServer(Script(WORDS, hold_before=20)) as server:
        to = ("--base-url", server.base_url, "--model", MODEL)
        guest = await guest_of(host, request("ask", *to, question="How blue?"))
        ending = asyncio.create_task(guest.until_end())
        await guest.hears(b"word 20,")
        await host.withdraw()
        assert await ending == 1
        assert guest.aside.endswith(b"The history was closed in the other process before this was done.\n")


@pytest.mark.parametrize(
    "typed", ["key rotate", "salvage --to a", "restore a", "key status", "completion fish"]
)
async def test_what_is_not_done_for_others_is_refused(host: Host, typed: str) -> None:
    assert await told(host, *typed.split()) == (4, "", "sotto: This is not done for another process.\n")


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xff", b'{"arguments": ["--help"]}'])
async def test_a_request_that_makes_no_sense_is_refused(host: Host, content: bytes) -> None:
    guest = await guest_of(host, content)
    assert await guest.until_end() in (2, 4)
    assert guest.aside.startswith(b"sotto: ")
    assert await told(host, "list") == (0, "1970-01-01  one  A question\n", "")


async def test_a_command_line_that_is_none_is_refused(host: Host) -> None:
    guest = await guest_of(host, replace(request("list"), arguments=["list", "--sideways"]))
    assert await guest.until_end() == 2
    assert b"not understood" in guest.aside


async def test_a_guest_that_never_reads_keeps_nobody_waiting(host: Host) -> None:
    long = "x" * 3_000_000
    async with ScriptedServer(Script((long,))) as server:
        to = ("--base-url", server.base_url, "--model", MODEL)
        deaf = await guest_of(host, request("ask", *to, question="How blue?"))
        async with asyncio.timeout(20):
            while "How blue?" not in (await told(host, "list"))[1]:
                pass
        deaf._writer.close()
