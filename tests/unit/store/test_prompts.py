import pytest

from app.domain.errors import BugError, EmptyName, NameTaken
from app.domain.ids import PromptId
from app.domain.library import SavedPrompt
from app.store.driver import Connection
from app.store.prompts import keep_prompt, list_prompts, remove_prompt

ONE = SavedPrompt(PromptId("1"), "Übersetze", "Into English: ")
TWO = SavedPrompt(PromptId("2"), "proofread", "Read this.")


def test_prompts_are_listed_by_name_and_changed_under_their_id(connection: Connection) -> None:
    for prompt in (ONE, TWO):
        assert keep_prompt(connection, prompt, 1) == prompt
    assert list_prompts(connection) == [TWO, ONE]
    changed = SavedPrompt(ONE.id, "ÜBERSETZE", "Other")
    keep_prompt(connection, changed, 2)
    assert list_prompts(connection) == [TWO, changed]
    assert connection.execute(
        "SELECT created_at, changed_at FROM prompt WHERE name = 'ÜBERSETZE'"
    ).fetchone() == (1, 2)


def test_a_prompts_name_is_its_own(connection: Connection) -> None:
    for prompt in (ONE, TWO):
        keep_prompt(connection, prompt, 1)
    for id_ in (PromptId("3"), TWO.id):
        with pytest.raises(NameTaken):
            keep_prompt(connection, SavedPrompt(id_, "übersetze", ""), 2)
    with pytest.raises(EmptyName):
        keep_prompt(connection, SavedPrompt(ONE.id, "", ""), 2)
    assert list_prompts(connection) == [TWO, ONE]


def test_a_removed_prompt_is_gone(connection: Connection) -> None:
    keep_prompt(connection, ONE, 1)
    remove_prompt(connection, ONE.id)
    assert list_prompts(connection) == []
    with pytest.raises(BugError):
        remove_prompt(connection, ONE.id)
