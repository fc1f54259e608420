from app.store import conversations, title_list
from app.store.driver import Connection
from tests.unit.store.query_plans import plans
from tests.unit.store.writing import Writing


def test_titles_come_folded_and_in_the_order_of_their_change(
    writing: Writing, connection: Connection
) -> None:
    for name, changed_at in (("Ökologie", 3), ("old  one", 1), ("Gone", 2)):
        writing.conversation(name, changed_at=changed_at)
        conversations.rename(connection, conversations.ConversationId(name), name, 9)
    conversations.trash(connection, conversations.ConversationId("Gone"), now=4)
    known = title_list.all_titles(connection)
    assert known.titles == [" old one", " okologie"]
    found = conversations.numbered(connection, known.numbers)
    assert [each.id for each in found.values()] == ["old  one", "Ökologie"]
    assert "okologie" not in repr(known)


def test_they_are_read_in_order_without_sorting(connection: Connection) -> None:
    (plan,) = plans(connection, lambda: title_list.all_titles(connection)).values()
    assert "conversation_by_change" in plan
    assert "TEMP B-TREE" not in plan
