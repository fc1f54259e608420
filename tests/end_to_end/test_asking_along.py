"""What goes along with a question from the command line, and what a request was given of it all."""

import asyncio
import io
import json
import os
import re
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from app.domain.ids import AssistantId
from app.domain.library import Assistant
from app.domain.ways import Answer, Way
from app.system.profile import Profile
from app.verbs.opened import opened_chat
from tests.end_to_end.conftest import Ask, StartVerb, Verb
from tests.fakes import made_files
from tests.fakes.scripted_server import MODEL, WORDS, Script, ScriptedServer
from tests.fixtures.canary import find_canary

pytestmark = pytest.mark.slow

QUESTION = "What do these have in common?"
CANARIES = ("quokka-2207 in a note", "quokka-2208 on a page")
PICTURE = re.compile("^data:image/[a-z]+;base64,")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """A text, a PDF and a picture, as a person has them."""
    places = [tmp_path / name for name in ("note.txt", "page.pdf", "blue.png")]
    note, page = CANARIES
    blue = made_files.picture(Image.new("RGB", (40, 30), (0, 0, 255)), "PNG")
    for place, content in zip(places, (note.encode(), made_files.pdf([page]), blue), strict=True):
        place.write_bytes(content)
    return places


def along(files: list[Path]) -> list[str | Path]:
    return [argument for file in files for argument in ("--file", file)]


def parts_sent(server: ScriptedServer) -> list[dict[str, Any]]:
    """The parts of the message that was sent last."""
    parts: list[dict[str, Any]] = server.questions[-1].body["messages"][-1]["content"]
    return parts


async def answer(verb: Verb) -> dict[str, Any]:
    assert await verb.ends() == 0, verb.complained
    values: dict[str, Any] = json.loads(verb.said)
    return values


async def test_a_text_a_pdf_and_a_picture_go_along(ask: Ask, files: list[Path]) -> None:
    async with ScriptedServer() as server:
        verb = ask(server.base_url, QUESTION, *along(files))
        assert await verb.ends() == 0, verb.complained
        parts = parts_sent(server)
    texts = [part["text"] for part in parts if part["type"] == "text"]
    for text, name, canary in zip(texts, ("note.txt", "page.pdf"), CANARIES, strict=False):
        assert text.startswith(f"File: {name}\n")
        assert canary in text
    assert texts[2:] == ["File: blue.png", QUESTION]
    (address,) = [part["image_url"]["url"] for part in parts if part["type"] == "image_url"]
    with Image.open(io.BytesIO(b64decode(PICTURE.sub("", address)))) as picture:
        assert (picture.size, picture.convert("RGB").getpixel((5, 5))) == ((40, 30), (0, 0, 255))


async def test_what_a_file_holds_is_nowhere_to_be_read(ask: Ask, files: list[Path], folder: Path) -> None:
    async with ScriptedServer(Script(WORDS, hold_before=20)) as server:
        verb = ask(server.base_url, QUESTION, *along(files))
        await verb.says("word 20,")
        command = verb.command_line()
        places = [folder, *(Path(os.environ[name]) for name in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR"))]
        for canary in CANARIES:
            assert canary.encode() not in command
            assert await asyncio.to_thread(find_canary, canary, places) == []
        server.go_on()
        assert await verb.ends() == 0
        assert verb.complained == ""
        for canary in CANARIES:
            assert canary in json.dumps(server.questions[-1].body)  # it did go out
            assert await asyncio.to_thread(find_canary, canary, places) == []
    assert find_canary(CANARIES[0], [files[0].parent]) == [files[0]]  # it would be found
    assert (folder / "logs" / "sotto.log").exists()


async def test_a_file_that_cannot_be_read_ends_it_before_anything_is_stored_or_sent(
    ask: Ask, sotto: StartVerb, files: list[Path], folder: Path
) -> None:
    files[1].write_bytes(b"%PDF-1.7 not really")
    async with ScriptedServer() as server:
        verb = ask(server.base_url, QUESTION, *along(files))
        assert await verb.ends() == 2
        assert (verb.said, verb.complained) == ("", "sotto: File 2 of 3: The file is damaged.\n")
        assert server.requests == []
    assert await answer(sotto("list", "--json", "--profile", folder)) == []


async def test_an_assistant_and_instructions_hold_for_the_conversation_from_then_on(
    ask: Ask, folder: Path
) -> None:
    def system(server: ScriptedServer) -> list[str]:
        messages = server.questions[-1].body["messages"]
        return [each["content"] for each in messages if each["role"] in ("system", "developer")]

    async with ScriptedServer() as server:
        assert await ask(server.base_url, QUESTION).ends() == 0
        async with opened_chat(Profile(folder), Answer(Way.KEYRING), "a test") as (_, chat):
            await chat.controller.library.keep_assistant(Assistant(AssistantId("ada"), "Ada", "Be brief."))
        first = await answer(ask(server.base_url, QUESTION, "--assistant", "ada", "--json"))
        assert (first["author"], system(server)) == ("Ada", ["Be brief."])
        again = ("--conversation", first["conversation"], "--json")
        second = await answer(ask(server.base_url, QUESTION, "--system", "Rhyme.", *again))
        assert (second["author"], system(server)) == ("Ada", ["Rhyme."])
        third = await answer(ask(server.base_url, QUESTION, *again))
        assert (third["author"], system(server)) == ("Ada", ["Rhyme."])
        unknown = ask(server.base_url, QUESTION, "--assistant", "Eve")
        assert await unknown.ends() == 2
        assert unknown.complained == "sotto: There is no assistant of that name.\n"


@pytest.mark.parametrize("options", [(), ("--quiet",)])
async def test_a_busy_service_is_waited_for_aloud_unless_asked_to_be_quiet(
    ask: Ask, options: tuple[str, ...]
) -> None:
    async with ScriptedServer(Script.error(429, Retry_After="1"), Script()) as server:
        verb = ask(server.base_url, QUESTION, *options)
        assert await verb.ends() == 0
    assert verb.said == "Hello there.\n"
    assert ("asked again in 1 s." in verb.complained) == (not options)
    assert not options or verb.complained == ""


async def test_a_long_conversation_is_told_with_what_is_left_out_and_why(
    ask: Ask, sotto: StartVerb, folder: Path
) -> None:
    async with ScriptedServer() as server:
        conversation = ""
        for number in range(4):
            go_on = ("--conversation", conversation) if conversation else ()
            piped = f"Part {number}. {'cobalt and iron ' * 1500}".encode()
            asked = await answer(ask(server.base_url, QUESTION, *go_on, "--json", piped=piped))
            conversation = asked["conversation"]
        given = [each["content"] for each in server.questions[-1].body["messages"]]
        asked_for = len(server.requests)
        look = ("context", conversation[:18], "--profile", folder)
        (request,) = (await answer(sotto(*look, "--reply", "--json")))["requests"]
        coming = await answer(sotto(*look, "--model", MODEL, "--json"))
        person = sotto(*look, "--model", MODEL, PYTHONVERBOSE="1")
        assert await person.ends() == 0, person.complained
        assert len(server.requests) == asked_for
    assert [item["text"] for item in request["sent"]] == given
    (gap,) = request["left_out"]
    assert (gap["first"], gap["reason"]) == (1, "over budget")
    assert request["sent"][0]["position"] == gap["last"] + 1
    assert coming["fits"]
    assert coming["tokens"] <= coming["budget"] < 8_192  # nobody knows how much this model reads
    assert coming["sent"][-1]["item"] == asked["item"]
    assert "Would not be sent:\n" in person.said
    assert "too far back: cut off to make room\n" in person.said
    assert "import 'openai'" not in person.complained
    assert "import 'PySide6'" not in person.complained


async def test_without_a_service_the_next_step_is_told(ask: Ask, sotto: StartVerb, folder: Path) -> None:
    async with ScriptedServer() as server:
        assert await ask(server.base_url, QUESTION).ends() == 0
    verb = sotto("context", "0", "--profile", folder)
    assert await verb.ends() == 2
    assert verb.complained.startswith("sotto: No model service has been set up yet")
