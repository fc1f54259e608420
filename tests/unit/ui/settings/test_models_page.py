"""What is known of the models."""

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import ProviderUnreachable
from app.domain.model_facts import ModelFacts, Price, Sampling
from app.domain.parameters import Parameters
from app.ui.settings.models_page import ModelsPage
from app.ui.theme.theme import Theme
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until
from tests.unit.ui.settings.conftest import Show


@pytest.fixture
async def page(theme: Theme, controller: ScriptedController, show: Show) -> ModelsPage:
    made = show(ModelsPage(theme, controller.models, controller.service_care))
    await until(lambda: made.rows.count() == 1, "the model")
    return made


def texts(page: ModelsPage) -> list[str]:
    return [page.rows.item(row).text() for row in range(page.rows.count())]


async def test_a_persons_own_facts_stand_before_what_is_known_until_they_are_removed(
    qtbot: QtBot, page: ModelsPage, controller: ScriptedController
) -> None:
    assert texts(page) == ["gpt-5  ·  272 000 tokens"]
    page.rows.itemActivated.emit(page.rows.item(0))
    await until(lambda: "272 000 tokens are in force" in page.window_field.line.text(), "what is known")
    qtbot.keyClicks(page.window_tokens, "64000")
    qtbot.keyClicks(page.input_price, "1.25")
    qtbot.keyClicks(page.output_price, "10")
    page.save_button.click()
    await until(lambda: texts(page) == ["gpt-5  ·  64 000 tokens, yours"], "the change")
    assert controller.models.own == {"gpt-5": ModelFacts(window=64_000, price=Price(1.25, 10))}
    page.rows.itemActivated.emit(page.rows.item(0))
    assert page.input_price.text() == "1.25"
    page.remove_button.click()
    await until(lambda: texts(page) == ["gpt-5  ·  272 000 tokens"], "what is known")
    await until(page.save_button.isEnabled, "the form to be of use again")


async def test_a_model_that_nobody_knows_can_be_added(
    qtbot: QtBot, page: ModelsPage, controller: ScriptedController
) -> None:
    page.add_button.click()
    page.save_button.click()
    assert "Enter the name" in page.name_field.line.text()
    qtbot.keyClicks(page.name, "mine:7b")
    qtbot.keyClicks(page.window_tokens, "4096")
    page.save_button.click()
    await until(lambda: page.rows.count() == 2, "the model")
    assert controller.models.own == {"mine:7b": ModelFacts(window=4096)}


async def test_the_service_can_be_asked_for_its_models(
    page: ModelsPage, controller: ScriptedController
) -> None:
    controller.service_care.models = ("gpt-5", "gpt-4o", "nobody-knows")
    page.list_button.click()
    await until(lambda: page.rows.count() == 3, "the list")
    assert page.listed_line.text() == "The service lists 3 models."
    assert "nobody-knows  ·  window assumed" in texts(page)


async def test_a_service_that_does_not_answer_is_told_of(
    page: ModelsPage, controller: ScriptedController
) -> None:
    controller.service_care.trouble = ProviderUnreachable("Nothing answers there.")
    page.list_button.click()
    await until(lambda: "Nothing answers there" in page.listed_line.text(), "words")
    assert page.list_button.isEnabled()


async def test_what_a_model_takes_can_be_told(page: ModelsPage, controller: ScriptedController) -> None:
    page.rows.itemActivated.emit(page.rows.item(0))
    assert page.sampling.accessibleName() == "As far as is known"
    page.sampling.chosen.emit(Sampling.ALWAYS)
    page.efforts.chosen.emit(())
    page.verbosity.chosen.emit(False)
    page.save_button.click()
    told = ModelFacts(efforts=(), sampling=Sampling.ALWAYS, verbosity=False)
    await until(lambda: controller.models.own == {"gpt-5": told}, "the facts")
    known = await controller.models.known("gpt-5", "")
    wanted = Parameters(temperature=0.5, effort="low", verbosity="low")
    assert known.accepted(wanted) == Parameters(temperature=0.5)


async def test_words_for_effort_that_are_not_the_usual_ones_stay(
    page: ModelsPage, controller: ScriptedController
) -> None:
    own = ModelFacts(efforts=("little", "much"))
    controller.models.own["gpt-5"] = own
    await page.load_rows()
    page.rows.itemActivated.emit(page.rows.item(0))
    assert page.efforts.accessibleName() == "little, much"
    page.save_button.click()
    await until(page.overview.isVisible, "the list")
    assert controller.models.own == {"gpt-5": own}
