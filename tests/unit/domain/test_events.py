from dataclasses import is_dataclass
from typing import get_args

from app.domain import events
from app.domain.conversation import Conversation, TitleSource
from app.domain.ids import BranchId, ConversationId, ItemId
from app.domain.item import Item, ItemState, Role, reply_body

CONVERSATION = ConversationId("c")
CANARY = "canary-7f3a"


def test_the_union_holds_every_event_there_is() -> None:
    defined = {
        each
        for each in vars(events).values()
        if is_dataclass(each) and isinstance(each, type) and each.__module__ == events.__name__
    }
    assert set(get_args(events.Event)) == defined


def test_an_event_is_a_frozen_value() -> None:
    for event in get_args(events.Event):
        assert event.__dataclass_params__.frozen, event


def test_no_repr_holds_what_was_said() -> None:
    item = Item(ItemId("i"), 1, 1, Role.MODEL, ItemState.COMPLETE, reply_body(CANARY, whole=True), 1)
    conversation = Conversation(CONVERSATION, BranchId("b"), CANARY, TitleSource.QUESTION, 1, 1)
    for event in (
        events.ConversationCreated(conversation),
        events.ConversationRenamed(CONVERSATION, CANARY),
        events.ConversationRestored(conversation),
        events.MessageStored(CONVERSATION, item),
        events.ReplyGrew(CONVERSATION, item.id, CANARY),
        events.ReplyEnded(CONVERSATION, item, None),
    ):
        assert CANARY not in repr(event)
