import pytest

from app.domain.errors import Fault
from app.domain.item import ItemState, Role
from app.system.resources import resource
from app.ui.transcript.deeds import Deed, bar_deeds, deeds_for, icon, next_steps, short_words, words
from tests.unit.ui.conftest import MakeItem


def offered(item: object, *, is_last: bool = True, is_resting: bool = True) -> set[Deed]:
    groups = deeds_for(item, is_last=is_last, is_resting=is_resting)
    return {deed for group in groups for deed in group}


def test_every_deed_has_words_and_no_sign_is_missing() -> None:
    for deed in Deed:
        assert words(deed)
        assert short_words(deed)
        assert not icon(deed) or resource(f"icons/{icon(deed)}.svg").is_file()


def test_a_growing_reply_can_be_copied_and_nothing_else(make_item: MakeItem) -> None:
    assert offered(make_item(Role.MODEL, "Hel", ItemState.STREAMING)) == {Deed.COPY}


def test_while_a_reply_grows_nothing_is_offered_that_would_be_refused(make_item: MakeItem) -> None:
    question = make_item(Role.PERSON, "Why?")
    assert offered(question, is_resting=False) == {Deed.COPY, Deed.PIN, Deed.LEAVE_OUT}


def test_only_the_end_can_be_gone_on_with(make_item: MakeItem) -> None:
    broken = make_item(Role.MODEL, "Hel", ItemState.STOPPED)
    assert Deed.CONTINUE in offered(broken)
    assert Deed.CONTINUE not in offered(broken, is_last=False)
    assert Deed.CONTINUE not in offered(make_item(Role.MODEL, "Hello"))
    assert Deed.ANSWER in offered(make_item(Role.PERSON, "Why?"))
    assert Deed.ANSWER not in offered(make_item(Role.PERSON, "Why?"), is_last=False)


def test_what_is_set_can_be_taken_away(make_item: MakeItem) -> None:
    marked = make_item(Role.PERSON, "Why?", is_pinned=True, is_excluded=True)
    assert {Deed.UNPIN, Deed.TAKE_IN} < offered(marked)
    assert not {Deed.PIN, Deed.LEAVE_OUT} & offered(marked)


def test_the_bar_has_the_look_s_buttons(make_item: MakeItem) -> None:
    reply, question = make_item(Role.MODEL, "Hello"), make_item(Role.PERSON, "Why?")
    groups = deeds_for(reply, is_last=True, is_resting=True)
    assert bar_deeds(reply, groups) == (Deed.COPY, Deed.BRANCH, Deed.AGAIN, Deed.PIN)
    groups = deeds_for(question, is_last=False, is_resting=True)
    assert bar_deeds(question, groups) == (Deed.COPY, Deed.EDIT, Deed.BRANCH, Deed.PIN)


def test_a_stopped_reply_goes_on_from_the_bar_and_a_broken_one_from_its_notice(make_item: MakeItem) -> None:
    stopped = make_item(Role.MODEL, "Hel", ItemState.STOPPED)
    broken = make_item(Role.MODEL, "Hel", ItemState.INTERRUPTED)
    first = [bar_deeds(each, deeds_for(each, is_last=True, is_resting=True))[0] for each in (stopped, broken)]
    assert first == [Deed.CONTINUE, Deed.COPY]
    assert (next_steps(stopped), next_steps(broken)) == ((), (Deed.CONTINUE, Deed.RETRY))


@pytest.mark.parametrize(
    ("kind", "steps"),
    [
        ("CredentialsRejected", (Deed.RETRY, Deed.SETTINGS)),
        ("RateLimited", (Deed.RETRY,)),
        ("ModelUnknown", (Deed.RETRY, Deed.SETTINGS)),
    ],
)
def test_a_failed_reply_leads_to_what_helps(make_item: MakeItem, kind: str, steps: tuple[Deed, ...]) -> None:
    assert next_steps(make_item(Role.MODEL, "", ItemState.FAILED, fault=Fault(kind, ""))) == steps


def test_a_question_without_an_answer_may_get_one(make_item: MakeItem) -> None:
    question = make_item(Role.PERSON, "Why?")
    assert next_steps(question) == next_steps(question, Fault("StoreBusy", "")) == (Deed.ANSWER,)
    assert next_steps(question, Fault("ContextOverBudget", "")) == ()


def test_what_a_reply_was_given_can_be_looked_at(make_item: MakeItem) -> None:
    assert Deed.GIVEN in offered(make_item(Role.MODEL, "Hello"))
    assert Deed.GIVEN not in offered(make_item(Role.PERSON, "Why?"))
