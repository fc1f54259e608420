import json

from app.credentials.os_keyring import OsKeyring
from app.domain.ids import ConversationId, FolderId, UndoId
from app.store import folders, marks, tags
from app.store.driver import Connection
from app.system.profile import Profile
from tests.unit.store.writing import Writing
from tests.unit.verbs.conftest import Ask, write_into


def test_conversations_are_listed_for_a_person_and_for_a_program(ask: Ask) -> None:
    assert ask("list") == (0, "1970-01-01  one  A question\n")
    code, said = ask("list", "--json")
    assert (code, [each["title"] for each in json.loads(said)]) == (0, ["A question"])
    assert ask("list", "--trash") == (0, "There are no conversations.\n")


def test_a_place_is_listed_and_no_more_than_asked_for(ask: Ask, kept: Profile, keyring: OsKeyring) -> None:
    def fill(connection: Connection) -> None:
        writing = Writing(connection)
        for name in ("two", "three"):
            writing.conversation(name)
        folders.add_folder(connection, FolderId("f"), "Glazes", 1)
        folders.move(connection, [ConversationId("two")], FolderId("f"), UndoId("u"), 1)
        tags.add_tag(connection, [ConversationId("three")], "kiln", 9)
        marks.archive(connection, [ConversationId("one")], 5, UndoId("v"), 1)

    write_into(kept, keyring, fill)

    def ids(*more: str) -> list[str]:
        return [each["id"] for each in json.loads(ask("list", "--json", *more)[1])]

    assert ids("--folder", "glazes") == ["two"]
    assert ids("--tag", "Kiln") == ["three"]
    assert ids("--archived") == ["one"]
    assert len(ids()) == 3
    assert len(ids("--limit", "2")) == 2
    assert ask("list", "--folder", "None") == (2, "sotto: There is no folder of that name.\n")
    (two,) = json.loads(ask("list", "--json", "--folder", "Glazes")[1])
    assert (two["folder"], two["tags"], two["is_archived"], two["branches"]) == ("Glazes", [], False, 1)
