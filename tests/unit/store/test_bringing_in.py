import random
from collections.abc import Sequence

import pytest

from app.domain.arrival import Arrival, last_items
from app.domain.conversation import Conversation, TitleSource
from app.domain.errors import BugError
from app.domain.ids import BranchId, ConversationId, ItemId
from app.domain.item import ItemState, Role, question_body, reply_body
from app.store import history, paths, words
from app.store.bringing_in import bring_in
from app.store.driver import Connection
from tests.unit.store.writing import Writing

A = ConversationId("a")
MOMENT = 1_000_000


def arrival(name: str, behind: str | None = None, created_at: int = MOMENT) -> Arrival:
    followed = ItemId(behind) if behind else None
    return Arrival(ItemId(name), followed, Role.PERSON, question_body(f"Text of {name}"), created_at)


def bring(connection: Connection, arrivals: Sequence[Arrival], name: str = "a") -> None:
    """Bring a conversation in. Each branch is called after its last item; the newest is shown."""
    tips = {BranchId(f"{name} {item}"): item for item in last_items(arrivals)}
    shown = list(tips)[-1] if tips else BranchId(name)
    conversation = Conversation(ConversationId(name), shown, "Title", TitleSource.IMPORT, 1, 9)
    bring_in(connection, conversation, arrivals, tips)


def numbers(connection: Connection) -> dict[str, int]:
    return dict(connection.execute("SELECT public_id, id FROM item"))


def test_a_conversation_comes_in_with_every_branch(connection: Connection, writing: Writing) -> None:
    bring(connection, (arrival("q"), arrival("a", "q"), arrival("q2", "a"), arrival("a again", "q")))
    assert writing.names("a q2") == ["q", "a", "q2"]
    assert writing.names("a a again") == ["q", "a again"]
    assert [item.id for item in history.page(connection, A, None, 10).items] == ["q", "a again"]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_an_item_comes_back_as_it_came_in(connection: Connection) -> None:
    body = reply_body("grüße 👩‍👩‍👧", whole=False)
    reply = Arrival(
        ItemId("r"), None, Role.MODEL, body, 5, 7, ItemState.STOPPED, "m", kind="reasoning", author="Ann"
    )
    bring(connection, (reply,))
    (item,) = history.page(connection, A, None, 10).items
    assert (item.body, item.created_at, item.ended_at, item.state) == (body, 5, 7, ItemState.STOPPED)
    assert (item.role, item.model, item.kind, item.author) == (Role.MODEL, "m", "reasoning", "Ann")


def test_numbers_follow_the_moments_and_not_the_order_of_coming(connection: Connection) -> None:
    late, early = arrival("late", None, 9 << 10), arrival("early", "late", 3 << 10)
    bring(connection, (late, early))
    assert numbers(connection) == {"late": 9, "early": 3}


def test_items_that_are_brought_in_and_added_have_numbers_of_one_kind(
    connection: Connection, writing: Writing
) -> None:
    writing.conversation("b")
    writing.question("b", "added", now=MOMENT)
    added = numbers(connection)["added"]
    bring(connection, (arrival("same"), arrival("a little later", "same", MOMENT + 1024)))
    assert numbers(connection) == {"added": added, "same": added + 1, "a little later": added + 2}


def test_a_number_that_is_taken_is_never_given_again(connection: Connection) -> None:
    dice = random.Random(7)  # noqa: S311 (moments, not a secret)
    for name in ("a", "b", "c"):
        moments = [dice.randrange(60) << 10 for _ in range(30)]
        bring(connection, [arrival(f"{name}{i}", None, now) for i, now in enumerate(moments)], name)
        assert len(numbers(connection)) == len(set(numbers(connection).values()))
    given = numbers(connection)
    assert min(given.values()) >= 1
    assert max(given.values()) <= 59 + len(given)


def test_many_that_bear_one_moment_are_numbered_without_a_look_at_all_of_them(connection: Connection) -> None:
    asked: list[str] = []
    for name in range(80):
        bring(connection, [arrival(f"{name} {item}", None, 7 << 10) for item in range(9)], str(name))
    connection.set_trace_callback(asked.append)
    bring(connection, [arrival("last", None, 7 << 10)], "last")
    assert numbers(connection)["last"] <= 7 + 9 * 80
    assert len(asked) < 60


def test_a_conversation_without_items_comes_in_empty(connection: Connection, writing: Writing) -> None:
    bring(connection, ())
    assert writing.names("a") == []


def test_what_grows_on_a_conversation_that_came_in_goes_on_behind_its_tip(
    connection: Connection, writing: Writing
) -> None:
    bring(connection, (arrival("q"), arrival("a", "q"), arrival("a again", "q")))
    writing.question("a a", "q2")
    assert writing.names("a a") == ["q", "a", "q2"]
    assert paths.tip_of(connection, BranchId("a a")).run == 1


def test_every_word_can_be_found_and_a_title_too(connection: Connection) -> None:
    bring(connection, (arrival("q"), arrival("walrus", "q"), arrival("other", "q")))
    found = connection.execute("SELECT rowid FROM item_words WHERE item_words MATCH 'walrus'").fetchall()
    assert found == [(numbers(connection)["walrus"],)]
    titles = connection.execute("SELECT rowid FROM title_words WHERE title_words MATCH 'title'").fetchall()
    assert titles == [(1,)]


def test_words_that_came_in_can_leave_again(connection: Connection) -> None:
    bring(connection, (arrival("walrus"), Arrival(ItemId("none"), None, Role.MODEL, "{}", 5)))
    assert words.is_whole(connection)
    for number in numbers(connection).values():
        words.forget_item(connection, number)
    assert not connection.execute("SELECT id FROM item_words_docsize").fetchall()


def test_a_reply_that_still_grows_stays_outside(connection: Connection) -> None:
    growing = Arrival(ItemId("r"), None, Role.MODEL, "{}", 5, state=ItemState.STREAMING)
    with pytest.raises(BugError):
        bring(connection, (growing,))
    assert numbers(connection) == {}
