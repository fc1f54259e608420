from app.domain.errors import Fault
from app.domain.ids import BranchId, ItemId
from app.domain.item import Item, ItemState, Role, question_body, reply_body
from app.store import items
from app.store.driver import Connection
from tests.unit.store.writing import Writing, end_of


def stored(writing: Writing, branch: str = "a") -> list[Item]:
    path = writing.path(branch)
    return list(items.items_between(writing.connection, path, 1, path.length))


def test_an_item_comes_back_as_it_was_added(writing: Writing) -> None:
    writing.conversation("a")
    question = writing.question("a", "grüße \x00 👩‍👩‍👧", now=5)
    reply = writing.reply("a", "reply", now=6)
    assert question == Item(
        ItemId("grüße \x00 👩‍👩‍👧"),
        1,
        1,
        Role.PERSON,
        ItemState.COMPLETE,
        question_body("grüße \x00 👩‍👩‍👧"),
        created_at=5,
        ended_at=5,
    )
    assert (reply.depth, reply.state, reply.ended_at, reply.model) == (2, ItemState.STREAMING, None, "m")
    assert stored(writing) == [question, reply]


def test_a_body_is_kept_to_the_letter(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    body = '{ "type":"message" ,"content" :"x",  "unknown": [1.50, null] }\n'
    items.add_item(
        connection,
        end_of(connection, BranchId("a")),
        item_id=ItemId("x"),
        role=Role.MODEL,
        state=ItemState.COMPLETE,
        body=body,
        now=1,
    )
    assert [item.body for item in stored(writing)] == [body]


def test_adding_an_item_moves_its_conversation_forward_and_never_back(
    writing: Writing, connection: Connection
) -> None:
    def changed() -> list[tuple[str, int]]:
        return connection.execute("SELECT public_id, changed_at FROM conversation ORDER BY id").fetchall()

    writing.conversation("a", changed_at=10)
    writing.conversation("b", changed_at=10)
    writing.question("a", "a1", now=30)
    assert changed() == [("a", 30), ("b", 10)]
    writing.question("a", "a2", now=20)
    assert changed() == [("a", 30), ("b", 10)]


def test_only_replies_without_an_end_are_unfinished(writing: Writing, connection: Connection) -> None:
    for name in ("a", "b"):
        writing.conversation(name)
        writing.question(name, f"{name}1")
        for state in ItemState:
            writing.reply(name, f"{name} {state}", state)
    assert [item.id for item in items.unfinished_items(connection)] == ["a streaming", "b streaming"]


def test_a_reply_ends_once(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    reply = writing.reply("a", "reply")
    ended = reply._replace(
        state=ItemState.FAILED,
        body=reply_body("as far as it came", whole=False),
        ended_at=9,
        fault=Fault("RateLimited", "The service asks to wait."),
    )
    assert items.end_item(connection, ended)
    assert stored(writing) == [ended]
    again = ended._replace(state=ItemState.COMPLETE, body=reply_body("other", whole=True), fault=None)
    assert not items.end_item(connection, again)
    assert stored(writing) == [ended]


def test_what_was_never_begun_cannot_end(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    reply = writing.reply("a", "reply")
    assert not items.end_item(connection, reply._replace(id=ItemId("other"), state=ItemState.COMPLETE))
    assert stored(writing) == [reply]
