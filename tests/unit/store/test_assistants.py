from secrets import token_hex

import pytest

from app.domain.errors import BugError, NameTaken
from app.domain.ids import AssistantId, UndoId
from app.domain.library import Assistant
from app.domain.undo import Act, Undo
from app.store import undo
from app.store.assistants import keep_assistant, list_assistants, remove_assistant
from app.store.driver import Connection

PLAIN = Assistant(AssistantId("1"), "Plain", "Be plain.")
RICH = Assistant(AssistantId("2"), "Critic", "Find faults.", "m", {"temperature": 1.0, "seed": 1})
U = UndoId("u")


def fresh() -> UndoId:
    return UndoId(token_hex())


def test_assistants_are_listed_by_name_and_changed_under_their_id(connection: Connection) -> None:
    for assistant in (PLAIN, RICH):
        assert keep_assistant(connection, assistant, fresh(), 1) == assistant
    assert list_assistants(connection) == [RICH, PLAIN]
    changed = Assistant(RICH.id, "zealous critic", "", None, {})
    keep_assistant(connection, changed, fresh(), 2)
    assert list_assistants(connection) == [PLAIN, changed]


def test_parameters_keep_their_order_and_kinds_of_number(connection: Connection) -> None:
    keep_assistant(connection, RICH, fresh(), 1)
    (kept,) = list_assistants(connection)
    assert str(dict(kept.parameters)) == "{'temperature': 1.0, 'seed': 1}"


def test_an_assistants_name_is_its_own(connection: Connection) -> None:
    keep_assistant(connection, PLAIN, fresh(), 1)
    with pytest.raises(NameTaken):
        keep_assistant(connection, Assistant(RICH.id, "PLAIN", ""), fresh(), 1)


def test_a_removed_assistant_is_gone(connection: Connection) -> None:
    keep_assistant(connection, PLAIN, fresh(), 1)
    remove_assistant(connection, PLAIN.id, fresh(), 3)
    assert list_assistants(connection) == []
    with pytest.raises(BugError):
        remove_assistant(connection, PLAIN.id, fresh(), 3)


def test_a_removed_assistant_can_be_had_back(connection: Connection) -> None:
    keep_assistant(connection, RICH, fresh(), 1)
    assert remove_assistant(connection, RICH.id, U, 2) == Undo(U, Act.DELETE_ASSISTANT)
    keep_assistant(connection, PLAIN, fresh(), 3)
    undo.play(connection, U, 9)
    assert list_assistants(connection) == [RICH, PLAIN]


def test_a_changed_assistant_can_be_as_it_was(connection: Connection) -> None:
    keep_assistant(connection, RICH, fresh(), 1)
    keep_assistant(connection, Assistant(RICH.id, "Other", "Be other.", None, {}), U, 2)
    undo.play(connection, U, 9)
    (kept,) = list_assistants(connection)
    assert kept == RICH
    assert str(dict(kept.parameters)) == "{'temperature': 1.0, 'seed': 1}"
