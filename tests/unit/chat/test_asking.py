from dataclasses import replace

import pytest

from app.chat.asking import Wish, asking_for
from app.chat.known_models import KnownModels
from app.domain.asking import Asking
from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.conversation_settings import ConversationSettings
from app.domain.ids import AssistantId, UndoId
from app.domain.library import Assistant
from app.domain.offered_model import OfferedModel
from app.domain.parameters import Parameters
from app.domain.settings import ProviderSettings
from app.store import conversation_settings
from app.store.archive import Archive
from app.store.assistants import keep_assistant
from app.store.general_policy import write_general_policy
from tests.unit.store.writing import ONE, begin

GENERAL = ProviderSettings("http://127.0.0.1:1/v1", "usual", 1_000)
ADA = Assistant(AssistantId("ada"), "Ada", "Be brief.", "small", {"temperature": 0.5, "seed": 7})
EVE = Assistant(AssistantId("eve"), "Eve", "Be kind.")


@pytest.fixture(autouse=True)
async def conversation(archive: Archive) -> None:
    await begin(archive)
    for assistant in (ADA, EVE):
        await archive.write(keep_assistant, assistant, UndoId(assistant.id), 1)


async def shaped(archive: Archive, own: ConversationSettings, wish: Wish) -> Asking:
    await archive.write(conversation_settings.write_settings, ONE, own, 9)
    asking, _ = await asking_for(archive, archive, KnownModels(archive), ONE, GENERAL, wish)
    return asking


async def test_without_a_wish_all_is_as_usual(archive: Archive) -> None:
    assert await shaped(archive, ConversationSettings(), Wish()) == Asking("usual", 1_000)


async def test_an_assistant_brings_its_instructions_model_and_parameters(archive: Archive) -> None:
    assert await shaped(archive, ConversationSettings(assistant=ADA.id), Wish()) == Asking(
        "small", 1_000, "Be brief.", Parameters(temperature=0.5, seed=7), author="Ada"
    )


async def test_what_is_set_for_the_conversation_stands_before_its_assistant(archive: Archive) -> None:
    own = ConversationSettings(
        assistant=ADA.id, model="large", instructions="Be long.", parameters=Parameters(seed=1)
    )
    asking = await shaped(archive, own, Wish())
    assert (asking.model, asking.instructions) == ("large", "Be long.")
    assert asking.parameters == Parameters(temperature=0.5, seed=1)


async def test_who_is_spoken_to_answers_as_themselves(archive: Archive) -> None:
    own = ConversationSettings(assistant=ADA.id, model="large", instructions="Be long.")
    asking = await shaped(archive, own, Wish("@Eve why?"))
    assert asking == Asking("usual", 1_000, "Be kind.", author="Eve")


async def test_a_wish_stands_before_everything(archive: Archive) -> None:
    asking = await shaped(archive, ConversationSettings(model="large"), Wish(model="other", may_exceed=True))
    assert asking == replace(Asking("other", 1_000), may_exceed=True)


async def test_an_assistant_that_is_gone_changes_nothing(archive: Archive) -> None:
    own = ConversationSettings(assistant=AssistantId("gone"))
    assert await shaped(archive, own, Wish()) == Asking("usual", 1_000)


async def test_only_what_the_model_takes_is_asked_of_it(archive: Archive) -> None:
    own = ConversationSettings(model="gpt-6-astra", parameters=Parameters(temperature=0.5, verbosity="low"))
    asking = await shaped(archive, own, Wish())
    assert asking.parameters == Parameters(verbosity="low")


async def test_no_more_is_sent_than_the_model_reads(archive: Archive) -> None:
    general = replace(GENERAL, context_tokens=10_000_000)
    asking, known = await asking_for(
        archive, archive, KnownModels(archive), ONE, general, Wish(model="gpt-6-astra")
    )
    assert asking.budget < known.window < 1_000_000


async def test_without_a_limit_as_much_is_sent_as_the_model_reads(archive: Archive) -> None:
    models = KnownModels(archive)
    await models.note_listed(GENERAL.origin, [OfferedModel("usual", "", 32_000)])
    general = replace(GENERAL, context_tokens=None)
    asking, known = await asking_for(archive, archive, models, ONE, general, Wish())
    assert asking.budget == known.budget(asking.parameters) == 28_000


async def test_of_a_model_that_nobody_knows_little_is_assumed(archive: Archive) -> None:
    general = replace(GENERAL, context_tokens=None)
    asking, known = await asking_for(archive, archive, KnownModels(archive), ONE, general, Wish())
    assert known.is_guess
    assert asking.budget < 8_192


async def test_a_conversation_without_a_policy_of_its_own_is_trimmed_as_all_are(archive: Archive) -> None:
    everything, newest = ContextPolicy(PolicyKind.EVERYTHING), ContextPolicy(PolicyKind.NEWEST_ITEMS, 4)
    await archive.write(write_general_policy, everything)
    assert (await shaped(archive, ConversationSettings(), Wish())).policy == everything
    assert (await shaped(archive, ConversationSettings(), Wish("@Eve why?"))).policy == everything
    assert (await shaped(archive, ConversationSettings(policy=newest), Wish())).policy == newest
