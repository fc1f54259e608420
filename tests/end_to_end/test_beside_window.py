"""Verbs beside an open window: it has the profile, so it does them, and shows at once what they did."""

import asyncio
import json
import os
import signal
import socket
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.end_to_end.conftest import KEY, Ask, StartVerb, Verb
from tests.fakes.scripted_server import WORDS, Script, ScriptedServer
from tests.fixtures.canary import find_canary
from tests.fixtures.program import RunningProgram, StartProgram
from tests.fixtures.service import ServeScript

pytestmark = pytest.mark.slow

QUESTION = "How does the cooling curve change the blue?"


@pytest.fixture
def window(start_program: StartProgram, serve_script: ServeScript, folder: Path) -> RunningProgram:
    """An open window with one conversation in it."""
    program = start_program(folder, serve_script("calm"))
    program.type("How blue is celadon?")
    program.press("Return")
    program.shows("word 40,")
    return program


def done(verb: Verb, code: int = 0) -> str:
    """What it answered, once it has ended as it should."""
    assert verb.process.wait(30) == code, verb.complained
    return verb.said


def test_what_a_verb_asks_stands_in_the_sidebar_at_once(
    window: RunningProgram, ask: Ask, serve_script: ServeScript
) -> None:
    verb = ask(serve_script("calm").base_url, QUESTION)
    assert done(verb).endswith("word 40, \n")
    window.shows(QUESTION)
    window.type("And green?")
    window.press("Return")  # the window's own service answers here, as before
    window.shows("And green?")
    assert window.close_window() == 0, window.output


def test_a_guest_without_a_service_of_its_own_asks_the_windows(
    window: RunningProgram, sotto: StartVerb, folder: Path
) -> None:
    assert done(sotto("ask", QUESTION, "--profile", folder)).endswith("word 40, \n")
    window.shows(QUESTION)
    assert window.close_window() == 0, window.output


def test_the_list_a_search_and_a_conversation_are_told_beside_it(
    window: RunningProgram, sotto: StartVerb, folder: Path
) -> None:
    (only,) = json.loads(done(sotto("list", "--json", "--profile", folder)))
    assert only["title"] == "How blue is celadon?"
    assert "celadon" in done(sotto("search", "celadon", "--profile", folder))
    done(sotto("search", "porcelain", "--profile", folder), 7)
    shown = done(sotto("show", only["id"], "--profile", folder))
    assert "word 40," in shown
    unknown = sotto("show", "ffff", "--profile", folder)
    done(unknown, 2)
    assert unknown.complained.startswith("sotto: No conversation has an id that begins so.")
    assert window.close_window() == 0, window.output


def test_deleting_branching_and_bringing_back_show_at_once(
    window: RunningProgram, sotto: StartVerb, folder: Path
) -> None:
    (only,) = json.loads(done(sotto("list", "--json", "--profile", folder)))
    made = done(sotto("branch", only["id"], "--profile", folder)).strip()
    assert len(json.loads(done(sotto("list", "--json", "--profile", folder)))) == 2
    done(sotto("delete", made, only["id"], "--profile", folder))
    window.shows("in the trash since")
    assert done(sotto("list", "--profile", folder)) == "There are no conversations.\n"
    done(sotto("undelete", made, only["id"], "--profile", folder))
    window.shows_no("in the trash since")
    assert window.close_window() == 0, window.output


def test_a_backup_is_made_where_the_guest_stands(
    window: RunningProgram, sotto: StartVerb, folder: Path, tmp_path: Path
) -> None:
    told = json.loads(done(sotto("backup", "--to", "copy.backup", "--json", "--profile", folder)))
    assert told["file"] == str(tmp_path / "copy.backup")
    assert (tmp_path / "copy.backup").stat().st_size == told["bytes"]
    done(sotto("doctor", "--quiet", "--profile", folder))
    assert window.close_window() == 0, window.output


def test_what_is_taken_out_and_in_again_stands_in_the_list_at_once(
    window: RunningProgram, sotto: StartVerb, folder: Path, tmp_path: Path
) -> None:
    (only,) = json.loads(done(sotto("list", "--json", "--profile", folder)))
    done(sotto("export", only["id"], "--to", "talk.md", "--detail", "full", "--profile", folder))
    assert "How blue is celadon?" in (tmp_path / "talk.md").read_text()
    done(sotto("delete", only["id"], "--for-good", "--yes", "--profile", folder))
    window.shows("No conversations yet.")
    done(sotto("import", "talk.md", "--profile", folder))
    window.shows_no("No conversations yet.")
    assert "How blue is celadon?" in done(sotto("list", "--profile", folder))
    assert window.close_window() == 0, window.output


async def test_ctrl_c_stops_the_reply_and_keeps_what_arrived(
    window: RunningProgram, ask: Ask, sotto: StartVerb, folder: Path
) -> None:
    async with ScriptedServer(Script(WORDS, hold_before=20)) as server:
        verb = ask(server.base_url, QUESTION)
        await verb.says("word 20,")
        verb.process.send_signal(signal.SIGINT)
        assert await verb.ends() == 130
        assert verb.complained == "sotto: The reply was stopped. What had arrived has been kept.\n"
    newest, _ = json.loads(await asyncio.to_thread(done, sotto("list", "--json", "--profile", folder)))
    _, reply = json.loads(
        await asyncio.to_thread(done, sotto("show", newest["id"], "--json", "--profile", folder))
    )["messages"]
    assert reply["state"] == "stopped"
    assert "word 20," in reply["text"]
    assert await asyncio.to_thread(window.close_window) == 0, window.output


async def test_a_guest_that_is_killed_leaves_a_stopped_reply_and_a_sound_window(
    window: RunningProgram, ask: Ask
) -> None:
    async with ScriptedServer(Script(WORDS, hold_before=20)) as server:
        verb = ask(server.base_url, QUESTION)
        await verb.says("word 20,")
        verb.process.kill()
        assert await verb.ends() == -signal.SIGKILL
        await asyncio.wait_for(server.questions[0].client_left.wait(), 5)
    await asyncio.to_thread(window.shows, QUESTION)
    assert await asyncio.to_thread(window.close_window) == 0, window.output


async def test_neither_question_nor_key_of_a_guest_is_to_be_read_anywhere(
    window: RunningProgram, ask: Ask, folder: Path
) -> None:
    async with ScriptedServer(Script(WORDS, hold_before=20)) as server:
        verb = ask(server.base_url, piped=QUESTION.encode())
        await verb.says("word 20,")
        command = verb.command_line()
        server.go_on()
        assert await verb.ends() == 0, verb.complained
        assert server.questions[0].headers["authorization"] == f"Bearer {KEY}"
    assert await asyncio.to_thread(window.close_window) == 0, window.output
    places = [folder, *(Path(os.environ[name]) for name in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR"))]
    for secret in (QUESTION, KEY):
        assert secret.encode() not in command
        assert await asyncio.to_thread(find_canary, secret, places) == []


def test_nonsense_and_silence_at_the_socket_keep_neither_window_nor_verbs_from_anything(
    window: RunningProgram, sotto: StartVerb, folder: Path
) -> None:
    place = str(folder / "profile.socket")
    with ExitStack() as ending:
        for said in (b"", b"\x01", b"\x01\x00\x00\x10\x00{", b"\x09\x00\x00\x00\x01a", b"\xff" * 100):
            hostile = ending.enter_context(socket.socket(socket.AF_UNIX))
            hostile.connect(place)
            hostile.sendall(said)
        assert "celadon" in done(sotto("list", "--profile", folder))
        window.type("And green?")
        window.press("Return")
        window.shows("And green?")
    assert window.close_window() == 0, window.output


def test_a_locked_window_turns_guests_away(window: RunningProgram, sotto: StartVerb, folder: Path) -> None:
    window.press("ctrl+l")
    window.shows("Your history is locked")
    verb = sotto("list", "--profile", folder)
    done(verb, 4)
    assert verb.complained.startswith("sotto: Nothing is open in the window at the moment.")
    assert window.close_window() == 0, window.output
    assert not (folder / "profile.socket").exists()


def test_what_needs_the_profile_alone_says_so(window: RunningProgram, sotto: StartVerb, folder: Path) -> None:
    for arguments in (("key", "rotate"), ("salvage", "--to", "elsewhere")):
        verb = sotto(*arguments, "--profile", folder)
        done(verb, 4)
        assert f"in the window (process {window.pid})" in verb.complained
        assert "needs it alone" in verb.complained
    assert "Keyring: " in done(sotto("key", "status", "--profile", folder))
    assert window.close_window() == 0, window.output


def test_after_a_crash_the_next_window_lets_guests_in(
    window: RunningProgram, start_program: StartProgram, sotto: StartVerb, folder: Path
) -> None:
    window.kill()
    assert (folder / "profile.socket").exists()
    assert "celadon" in done(
        sotto("list", "--profile", folder)
    )  # nobody is there: it opens the archive itself
    again = start_program(folder)
    again.shows("word 40,")
    assert "celadon" in done(sotto("list", "--profile", folder))
    assert again.close_window() == 0, again.output


async def test_a_verb_that_takes_long_lets_others_in(ask: Ask, sotto: StartVerb, folder: Path) -> None:
    async with ScriptedServer(Script(WORDS, hold_before=20), Script()) as server:
        verb = ask(server.base_url, QUESTION)
        await verb.says("word 20,")
        listed = sotto("list", "--profile", folder)
        assert await listed.ends() == 0, listed.complained
        assert QUESTION in listed.said
        other = ask(server.base_url, "Another one")
        assert await other.ends() == 0, other.complained
        assert other.said == "Hello there.\n"
        server.go_on()
        assert await verb.ends() == 0, verb.complained
    assert not (folder / "profile.socket").exists()
