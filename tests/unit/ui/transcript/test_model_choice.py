"""Choosing another model for one answer."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import AppError, ProviderUnreachable
from app.domain.ids import ItemId
from app.domain.offered_model import OfferedModel
from app.domain.settings import ProviderSettings
from app.ui.errands import Errands
from app.ui.theme.theme import Theme
from app.ui.transcript.model_choice import ModelChoice
from tests.fixtures.waiting import until

ITEM = ItemId("reply")


class Services:
    """Has ProviderSetup's face, as far as a list of models needs it."""

    settings: ProviderSettings | None = ProviderSettings("http://localhost:1/v1", "small")
    trouble: AppError | None = None

    async def check(self, _settings: ProviderSettings, _key: None) -> tuple[OfferedModel, ...]:
        if self.trouble:
            raise self.trouble
        return (OfferedModel("large"), OfferedModel("Largest"))


@pytest.fixture
def services() -> Services:
    return Services()


@pytest.fixture
def choice(theme: Theme, services: Services, ground: QWidget) -> ModelChoice:
    return ModelChoice(theme, services, Errands(lambda error: pytest.fail(str(error))), ground)


def shown(choice: ModelChoice) -> list[str]:
    return [choice.models.item(row).text() for row in choice._rows_shown()]


async def test_what_the_service_offers_can_be_chosen(qtbot: QtBot, choice: ModelChoice) -> None:
    choice.open(ITEM, QPoint(10, 10))
    await until(lambda: shown(choice) == ["large", "Largest", "small"], "the list")
    qtbot.keyClicks(choice.name, "larg")
    assert shown(choice) == ["large", "Largest"]
    qtbot.keyClicks(choice.name, "est")
    with qtbot.waitSignal(choice.chosen) as chosen:
        qtbot.keyClick(choice.name, Qt.Key.Key_Return)
    assert chosen.args == [ITEM, "Largest"]
    assert choice.isHidden()


async def test_the_list_is_reached_by_key(qtbot: QtBot, choice: ModelChoice) -> None:
    choice.open(ITEM, QPoint(10, 10))
    await until(lambda: len(shown(choice)) == 3, "the list")
    qtbot.keyClick(choice.name, Qt.Key.Key_Down)
    with qtbot.waitSignal(choice.chosen) as chosen:
        qtbot.keyClick(choice.models, Qt.Key.Key_Return)
    assert chosen.args == [ITEM, "large"]


async def test_a_name_can_be_typed_where_the_service_does_not_answer(
    qtbot: QtBot, choice: ModelChoice, services: Services
) -> None:
    services.trouble = ProviderUnreachable("Nobody.")
    choice.open(ITEM, QPoint(10, 10))
    await until(lambda: shown(choice) == ["small"], "the list")
    qtbot.keyClicks(choice.name, "another")
    with qtbot.waitSignal(choice.chosen) as chosen:
        qtbot.keyClick(choice.name, Qt.Key.Key_Return)
    assert chosen.args == [ITEM, "another"]


async def test_escape_chooses_nothing(qtbot: QtBot, choice: ModelChoice, services: Services) -> None:
    services.settings = None
    choice.open(ITEM, QPoint(10_000, 10_000))
    assert choice.screen().availableGeometry().contains(choice.geometry())
    with qtbot.assertNotEmitted(choice.chosen):
        qtbot.keyClick(choice.name, Qt.Key.Key_Return)
        qtbot.keyClick(choice.name, Qt.Key.Key_Escape)
    assert choice.isHidden()
