from app.chat.known_models import KnownModels
from app.domain.model_facts import ModelFacts
from app.domain.offered_model import OfferedModel
from app.store.archive import Archive

HERE, THERE = "http://127.0.0.1:1", "http://127.0.0.1:2"


async def test_the_table_the_server_and_the_person_are_joined(archive: Archive) -> None:
    models = KnownModels(archive)
    await models.note_listed(HERE, [OfferedModel("gpt-4o", "", 64_000)])
    assert (await models.known("gpt-4o", HERE)).window == 64_000
    assert (await models.known("gpt-4o", THERE)).window == 128_000
    await models.choose("gpt-4o", ModelFacts(window=32_000))
    assert (await models.known("gpt-4o", HERE)).window == 32_000
    assert (await models.known("gpt-4o", HERE)).facts.tokenizer == "o200k_base"


async def test_what_a_person_chose_holds_for_that_model_until_it_is_forgotten(archive: Archive) -> None:
    models = KnownModels(archive)
    await models.choose("mine", ModelFacts(window=4_096))
    assert (await models.known("mine", HERE)).window == 4_096
    assert (await models.known("other", HERE)).is_guess
    await models.choose("mine", None)
    assert (await models.known("mine", HERE)).is_guess


async def test_what_a_refusal_has_taught_stands_before_the_table_alone(archive: Archive) -> None:
    models = KnownModels(archive)
    await models.learn_window("gpt-4o", 8_000)
    assert (await models.known("gpt-4o", HERE)).window == 8_000
    assert (await models.known("gpt-4o", HERE)).facts.output == 16_384
    await models.note_listed(THERE, [OfferedModel("gpt-4o", "", 64_000)])
    assert (await models.known("gpt-4o", THERE)).window == 64_000
    await models.choose("gpt-4o", None)
    assert (await models.known("gpt-4o", HERE)).window == 128_000


async def test_what_a_service_has_listed_is_known_after_a_restart(archive: Archive) -> None:
    await KnownModels(archive).note_listed(HERE, [OfferedModel("mine", "", 2_048), OfferedModel("silent")])
    known = KnownModels(archive)
    assert (await known.known("mine", HERE)).window == 2_048
    assert (await known.known("silent", HERE)).is_guess


async def test_what_a_person_chose_is_listed_by_model(archive: Archive) -> None:
    models = KnownModels(archive)
    assert await models.chosen() == {}
    for name in ("b/small:7b", "a"):
        await models.choose(name, ModelFacts(window=32_000))
    assert await models.chosen() == {each: ModelFacts(window=32_000) for each in ("a", "b/small:7b")}
    await models.choose("a", None)
    assert list(await models.chosen()) == ["b/small:7b"]
