import json

import pytest

from app.credentials.os_keyring import OsKeyring
from app.domain.ids import ConversationId
from app.domain.item import ItemState
from app.store.driver import Connection
from app.system.profile import Profile
from tests.unit.store.writing import ONE, Writing
from tests.unit.verbs.conftest import Ask, write_into

MANY = 230


@pytest.fixture
def long(kept: Profile, keyring: OsKeyring) -> ConversationId:
    """A conversation of more than two pages, whose last reply was cut short by a crash."""

    def fill(connection: Connection) -> None:
        writing = Writing(connection)
        writing.conversation("long")
        for number in range(MANY):
            writing.question("long", f"Question {number}", now=number + 1)
        writing.reply("long", "The end")

    write_into(kept, keyring, fill)
    return ConversationId("long")


def test_a_conversation_reads_well(ask: Ask) -> None:
    assert ask("show", ONE) == (
        0,
        "A question\n1970-01-01 00:00  one\n\nYou, 1970-01-01 00:00\nA question\n",
    )


def test_a_long_one_comes_whole_and_in_order(ask: Ask, long: ConversationId) -> None:
    code, said = ask("show", long, "--json")
    told = json.loads(said)
    assert (code, told["conversation"], told["title"]) == (0, "long", "Title of long")
    assert [each["text"] for each in told["messages"][:-1]] == [
        f"Question {number}" for number in range(MANY)
    ]
    assert told["messages"][-1]["state"] == ItemState.INTERRUPTED


def test_a_reply_that_is_not_whole_says_so(ask: Ask, long: ConversationId) -> None:
    assert "m, 1970-01-01 00:00, interrupted: Sotto ended before the reply did.\n" in ask("show", long)[1]


def test_an_unknown_one_is_told(ask: Ask) -> None:
    code, said = ask("show", "two")
    assert code == 2
    assert said == "sotto: No conversation has an id that begins so. `sotto list` tells all of them.\n"
