from dataclasses import replace

import pytest

from app.domain.conversation import Conversation, TitleSource
from app.domain.ids import BranchId, ConversationId, FolderId
from app.domain.listing import ARCHIVED, EVERYDAY, TRASH, ListedConversation, Place, PlaceKind

CONVERSATION = Conversation(ConversationId("c"), BranchId("b"), "canary-1", TitleSource.PERSON, 1, 7)
LOOSE = ListedConversation(CONVERSATION)
WORK, TEA = Place(PlaceKind.FOLDER, "work"), Place(PlaceKind.TAG, "TEA")
EVERYWHERE = (EVERYDAY, WORK, TEA, ARCHIVED, TRASH)


def test_the_repr_holds_neither_title_nor_tags() -> None:
    listed = replace(LOOSE, tags=("canary-2",))
    assert listed.tags == ("canary-2",)
    assert "canary" not in repr(listed) + repr(Place(PlaceKind.TAG, "canary-3"))


@pytest.mark.parametrize(
    ("marks", "places"),
    [
        ({}, [EVERYDAY]),
        ({"folder": FolderId("work")}, [WORK]),
        ({"folder": FolderId("work"), "is_pinned": True}, [EVERYDAY, WORK]),
        ({"tags": ("tea",)}, [EVERYDAY, TEA]),
        ({"tags": ("tea",), "is_archived": True}, [ARCHIVED]),
        ({"folder": FolderId("work"), "tags": ("tea",), "trashed_at": 9}, [TRASH]),
        ({"is_archived": True, "trashed_at": 9}, [TRASH]),
    ],
)
def test_a_row_stands_in_its_places_and_nowhere_else(marks: dict, places: list[Place]) -> None:
    assert [place for place in EVERYWHERE if place.holds(replace(LOOSE, **marks))] == places


def test_the_trash_is_in_order_of_throwing_away() -> None:
    trashed = replace(LOOSE, trashed_at=9)
    assert (EVERYDAY.moment(trashed), TRASH.moment(trashed)) == (7, 9)
