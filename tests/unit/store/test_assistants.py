import pytest

from app.domain.errors import BugError, NameTaken
from app.domain.ids import AssistantId
from app.domain.library import Assistant
from app.store.assistants import keep_assistant, list_assistants, remove_assistant
from app.store.driver import Connection

PLAIN = Assistant(AssistantId("1"), "Plain", "Be plain.")
RICH = Assistant(AssistantId("2"), "Critic", "Find faults.", "m", {"temperature": 1.0, "seed": 1})


def test_assistants_are_listed_by_name_and_changed_under_their_id(connection: Connection) -> None:
    for assistant in (PLAIN, RICH):
        assert keep_assistant(connection, assistant, 1) == assistant
    assert list_assistants(connection) == [RICH, PLAIN]
    changed = Assistant(RICH.id, "zealous critic", "", None, {})
    keep_assistant(connection, changed, 2)
    assert list_assistants(connection) == [PLAIN, changed]


def test_parameters_keep_their_order_and_kinds_of_number(connection: Connection) -> None:
    keep_assistant(connection, RICH, 1)
    (kept,) = list_assistants(connection)
    assert str(dict(kept.parameters)) == "{'temperature': 1.0, 'seed': 1}"


def test_an_assistants_name_is_its_own(connection: Connection) -> None:
    keep_assistant(connection, PLAIN, 1)
    with pytest.raises(NameTaken):
        keep_assistant(connection, Assistant(RICH.id, "PLAIN", ""), 1)


def test_a_removed_assistant_is_gone(connection: Connection) -> None:
    keep_assistant(connection, PLAIN, 1)
    remove_assistant(connection, PLAIN.id)
    assert list_assistants(connection) == []
    with pytest.raises(BugError):
        remove_assistant(connection, PLAIN.id)
