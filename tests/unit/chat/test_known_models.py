from app.chat.known_models import KnownModels
from app.domain.model_facts import ModelFacts
from app.store.archive import Archive


async def test_the_table_the_server_and_the_person_are_joined(archive: Archive) -> None:
    models = KnownModels(archive)
    assert (await models.known("gpt-4o")).window == 128_000
    assert (await models.known("gpt-4o", ModelFacts(window=64_000))).window == 64_000
    await models.choose("gpt-4o", ModelFacts(window=32_000))
    assert (await models.known("gpt-4o", ModelFacts(window=64_000))).window == 32_000
    assert (await models.known("gpt-4o")).facts.tokenizer == "o200k_base"


async def test_what_a_person_chose_holds_for_that_model_until_it_is_forgotten(archive: Archive) -> None:
    models = KnownModels(archive)
    await models.choose("mine", ModelFacts(window=4_096))
    assert (await models.known("mine")).window == 4_096
    assert (await models.known("other")).is_guess
    await models.choose("mine", None)
    assert (await models.known("mine")).is_guess


async def test_what_a_refusal_has_taught_stands_before_the_table_alone(archive: Archive) -> None:
    models = KnownModels(archive)
    await models.learn_window("gpt-4o", 8_000)
    assert (await models.known("gpt-4o")).window == 8_000
    assert (await models.known("gpt-4o")).facts.output == 16_384
    assert (await models.known("gpt-4o", ModelFacts(window=64_000))).window == 64_000
    await models.choose("gpt-4o", None)
    assert (await models.known("gpt-4o")).window == 128_000
