from dataclasses import replace

import pytest

from app.domain.branch import Range
from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.conversation import Conversation, TitleSource
from app.domain.ids import BranchId, ConversationId, ItemId
from app.domain.ledger import LeftOut, Reason
from app.domain.parameters import Parameters
from app.domain.rebuilding import Rebuilt, SinceDeleted
from app.domain.told_context import NextRequest, ToldContext, told
from app.verbs.context_lines import lines_of_next, lines_of_reply
from tests.unit.domain.test_told_context import BODIES, LEDGER

ABOUT = Conversation(ConversationId("one"), BranchId("b"), "Glazes\nand salt", TitleSource.PERSON, 1, 1)
CONTEXT = told(Rebuilt(LEDGER, BODIES, "Be brief"), {})


def coming(context: ToldContext = CONTEXT) -> list[str]:
    return lines_of_next(ABOUT, NextRequest(context, 10, awaits_question=True, is_guess=False))


def test_all_that_is_sent_and_all_that_is_not_is_told_in_lines() -> None:
    assert coming() == [
        "Glazes and salt",
        "Conversation one",
        "Model: m",
        "Tokens: about 120 of 100, give or take 20",
        "Policy: as much as fits, the newest first",
        "Instructions: Be brief",
        "Your next question comes on top of that.",
        "",
        "Would be sent:",
        "        2  You: Look [pinned, with files]",
        "      1-3  Summary: So far: nothing",
        "        4  Tool, function call output: found [shortened]",
        "        5  Model: Beca [unfinished, so its text alone is sent]",
        "        6  You: Why? [edited]",
        "",
        "Would not be sent:",
        "        1  the summary stands for it",
        "        3  the summary stands for it",
        "      7-9  you have excluded it",
        "       10  there is no text in it",
    ]


def test_a_reply_is_told_request_by_request() -> None:
    lost = replace(
        CONTEXT,
        instructions=None,
        ledger=replace(LEDGER, author="Ada", continuation="Go on.", parameters=Parameters(seed=3)),
    )
    lines = lines_of_reply(ABOUT, ItemId("r"), [CONTEXT, lost])
    assert lines[2:5] == ["Reply r", "", "Request 1 of 2"]
    second = lines[lines.index("Request 2 of 2") :]
    assert second[1] == "Model: m, as Ada"
    assert second[4:6] == ["Instructions: (deleted since)", "Parameters: seed 3"]
    assert second[-1] == "Asked to go on: Go on."


def test_what_does_not_fit_is_told_with_what_can_be_done() -> None:
    lines = coming(replace(CONTEXT, ledger=replace(LEDGER, uncertainty=0)))
    assert "Tokens: about 120 of 100" in lines
    assert "It does not fit: exclude something, or let less of the conversation be sent." in lines


def test_where_nothing_is_sent_it_says_so() -> None:
    lines = coming(replace(CONTEXT, pinned=(), summary=None, items=(), left_out=()))
    assert lines[-2:] == ["Would be sent:", "           nothing"]


def test_a_long_text_is_one_short_line() -> None:
    bodies = (*BODIES[:4], SinceDeleted(2, 6))
    lines = coming(replace(told(Rebuilt(LEDGER, bodies, "word\n" * 50), {}), left_out=()))
    (instructions,) = (line for line in lines if line.startswith("Instructions: "))
    assert instructions.endswith("word…")
    assert len(instructions) < 80
    assert lines[-1] == "        6  (deleted since)"


@pytest.mark.parametrize("kind", PolicyKind)
def test_every_policy_has_its_words(kind: PolicyKind) -> None:
    context = replace(CONTEXT, ledger=replace(LEDGER, policy=ContextPolicy(kind, 3)))
    (line,) = (line for line in coming(context) if line.startswith("Policy: "))
    assert len(line) > len("Policy: ")
    assert ("3" in line) == (kind in (PolicyKind.NEWEST_TURNS, PolicyKind.NEWEST_ITEMS))


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_its_words(reason: Reason) -> None:
    ledger = replace(LEDGER, left_out=(LeftOut(Range(1, 7, 7), reason),))
    assert len(coming(told(Rebuilt(ledger, BODIES, None), {}))[-1]) > len("        7  ")
