import pytest

from app.domain.conversation import (
    Conversation,
    HistoryPage,
    TitleSource,
    Versions,
    title_from_person,
    title_from_question,
)
from app.domain.errors import EmptyTitle
from app.domain.ids import BranchId, ConversationId, ItemId
from app.domain.item import Item, ItemState, Role, question_body

ID = ConversationId("c")


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("Hello", "Hello"),
        ("\n\n  second line \nthird", "second line"),
        ("\u200b\n\u3164\nseen", "seen"),
        ("\u200b", ""),
        ("# Heading\ntext", "Heading"),
        ("> - *quoted", "quoted"),
        ("a   b\t c", "a b c"),
        ("###", "###"),
        (" \n ", ""),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 59 + "…"),
        ("word " * 20, "word " * 11 + "word…"),
        ("short " + "x" * 80, "short " + "x" * 53 + "…"),
        ("a" * 50 + ", " + "b" * 30, "a" * 50 + "…"),
    ],
)
def test_a_title_is_the_first_line_cut_at_a_word(question: str, title: str) -> None:
    assert title_from_question(question) == title
    assert len(title) <= 60


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("Plans", "Plans"),
        ("  two\n lines\t here \n", "two lines here"),
        ("# kept as it is,", "# kept as it is,"),
        ("word " * 100 + "end", "word " * 100 + "end"),
        ("broken \ud83d half", "broken � half"),
        ("a\0b", "a␀b"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
    ],
)
def test_a_persons_title_is_kept_as_one_line(typed: str, title: str) -> None:
    assert title_from_person(typed) == title


@pytest.mark.parametrize("typed", ["", " \n\t", "\u2003", "\u200b", "\u3164\u2800"])
def test_a_title_must_say_something(typed: str) -> None:
    with pytest.raises(EmptyTitle):
        title_from_person(typed)


def page(*depths: int) -> HistoryPage:
    items = tuple(
        Item(ItemId(str(depth)), 1, depth, Role.PERSON, ItemState.COMPLETE, question_body("x"), 1)
        for depth in depths
    )
    return HistoryPage(ID, items, 9, None, {})


def test_a_page_knows_whether_something_came_before_it() -> None:
    assert page(2, 3).has_earlier
    assert not page(1, 2).has_earlier
    assert not page().has_earlier


def test_the_repr_does_not_hold_the_title() -> None:
    conversation = Conversation(ID, BranchId("b"), "canary-7f3a", TitleSource.PERSON, 1, 1)
    assert "canary" not in repr(conversation)


def test_versions_end_at_the_first_and_the_last() -> None:
    versions = Versions((ItemId("a"), ItemId("b")), 0)
    assert (versions.beside(-1), versions.beside(1), versions.beside(2)) == (None, "b", None)
