from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.conversation_settings import ConversationSettings
from app.store import marks
from app.store.conversation_settings import read_settings, write_settings
from app.store.driver import Connection
from tests.unit.store.writing import Writing

SET = ConversationSettings(model="m", instructions="Be brief.", policy=ContextPolicy(PolicyKind.EVERYTHING))


def test_until_something_is_set_all_is_as_usual(writing: Writing, connection: Connection) -> None:
    assert read_settings(connection, writing.conversation("a")) == ConversationSettings()


def test_what_is_set_for_one_conversation_holds_for_no_other(
    writing: Writing, connection: Connection
) -> None:
    one, other = writing.conversation("a"), writing.conversation("b")
    write_settings(connection, one, SET, 9)
    assert read_settings(connection, one) == SET
    assert read_settings(connection, other) == ConversationSettings()


def test_what_is_unset_is_gone_and_what_a_later_version_has_set_stays(
    writing: Writing, connection: Connection
) -> None:
    conversation = writing.conversation("a")
    marks.set_settings(connection, conversation, {"mood": "calm"} | SET.to_mapping())
    write_settings(connection, conversation, ConversationSettings(model="n"), 9)
    assert marks.settings(connection, conversation) == {"mood": "calm", "model": "n"}
