from app.domain.branch import Range
from app.domain.ids import RequestId
from app.domain.item import Item
from app.domain.ledger import Ledger, LeftOut, Reason, Span
from app.domain.usage import Usage
from app.store.driver import Connection
from app.store.requests import begin_request, end_request, newest_ledger, usages_between
from tests.unit.store.writing import Writing


def ledger(cut: int) -> Ledger:
    return Ledger("m", cut, (Span(1, cut, 9),), (LeftOut(Range(1, 1, 2), Reason.OVER_BUDGET),), 7, 100)


def ask(connection: Connection, reply: Item, cut: int, usage: Usage | None = None, part: str = "") -> None:
    begin_request(connection, RequestId(f"{reply.id}{part}"), reply.id, ledger(cut), 1)
    end_request(connection, reply.id, usage, 2)


def forked(writing: Writing) -> None:
    """a1 to a4 in branch a; b3 and b4 behind a2 in branch b. a2 has cut 12, a4 cut 14, b4 cut 24."""
    writing.conversation("a")
    writing.question("a", "a1")
    replies = [writing.reply("a", "a2")]
    writing.question("a", "a3")
    replies.append(writing.reply("a", "a4"))
    writing.fork("a", "b", writing.path("a").tip_at(2))
    writing.question("b", "b3")
    replies.append(writing.reply("b", "b4"))
    for reply, cut in zip(replies, (12, 14, 24), strict=True):
        ask(writing.connection, reply, cut, Usage(cut, 1))


def test_where_nothing_was_asked_there_is_no_ledger(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    assert newest_ledger(connection, reversed(writing.path("a").ranges)) is None
    writing.question("a", "a1")
    assert newest_ledger(connection, reversed(writing.path("a").ranges)) is None


def test_the_newest_ledger_along_the_path_is_found(writing: Writing, connection: Connection) -> None:
    forked(writing)
    assert newest_ledger(connection, reversed(writing.path("a").ranges)) == ledger(14)
    assert newest_ledger(connection, reversed(writing.path("b").ranges)) == ledger(24)


def test_a_fork_goes_on_from_the_ledger_that_it_shares(writing: Writing, connection: Connection) -> None:
    forked(writing)
    for depth, cut in ((4, 14), (3, 12), (2, 12)):
        writing.fork("a", f"c{depth}", writing.path("a").tip_at(depth))
        writing.question(f"c{depth}", f"c{depth + 1}")
        assert newest_ledger(connection, reversed(writing.path(f"c{depth}").ranges)) == ledger(cut)
    writing.fork("a", "c1", writing.path("a").tip_at(1))
    assert newest_ledger(connection, reversed(writing.path("c1").ranges)) is None


def test_the_last_of_a_replys_requests_counts(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    reply = writing.reply("a", "a1")
    ask(connection, reply, 1, part="first")
    ask(connection, reply, 5, part="second")
    assert newest_ledger(connection, reversed(writing.path("a").ranges)) == ledger(5)


def test_the_end_and_the_cost_are_noted_at_the_last_request(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    reply = writing.reply("a", "a1")
    begin_request(connection, RequestId("first"), reply.id, ledger(1), 1)
    begin_request(connection, RequestId("second"), reply.id, ledger(1), 2)
    end_request(connection, reply.id, Usage(30, 40), 9)
    found = connection.execute(
        "SELECT public_id, started_at, ended_at, input_tokens, output_tokens FROM request ORDER BY id"
    ).fetchall()
    assert found == [("first", 1, None, None, None), ("second", 2, 9, 30, 40)]


def test_a_reply_costs_what_all_its_requests_cost(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    reply, unknown = writing.reply("a", "a1"), writing.reply("a", "a2")
    for part, usage in (("first", Usage(10, 1)), ("second", Usage(20, 2)), ("cut short", None)):
        ask(connection, reply, 1, usage, part)
    ask(connection, unknown, 1)
    assert usages_between(connection, writing.path("a"), 1, 2) == {reply.id: Usage(30, 3)}


def test_costs_are_those_of_the_page_and_of_the_branch(writing: Writing, connection: Connection) -> None:
    forked(writing)

    def costs(branch: str, first: int, last: int) -> dict[str, int]:
        found = usages_between(connection, writing.path(branch), first, last)
        return {str(item): usage.input_tokens for item, usage in found.items()}

    assert costs("a", 1, 4) == {"a2": 12, "a4": 14}
    assert costs("b", 1, 4) == {"a2": 12, "b4": 24}
    assert costs("b", 3, 4) == {"b4": 24}
    assert costs("b", 3, 3) == {}
