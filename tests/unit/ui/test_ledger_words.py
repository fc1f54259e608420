"""The words for what is sent and what is not."""

from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.item import Role
from app.domain.ledger import Reason
from app.domain.told_context import Form
from app.ui import ledger_words
from tests.fakes.scripted_inspecting import an_item


def test_how_full_a_request_is_is_told_with_its_doubt() -> None:
    assert (
        ledger_words.total(48_000, 2_100, 128_000)
        == "About 48\N{NO-BREAK SPACE}k of 128\N{NO-BREAK SPACE}k tokens, give or take 2.1\N{NO-BREAK SPACE}k"
    )
    assert ledger_words.total(48_000, 0, 128_000) == "48\N{NO-BREAK SPACE}k of 128\N{NO-BREAK SPACE}k tokens"


def test_whoever_speaks_has_a_name() -> None:
    speakers = [
        an_item(1),
        an_item(2),
        an_item(2, role=Role.TOOL, kind="function_call_output"),
        an_item(2, kind="function_call"),
        an_item(2, kind="reasoning"),
        an_item(1, role=Role.SYSTEM),
    ]
    names = [ledger_words.author(each, "gpt-5") for each in speakers]
    assert names == ["You", "gpt-5", "Tool", "A call", "Thinking", "Instructions"]


def test_every_form_and_every_reason_has_words_of_its_own() -> None:
    forms = {ledger_words.why_sent(an_item(1, form=form)) for form in Form}
    assert len(forms | {ledger_words.why_sent(an_item(1, is_pinned=True))}) == len(Form) + 1
    assert len({ledger_words.why_not(reason) for reason in Reason}) == len(Reason)


def test_every_policy_is_named_and_told_with_its_number() -> None:
    assert len({ledger_words.policy(kind) for kind in PolicyKind}) == len(PolicyKind)
    assert ledger_words.chosen_policy(ContextPolicy(PolicyKind.NEWEST_TURNS, 4)) == "The newest turns: 4"
    assert ledger_words.chosen_policy(ContextPolicy()) == "As much as fits"
