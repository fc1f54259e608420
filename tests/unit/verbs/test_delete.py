import json

import pytest

from app.credentials.os_keyring import OsKeyring
from app.store.driver import Connection
from app.system.profile import Profile
from tests.unit.store.writing import ONE, Writing
from tests.unit.verbs.conftest import Ask, write_into


@pytest.fixture
def two(kept: Profile, keyring: OsKeyring) -> str:
    def fill(connection: Connection) -> None:
        writing = Writing(connection)
        writing.conversation("two")
        writing.question("two", "A quokka", now=2)

    write_into(kept, keyring, fill)
    return "two"


def listed(ask: Ask, *more: str) -> list[str]:
    return [each["id"] for each in json.loads(ask("list", "--json", *more)[1])]


def test_what_is_deleted_comes_back(ask: Ask, two: str) -> None:
    assert ask("delete", ONE, two, ONE) == (0, "In the trash: A question\nIn the trash: Title of two\n")
    assert (listed(ask), set(listed(ask, "--trash"))) == ([], {ONE, two})
    assert ask("undelete", two, "--json") == (0, '[\n {\n  "id": "two",\n  "title": "Title of two"\n }\n]\n')
    assert (listed(ask), listed(ask, "--trash")) == ([two], [ONE])


def test_where_one_is_not_to_be_found_nothing_is_done(ask: Ask, two: str) -> None:
    assert ask("delete", two, "nine")[0] == 2
    assert set(listed(ask)) == {ONE, two}
    ask("delete", two)
    code, said = ask("undelete", two, ONE)
    assert code == 2
    assert said.startswith("sotto: Not all of these are in the trash.")
    assert listed(ask, "--trash") == [two]


def test_nothing_is_said_where_that_is_wanted(ask: Ask, two: str) -> None:
    assert ask("delete", two, "--quiet") == (0, "")
    assert ask("undelete", two, "--quiet") == (0, "")


def test_for_good_is_for_good(ask: Ask, two: str) -> None:
    assert ask("search", "quokka", "--quiet")[0] == 0
    assert ask("delete", two, "--for-good", "--yes") == (0, "Deleted for good: Title of two\n")
    assert (listed(ask), listed(ask, "--trash")) == ([ONE], [])
    assert ask("search", "quokka", "--quiet")[0] == 7
    assert ask("undelete", two)[0] == 2


def test_what_another_conversation_holds_stays_and_is_told(ask: Ask) -> None:
    made = ask("branch", ONE)[1].strip()
    code, said = ask("delete", ONE, "--for-good", "--yes")
    assert code == 0
    assert said.splitlines()[-1] == "Messages that stay, because other conversations hold them: 1."
    assert "A question\n" in ask("show", made)[1]
