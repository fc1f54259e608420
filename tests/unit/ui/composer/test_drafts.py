"""What was typed and not yet stored."""

from app.domain.ids import ConversationId
from app.ui.composer.drafts import Drafts, Place

HERE, THERE = ConversationId("here"), ConversationId("there")


def nowhere(_place: Place, _text: str) -> None:
    """For drafts that need not outlive the test."""


def test_each_conversation_keeps_its_own_text() -> None:
    drafts = Drafts(nowhere)
    drafts.keep(HERE, "one")
    drafts.keep(None, "two")
    assert [drafts.text(place) for place in (HERE, THERE, None)] == ["one", "", "two"]


def test_an_emptied_text_is_forgotten() -> None:
    drafts = Drafts(nowhere)
    drafts.keep(HERE, "one")
    drafts.keep(HERE, "")
    assert drafts.text(HERE) == ""


def test_of_a_stored_question_only_what_was_typed_after_it_is_left() -> None:
    drafts = Drafts(nowhere)
    drafts.sent(HERE, "Why?", HERE)
    assert drafts.stored(HERE, "Why? And how?") == " And how?"


def test_a_text_that_is_no_longer_the_question_is_left_alone() -> None:
    drafts = Drafts(nowhere)
    drafts.sent(HERE, "Why?", HERE)
    assert drafts.stored(HERE, "Something else") == "Something else"


def test_a_question_that_somebody_else_stored_takes_nothing_away() -> None:
    assert Drafts(nowhere).stored(HERE, "Why?") == "Why?"


def test_after_a_failed_sending_the_text_is_no_longer_awaited() -> None:
    drafts = Drafts(nowhere)
    drafts.sent(HERE, "Why?", HERE)
    drafts.not_stored(HERE)
    assert drafts.stored(HERE, "Why?") == "Why?"


def test_every_change_is_written_once() -> None:
    written: list[tuple[Place, str]] = []
    drafts = Drafts(lambda place, text: written.append((place, text)))
    for place, text in ((HERE, "a"), (HERE, "ab"), (HERE, "ab"), (None, "x"), (HERE, ""), (HERE, "")):
        drafts.keep(place, text)
    assert written == [(HERE, "a"), (HERE, "ab"), (None, "x"), (HERE, "")]


def test_what_an_earlier_run_has_kept_is_taken_up() -> None:
    drafts = Drafts(nowhere)
    drafts.keep(HERE, "typed since")
    drafts.load({HERE: "older", THERE: "kept", None: "begun"})
    assert [drafts.text(place) for place in (HERE, THERE, None)] == ["typed since", "kept", "begun"]


def test_the_beginning_of_a_conversation_is_no_draft_once_it_is_stored() -> None:
    drafts = Drafts(nowhere)
    drafts.keep(None, "Why?")
    drafts.sent(HERE, "Why?", None)
    assert drafts.text(None) == "Why?"
    assert drafts.stored(HERE, "Why?") == ""
    assert drafts.text(None) == ""
