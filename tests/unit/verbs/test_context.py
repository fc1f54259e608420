import io
import json
import sys
from typing import Any

import pytest

from app.credentials.os_keyring import OsKeyring
from app.domain.ids import ItemId, RequestId
from app.domain.ledger import Ledger, Span
from app.store import content
from app.store.driver import Connection
from app.store.requests import begin_request
from app.system.profile import Profile
from tests.fixtures.service import ServeScript
from tests.unit.store.writing import ONE, Writing
from tests.unit.verbs.conftest import Ask, write_into

NAMED = ("--model", "m")


@pytest.fixture(autouse=True)
def nothing_piped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))


@pytest.fixture
def replied(kept: Profile, keyring: OsKeyring) -> ItemId:
    """A reply by two requests, the first of which was given more than there is now."""

    def fill(connection: Connection) -> None:
        writing = Writing(connection)
        reply = writing.reply(ONE, "reply one")
        for number, last in enumerate((2, 1)):
            ledger = Ledger("m", 1, (Span(1, 1, last),), (), 7, 100)
            begin_request(connection, RequestId(f"r{number}"), reply.id, ledger, 1)
        content.empty_item(connection, 2)
        writing.question(ONE, "And now?")

    write_into(kept, keyring, fill)
    return ItemId("reply one")


def told(ask: Ask, *arguments: str) -> dict[str, Any]:
    code, said = ask("context", *arguments, "--json")
    assert code == 0, said
    values: dict[str, Any] = json.loads(said)
    return values


def test_the_next_request_is_told_in_words(ask: Ask) -> None:
    code, said = ask("context", ONE, *NAMED)
    assert code == 0
    assert said.splitlines()[:2] == ["A question", "Conversation one"]
    assert "Model: m\n" in said
    assert "the budget is a guess" in said
    assert "Would be sent:\n        1  You: A question\n" in said


def test_the_next_request_is_told_to_a_program(ask: Ask) -> None:
    values = told(ask, ONE, *NAMED)
    assert (values["conversation"], values["model"], values["fits"]) == (ONE, "m", True)
    assert (values["awaits_question"], values["length"], values["left_out"]) == (False, 1, [])
    assert 0 < values["tokens"] < values["budget"]
    assert values["policy"]["kind"] == "fit"
    (item,) = values["sent"]
    assert (item["item"], item["position"], item["text"]) == ("one question", 1, "A question")


def test_without_a_service_the_next_step_is_told(ask: Ask) -> None:
    code, said = ask("context", ONE)
    assert code == 2
    assert "No model service has been set up yet" in said
    assert "--model" in said


def test_what_each_request_of_a_reply_was_given_is_told(ask: Ask, replied: ItemId) -> None:
    for arguments in ((), ("reply",), (replied,)):
        values = told(ask, ONE, "--reply", *arguments)
        assert values["reply"] == replied
        first, second = values["requests"]
        assert [item["form"] for item in first["sent"]] == ["whole", "since deleted"]
        assert [item["text"] for item in second["sent"]] == ["A question"]
    said = ask("context", ONE, "--reply")[1]
    assert "Request 1 of 2\n" in said
    assert "        2  (deleted since)\n" in said


def test_a_reply_that_is_not_there_is_told(ask: Ask) -> None:
    code, said = ask("context", ONE, "--reply")
    assert (code, said) == (2, "sotto: No reply in this conversation was asked for from here.\n")
    code, said = ask("context", ONE, "--reply", "0ff")
    assert code == 2
    assert "No reply has an id that begins so" in said


def test_an_unknown_conversation_is_told(ask: Ask) -> None:
    assert ask("context", "two", *NAMED)[0] == 2


def test_what_a_question_was_asked_with_can_be_looked_at(ask: Ask, serve_script: ServeScript) -> None:
    service = serve_script("calm")
    to = ("--base-url", service.base_url, "--model", service.model)
    answered = json.loads(ask("ask", "How blue?", "--system", "Rhyme.", *to, "--json")[1])
    (request,) = told(ask, answered["conversation"], "--reply")["requests"]
    assert (request["instructions"], request["sent"][0]["text"]) == ("Rhyme.", "How blue?")
    coming = told(ask, answered["conversation"], "--model", service.model)
    assert [item["text"] for item in coming["sent"]] == ["How blue?", answered["text"]]
    assert coming["awaits_question"]
