import json

from app.domain.compaction import CompactionRule
from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.conversation_settings import ConversationSettings
from app.domain.ids import AssistantId
from app.domain.parameters import Parameters

SET = ConversationSettings(
    "m",
    AssistantId("a"),
    "Be brief.",
    Parameters(temperature=0.5),
    ContextPolicy(PolicyKind.EVERYTHING),
    CompactionRule(at_tokens=9_000),
)


def test_only_what_is_set_is_kept() -> None:
    assert ConversationSettings().to_mapping() == {}
    assert ConversationSettings(model="m").to_mapping() == {"model": "m"}


def test_settings_survive_being_written_down() -> None:
    for settings in (SET, ConversationSettings(), ConversationSettings(instructions="")):
        kept = json.loads(json.dumps(settings.to_mapping()))
        assert ConversationSettings.from_mapping(kept) == settings


def test_names_of_a_later_version_are_passed_over() -> None:
    assert ConversationSettings.from_mapping({"model": "m", "mood": "calm"}) == ConversationSettings(
        model="m"
    )


def test_no_log_can_hold_the_instructions() -> None:
    assert "Be brief." not in repr(SET)


def test_instructions_of_before_are_had_again_the_latest_first() -> None:
    settings = ConversationSettings()
    for text in ("One", "Two", "Two", "Three", "One", None):
        settings = settings.instructed(text)
    assert (settings.instructions, settings.earlier) == (None, ("One", "Three", "Two"))
    assert ConversationSettings.from_mapping(settings.to_mapping()) == settings
    for number in range(30):
        settings = settings.instructed(str(number))
    assert len(settings.earlier) == 20
