"""`sotto ask` in processes of its own: pipes, signals and kills, a real model server and a real keyring."""

import asyncio
import json
import os
import signal
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from app.credentials.api_keys import KeyringApiKeys
from app.credentials.os_keyring import OsKeyring
from app.credentials.sidecar_files import require_sidecar
from app.domain.settings import origin_of
from app.system.profile import Profile
from app.system.profile_lock import ProfileLock
from tests.end_to_end.conftest import KEY, Ask, StartVerb, Terminal, Verb
from tests.end_to_end.test_conversation import wait_until_written
from tests.fakes.scripted_server import MODEL, WORDS, Script, ScriptedServer
from tests.fixtures.canary import find_canary
from tests.fixtures.program import StartProgram
from tests.fixtures.service import ServeScript, Service
from tests.fixtures.waiting import until

pytestmark = pytest.mark.slow

QUESTION = "How does the cooling curve change the blue?"


@pytest.fixture
async def held() -> AsyncIterator[ScriptedServer]:
    """A service that falls silent before its twentieth piece."""
    async with ScriptedServer(Script(WORDS, hold_before=20)) as server:
        yield server


async def shown(sotto: StartVerb, folder: Path, conversation: str | None = None) -> list[dict[str, Any]]:
    """Everything in the conversation, or in the one that there is."""
    if conversation is None:
        listed = sotto("list", "--json", "--profile", folder)
        assert await listed.ends() == 0, listed.complained
        (only,) = json.loads(listed.said)
        conversation = only["id"]
    verb = sotto("show", str(conversation), "--json", "--profile", folder)
    assert await verb.ends() == 0, verb.complained
    messages: list[dict[str, Any]] = json.loads(verb.said)["messages"]
    return messages


async def test_a_real_server_is_asked_and_the_reply_is_kept_to_the_letter(
    ask: Ask, sotto: StartVerb, folder: Path, model_server: Service
) -> None:
    verb = ask(model_server.base_url, QUESTION, model=model_server.model, key=model_server.api_key)
    assert await verb.ends() == 6  # this model never comes to an end
    assert verb.complained == "sotto: The reply reached the greatest length that the service allows.\n"
    question, reply = await shown(sotto, folder)
    assert (question["text"], question["role"]) == (QUESTION, "user")
    assert (f"{reply['text']}\n", reply["model"]) == (verb.said, model_server.model)


async def test_a_real_server_rejects_a_wrong_key(ask: Ask, model_server: Service) -> None:
    verb = ask(model_server.base_url, QUESTION, model=model_server.model, key="sk-wrong-quokka")
    assert await verb.ends() == 6
    assert (verb.said, verb.complained) == (
        "",
        "sotto: The service does not accept the key. It says: Invalid API Key.\n",
    )


def test_what_was_asked_is_there_in_the_window(
    ask: Ask, folder: Path, serve_script: ServeScript, start_program: StartProgram
) -> None:
    service = serve_script("calm")
    verb = ask(service.base_url, QUESTION)
    assert verb.process.wait(20) == 0, verb.complained
    assert verb.said.startswith("word 1, word 2,")
    assert verb.said.endswith("word 40, \n")
    program = start_program(folder)
    program.shows(QUESTION)
    program.shows("word 40,")
    assert program.close_window() == 0, program.output


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
async def test_a_signal_stops_the_reply_at_the_server_and_keeps_what_arrived(
    ask: Ask, sotto: StartVerb, folder: Path, held: ScriptedServer, number: signal.Signals
) -> None:
    verb = ask(held.base_url, QUESTION)
    await verb.says("word 20,")
    verb.process.send_signal(number)
    await asyncio.wait_for(held.questions[0].client_left.wait(), 2)
    verb.process.send_signal(number)
    assert await verb.ends() == 128 + number
    assert verb.said == "".join(WORDS[:20]) + "\n"
    assert verb.complained == "sotto: The reply was stopped. What had arrived has been kept.\n"
    reply = (await shown(sotto, folder))[1]
    assert (reply["state"], reply["text"]) == ("stopped", "".join(WORDS[:20]))


async def test_a_signal_that_was_to_be_ignored_stops_nothing(ask: Ask, held: ScriptedServer) -> None:
    verb = ask(held.base_url, QUESTION, before=("nohup",))
    await verb.says("word 20,")
    verb.process.send_signal(signal.SIGHUP)
    held.go_on()
    assert await verb.ends() == 0, verb.complained


async def test_a_kill_in_mid_stream_is_told_as_an_interruption(
    ask: Ask, sotto: StartVerb, folder: Path, held: ScriptedServer
) -> None:
    verb = ask(held.base_url, QUESTION)
    await verb.says("word 20,")
    await asyncio.to_thread(wait_until_written, folder)
    verb.process.kill()
    assert await verb.ends() == -signal.SIGKILL
    question, reply = await shown(sotto, folder)
    assert question["text"] == QUESTION
    assert (reply["state"], reply["text"]) == ("interrupted", "".join(WORDS[:20]))


async def test_what_is_piped_in_comes_behind_the_question(
    ask: Ask, sotto: StartVerb, folder: Path, serve_script: ServeScript
) -> None:
    address = serve_script("calm").base_url
    verb = ask(address, "What is this?", "--json", piped="süß\n".encode())
    assert await verb.ends() == 0, verb.complained
    conversation = json.loads(verb.said)["conversation"]
    verb = ask(address, "--conversation", conversation[:18], piped=b"And this?\n")
    assert await verb.ends() == 0, verb.complained
    texts = [each["text"] for each in await shown(sotto, folder, conversation)]
    assert texts[::2] == ["What is this?\n\nsüß", "And this?"]


async def test_a_reader_that_leaves_stops_the_reply_quietly(ask: Ask, sotto: StartVerb, folder: Path) -> None:
    reading, writing = os.pipe()
    async with ScriptedServer(Script(("word ",) * 200, hold_before=0, delay=0.05)) as server:
        verb = ask(server.base_url, QUESTION, answers=writing)
        os.close(writing)
        await until(lambda: server.questions, "the request")
        os.close(reading)
        server.go_on()
        assert await verb.ends() == 141
        assert server.questions[0].client_left.is_set()
    assert verb.complained == ""
    assert (await shown(sotto, folder))[1]["state"] == "stopped"


async def test_a_reader_in_no_hurry_holds_up_neither_the_reply_nor_ctrl_c(
    ask: Ask, sotto: StartVerb, folder: Path
) -> None:
    pieces = ("x" * 1000,) * 300  # more than a pipe takes
    async with ScriptedServer(Script(pieces)) as server:
        verb = ask(server.base_url, QUESTION, answers=subprocess.PIPE)
        await until(lambda: server.questions, "the request")
        await until(lambda: "complete" in _state(folder, verb), "the reply's end")
        verb.process.send_signal(signal.SIGINT)
        assert await verb.ends(patience=10) == 130
        assert verb.process.stdout is not None
        verb.process.stdout.close()
    assert (await shown(sotto, folder))[1]["state"] == "complete"


def _state(folder: Path, verb: Verb) -> str:
    """Nothing may look into the archive now; it ends growing when the reply has been folded into it."""
    assert verb.process.poll() is None, verb.complained
    log = folder / "archive.db-wal"
    size = log.stat().st_size if log.exists() else 0
    return "complete" if size > 600_000 else ""


async def test_a_reader_who_has_seen_enough_ends_a_long_answer_quietly(
    ask: Ask, sotto: StartVerb, folder: Path
) -> None:
    async with ScriptedServer(Script(("x" * 1000,) * 300)) as server:
        assert await ask(server.base_url, QUESTION).ends() == 0
    verb = sotto("search", "cooling", "--json", "--profile", folder)
    assert await verb.ends() == 0
    conversation = json.loads(verb.said)[0]["conversation"]
    verb = sotto("show", conversation, "--profile", folder, answers=subprocess.PIPE)
    assert verb.process.stdout is not None
    assert await asyncio.to_thread(verb.process.stdout.readline) == f"{QUESTION}\n".encode()
    verb.process.stdout.close()
    assert await verb.ends() == 141
    assert verb.complained == ""


async def test_a_person_at_a_terminal_types_the_question_and_learns_how_to_go_on(
    sotto: StartVerb, folder: Path, serve_script: ServeScript, terminal: Terminal
) -> None:
    service = serve_script("calm")
    to = ("--base-url", service.base_url, "--model", service.model, "--profile", folder)
    verb = sotto("ask", *to, asked_at=terminal)
    await terminal.until("Type the question")
    terminal.type(f"{QUESTION}\n\x04")
    assert await verb.ends() == 0, terminal.shows
    assert f"A new history has been begun in {folder}." in terminal.shows
    assert "Go on with: sotto ask --conversation 01" in terminal.shows
    assert (await shown(sotto, folder))[0]["text"] == QUESTION


async def test_ctrl_c_ends_the_wait_for_a_question(
    sotto: StartVerb, folder: Path, terminal: Terminal
) -> None:
    verb = sotto("ask", "--profile", folder, asked_at=terminal)
    await terminal.until("Type the question")
    verb.process.send_signal(signal.SIGINT)
    assert await verb.ends() == 130
    assert Profile(folder).traces() == []


async def test_without_an_output_the_reply_is_kept_all_the_same(
    ask: Ask, sotto: StartVerb, folder: Path, serve_script: ServeScript
) -> None:
    verb = ask(serve_script("calm").base_url, QUESTION, before=("sh", "-c", 'exec "$@" >&- 2>&-', "sh"))
    assert await verb.ends() == 0
    assert (await shown(sotto, folder))[1]["state"] == "complete"


async def test_the_output_is_utf8_whatever_the_locale(ask: Ask) -> None:
    async with ScriptedServer(Script(("Grüße ", "漢字 \U0001f3fa"))) as server:
        how = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
        verb = ask(server.base_url, QUESTION, **how)
        assert await verb.ends() == 0, verb.complained
    assert verb.said == "Grüße 漢字 \U0001f3fa\n"


async def test_a_terminal_gets_nothing_that_it_would_obey(ask: Ask, terminal: Terminal) -> None:
    async with ScriptedServer(Script(("a\x1b]0;title\x07b", "\x9b2J\u202ec"))) as server:
        verb = ask(server.base_url, QUESTION, "--quiet", answers=terminal.side, TERM="xterm")
        assert await verb.ends() == 0, verb.complained
    assert terminal.shows == "a]0;titleb2Jc\r\n"


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
async def test_a_heading_stands_out_where_colours_are_wanted(
    ask: Ask,
    sotto: StartVerb,
    folder: Path,
    terminal: Terminal,
    environment: dict[str, str],
    coloured: bool,
) -> None:
    async with ScriptedServer() as server:
        assert await ask(server.base_url, QUESTION).ends() == 0
    how = {"TERM": "xterm"} | environment
    verb = sotto("show", "0", "--profile", folder, answers=terminal.side, **how)
    assert await verb.ends() == 0, verb.complained
    assert ("\x1b[1mHow does" in terminal.shows) == coloured
    assert ("\x1b" in terminal.shows) == coloured


async def test_a_profile_in_use_is_told_with_its_holder(ask: Ask, folder: Path) -> None:
    profile = Profile(folder)
    profile.make()
    lock = ProfileLock(profile.lock)
    lock.acquire("a test")
    verb = ask("http://127.0.0.1:9/v1", QUESTION)
    assert await verb.ends() == 4
    lock.release()
    assert f"in a test (process {os.getpid()})" in verb.complained


@pytest.mark.parametrize(
    ("kept", "options", "sent"),
    [
        (None, (), KEY),
        ("sk-kept-in-keyring", (), "sk-kept-in-keyring"),
        ("sk-kept-in-keyring", ("--from-environment",), KEY),
    ],
)
async def test_the_keyrings_key_comes_first_unless_asked_otherwise(
    ask: Ask, folder: Path, keyring: OsKeyring, kept: str | None, options: tuple[str, ...], sent: str
) -> None:
    async with ScriptedServer() as server:
        assert await ask(server.base_url, "a first run").ends() == 0
        if kept:
            in_keyring = KeyringApiKeys(keyring, require_sidecar(Profile(folder)).archive_id)
            await asyncio.to_thread(in_keyring.set, origin_of(server.base_url), kept)
        verb = ask(server.base_url, QUESTION, *options)
        assert await verb.ends() == 0, verb.complained
        assert server.questions[-1].headers["authorization"] == f"Bearer {sent}"


async def test_the_environments_key_goes_to_no_other_service(sotto: StartVerb, folder: Path) -> None:
    async with ScriptedServer() as server:
        to = ("--base-url", server.base_url, "--model", MODEL, "--profile", folder)
        verb = sotto("ask", QUESTION, *to, OPENAI_API_KEY=KEY)
        assert await verb.ends() == 0, verb.complained
        assert not [asked for asked in server.requests if "authorization" in asked.headers]


async def test_question_key_and_reply_are_nowhere_to_be_read(
    ask: Ask, folder: Path, held: ScriptedServer
) -> None:
    verb = ask(held.base_url, piped=QUESTION.encode())
    await verb.says("word 20,")
    assert held.questions[0].headers["authorization"] == f"Bearer {KEY}"
    asked = verb.command_line()
    assert held.base_url.encode() in asked  # it can be read at all
    assert QUESTION.encode() not in asked
    assert KEY.encode() not in asked
    held.go_on()
    assert await verb.ends() == 0, verb.complained
    assert verb.complained == ""
    places = [folder, *(Path(os.environ[name]) for name in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR"))]
    for text in (QUESTION, KEY, "word 20,"):
        assert await asyncio.to_thread(find_canary, text, places) == []
    assert find_canary("word 20,", [verb.answers.parent]) == [verb.answers]  # it would be found
    assert (folder / "logs" / "sotto.log").exists()


async def test_asking_loads_no_window(sotto: StartVerb, folder: Path, serve_script: ServeScript) -> None:
    verb = ask_with_imports_told(sotto, serve_script("calm"), folder)
    assert await verb.ends() == 0
    assert "import 'openai'" in verb.complained
    assert "import 'PySide6'" not in verb.complained


def ask_with_imports_told(sotto: StartVerb, service: Service, folder: Path) -> Verb:
    to = ("--base-url", service.base_url, "--model", service.model, "--profile", folder)
    return sotto("ask", QUESTION, *to, PYTHONVERBOSE="1")
