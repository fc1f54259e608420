"""What was typed and not yet stored."""

from app.domain.ids import ConversationId
from app.ui.composer.drafts import Drafts

HERE, THERE = ConversationId("here"), ConversationId("there")


def test_each_conversation_keeps_its_own_text() -> None:
    drafts = Drafts()
    drafts.keep(HERE, "one")
    drafts.keep(None, "two")
    assert [drafts.text(place) for place in (HERE, THERE, None)] == ["one", "", "two"]


def test_an_emptied_text_is_forgotten() -> None:
    drafts = Drafts()
    drafts.keep(HERE, "one")
    drafts.keep(HERE, "")
    assert drafts.text(HERE) == ""


def test_of_a_stored_question_only_what_was_typed_after_it_is_left() -> None:
    drafts = Drafts()
    drafts.sent(HERE, "Why?")
    assert drafts.stored(HERE, "Why? And how?") == " And how?"


def test_a_text_that_is_no_longer_the_question_is_left_alone() -> None:
    drafts = Drafts()
    drafts.sent(HERE, "Why?")
    assert drafts.stored(HERE, "Something else") == "Something else"


def test_a_question_that_somebody_else_stored_takes_nothing_away() -> None:
    assert Drafts().stored(HERE, "Why?") == "Why?"


def test_after_a_failed_sending_the_text_is_no_longer_awaited() -> None:
    drafts = Drafts()
    drafts.sent(HERE, "Why?")
    drafts.not_stored(HERE)
    assert drafts.stored(HERE, "Why?") == "Why?"
