from app.domain.branch import Path, Range
from app.domain.ids import ConversationId, RequestId
from app.domain.item import ItemState
from app.store.driver import Connection
from app.store.history import page, shown_path
from app.store.requests import begin_request
from tests.unit.store.writing import LEDGER, Writing

A = ConversationId("a")


def test_a_page_is_of_the_branch_that_is_shown(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    for name in ("a1", "a2"):
        writing.question("a", name)
    writing.fork("a", "b", writing.path("a").tip_at(1))
    writing.question("b", "b2")
    writing.show("a", "b")
    shown = page(connection, A, None, 10)
    assert ([item.id for item in shown.items], shown.length) == (["a1", "b2"], 2)


def test_the_newest_ledger_along_the_path_comes_with_it(writing: Writing, connection: Connection) -> None:
    writing.conversation("a")
    assert shown_path(connection, A) == (Path(()), None)
    writing.question("a", "a1")
    reply = writing.reply("a", "a2", ItemState.COMPLETE)
    begin_request(connection, RequestId("r"), reply.id, LEDGER, 1)
    assert shown_path(connection, A) == (Path((Range(1, 1, 2),)), LEDGER)
    assert page(connection, A, None, 10).ledger == LEDGER
