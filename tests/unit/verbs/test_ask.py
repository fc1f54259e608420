"""The verb within this process. tests/end_to_end tries it with signals, pipes and kills."""

import io
import json
import sys
from pathlib import Path

import pytest

from app.cli import main
from app.credentials.os_keyring import OsKeyring
from app.domain.ids import AssistantId, UndoId
from app.domain.library import Assistant
from app.store.assistants import keep_assistant
from app.system.profile import Profile
from tests.fixtures.service import ServeScript, Service
from tests.unit.verbs.conftest import Ask, write_into


@pytest.fixture(autouse=True)
def nothing_piped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))


def to(service: Service) -> tuple[str, ...]:
    return ("--base-url", service.base_url, "--model", service.model)


def test_a_conversation_goes_on(ask: Ask, serve_script: ServeScript) -> None:
    service = serve_script("calm")
    code, said = ask("ask", "How blue?", *to(service), "--json")
    told = json.loads(said)
    assert (code, told["state"], told["model"], told["fault"]) == (0, "complete", "scripted", None)
    assert told["text"].startswith("word 1, word 2,")
    assert told["usage"] == {"input_tokens": 7, "output_tokens": 40, "cached_tokens": 0}

    code, said = ask("ask", "And green?", "--conversation", told["conversation"][:23], *to(service), "--json")
    assert (code, json.loads(said)["conversation"]) == (0, told["conversation"])


def test_the_service_of_one_question_is_stored_nowhere(ask: Ask, serve_script: ServeScript) -> None:
    assert ask("ask", "How blue?", *to(serve_script("calm")))[0] == 0
    code, said = ask("ask", "And green?")
    assert code == 2
    assert "No model service" in said


@pytest.mark.parametrize(
    ("script", "told"), [("refused", "does not accept the key"), ("cut", "ended before")]
)
def test_a_reply_that_is_not_whole_is_a_failure_that_says_why(
    ask: Ask, serve_script: ServeScript, script: str, told: str
) -> None:
    service = serve_script(script)
    code, said = ask("ask", "How blue?", *to(service))
    assert code == 6
    assert told in said
    assert (script == "cut") == ("word 40, \n" in said)


def test_nobody_at_the_address_is_told(ask: Ask) -> None:
    code, said = ask("ask", "How blue?", "--base-url", "http://127.0.0.1:9/v1", "--model", "m", "--json")
    assert code == 6
    assert json.loads(said[: said.rindex("}") + 1])["fault"]["kind"] == "ProviderUnreachable"


def test_an_unknown_conversation_is_told_before_anything_is_asked(
    ask: Ask, serve_script: ServeScript
) -> None:
    code, said = ask("ask", "How blue?", "--conversation", "0fff", *to(serve_script("calm")))
    assert code == 2
    assert "No conversation has an id that begins so" in said


def test_no_history_is_begun_for_what_cannot_be_asked(
    profile: Profile, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", "How blue?", "--profile", str(profile.folder)]) == 2
    local = ["--base-url", "http://127.0.0.1:9/v1", "--model", "m"]
    assert main(["ask", "How?", "--conversation", "0f", *local, "--profile", str(profile.folder)]) == 1
    for more in (["--assistant", "Ada"], ["--file", str(profile.folder / "not-there.txt")]):
        assert main(["ask", "How?", *more, *local, "--profile", str(profile.folder)]) == 2
    assert profile.traces() == []
    assert capsys.readouterr().out == ""


def test_a_file_that_cannot_be_read_ends_it_before_anything_is_stored(
    ask: Ask, serve_script: ServeScript, tmp_path: Path
) -> None:
    file = tmp_path / "broken.pdf"
    file.write_bytes(b"%PDF-1.7 not really")
    before = ask("list")
    code, said = ask("ask", "What is in it?", "--file", file, *to(serve_script("calm")))
    assert (code, said) == (2, "sotto: The file is damaged.\n")
    assert ask("list") == before


def test_files_may_speak_for_themselves(ask: Ask, serve_script: ServeScript, tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text("Buy milk")
    code, said = ask("ask", "--file", file, *to(serve_script("calm")), "--json")
    assert (code, json.loads(said)["state"]) == (0, "complete")
    assert "note.txt" in ask("list")[1]


def test_a_model_that_is_named_stands_before_an_assistants_own(
    ask: Ask, serve_script: ServeScript, kept: Profile, keyring: OsKeyring
) -> None:
    ada = Assistant(AssistantId("ada"), "Ada", "Be brief.", model="ada-1")
    write_into(kept, keyring, lambda connection: keep_assistant(connection, ada, UndoId("u"), 1))
    service = serve_script("calm")
    code, said = ask("ask", "How blue?", "--assistant", "ada", "--json", *to(service))
    assert code == 0
    assert f'"model": "{service.model}"' in said
