"""The verb within this process. tests/end_to_end tries it with signals, pipes and kills."""

import io
import json
import sys

import pytest

from app.cli import main
from app.system.profile import Profile
from tests.fixtures.service import ServeScript, Service
from tests.unit.verbs.conftest import Ask


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
    assert profile.traces() == []
    assert capsys.readouterr().out == ""
