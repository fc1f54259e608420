from secrets import token_hex

import pytest

from app.domain.errors import BugError, EmptyName, NameTaken, UndoOutdated
from app.domain.ids import PromptId, UndoId
from app.domain.library import SavedPrompt
from app.domain.undo import Act, Undo
from app.store import undo
from app.store.driver import Connection
from app.store.prompts import keep_prompt, list_prompts, remove_prompt

ONE = SavedPrompt(PromptId("1"), "Übersetze", "Into English: ")
TWO = SavedPrompt(PromptId("2"), "proofread", "Read this.")
U = UndoId("u")


def fresh() -> UndoId:
    return UndoId(token_hex())


def test_prompts_are_listed_by_name_and_changed_under_their_id(connection: Connection) -> None:
    for prompt in (ONE, TWO):
        assert keep_prompt(connection, prompt, fresh(), 1) == prompt
    assert list_prompts(connection) == [TWO, ONE]
    changed = SavedPrompt(ONE.id, "ÜBERSETZE", "Other")
    keep_prompt(connection, changed, fresh(), 2)
    assert list_prompts(connection) == [TWO, changed]
    assert connection.execute(
        "SELECT created_at, changed_at FROM prompt WHERE name = 'ÜBERSETZE'"
    ).fetchone() == (1, 2)


def test_a_prompts_name_is_its_own(connection: Connection) -> None:
    for prompt in (ONE, TWO):
        keep_prompt(connection, prompt, fresh(), 1)
    for id_ in (PromptId("3"), TWO.id):
        with pytest.raises(NameTaken):
            keep_prompt(connection, SavedPrompt(id_, "übersetze", ""), fresh(), 2)
    with pytest.raises(EmptyName):
        keep_prompt(connection, SavedPrompt(ONE.id, "", ""), fresh(), 2)
    assert list_prompts(connection) == [TWO, ONE]


def test_a_removed_prompt_is_gone(connection: Connection) -> None:
    keep_prompt(connection, ONE, fresh(), 1)
    remove_prompt(connection, ONE.id, fresh(), 3)
    assert list_prompts(connection) == []
    with pytest.raises(BugError):
        remove_prompt(connection, ONE.id, fresh(), 3)


def test_a_removed_prompt_can_be_had_back(connection: Connection) -> None:
    keep_prompt(connection, ONE, fresh(), 1)
    assert remove_prompt(connection, ONE.id, U, 2) == Undo(U, Act.DELETE_PROMPT)
    keep_prompt(connection, TWO, fresh(), 3)
    assert undo.play(connection, U, 9) == ()
    assert list_prompts(connection) == [TWO, ONE]


def test_a_changed_prompt_can_be_as_it_was(connection: Connection) -> None:
    keep_prompt(connection, ONE, U, 1)
    keep_prompt(connection, SavedPrompt(ONE.id, "Other", "Text"), v := UndoId("v"), 2)
    with pytest.raises(UndoOutdated):
        undo.play(connection, U, 9)
    undo.play(connection, v, 9)
    assert list_prompts(connection) == [ONE]
    assert connection.execute("SELECT created_at, changed_at FROM prompt").fetchall() == [(1, 1)]
    undo.play(connection, U, 9)
    assert list_prompts(connection) == []
