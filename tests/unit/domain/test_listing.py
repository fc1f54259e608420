from app.domain.conversation import Conversation, TitleSource
from app.domain.ids import BranchId, ConversationId
from app.domain.listing import ListedConversation


def test_the_repr_holds_neither_title_nor_tags() -> None:
    conversation = Conversation(ConversationId("c"), BranchId("b"), "canary-1", TitleSource.PERSON, 1, 1)
    listed = ListedConversation(conversation, tags=("canary-2",))
    assert listed.tags == ("canary-2",)
    assert "canary" not in repr(listed)
