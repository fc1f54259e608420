from app.domain.ids import BranchId, ConversationId, ItemId
from app.domain.item import Role
from app.domain.search import ItemHit, NoteHit, TitleHit
from app.domain.snippets import Snippet

SECRET = Snippet("secret text", ())


def test_no_text_and_no_title_is_in_a_repr() -> None:
    hits = (
        ItemHit(
            conversation_id=ConversationId("c"),
            title="secret title",
            branch_id=BranchId("b"),
            item_id=ItemId("i"),
            depth=1,
            kind="message",
            role=Role.PERSON,
            author=None,
            model=None,
            created_at=1,
            snippet=SECRET,
            shared_with=0,
            branch="secret name",
        ),
        TitleHit(ConversationId("c"), 1, SECRET),
        NoteHit(ConversationId("c"), "secret title", "n", None, 1, SECRET),
    )
    assert "secret" not in repr(hits)
