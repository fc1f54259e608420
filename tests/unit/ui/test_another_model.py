"""Choosing another model for one answer."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import ProviderUnreachable
from app.domain.ids import ItemId
from app.domain.offered_model import OfferedModel
from app.domain.settings import ProviderSettings
from app.ui.another_model import AnotherModel
from app.ui.errands import Errands
from app.ui.theme.theme import Theme
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until

ITEM = ItemId("reply")


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def another(theme: Theme, controller: ScriptedController, ground: QWidget) -> AnotherModel:
    controller.provider = ProviderSettings("http://localhost:1/v1", "small")
    controller.offering.offered = (OfferedModel("large"), OfferedModel("Largest"))
    return AnotherModel(theme, controller, Errands(lambda error: pytest.fail(str(error))), ground)


def shown(another: AnotherModel) -> list[str]:
    return another.choice.list.names


async def test_what_the_service_offers_can_be_chosen(qtbot: QtBot, another: AnotherModel) -> None:
    another.open(ITEM, QPoint(10, 10))
    await until(lambda: shown(another) == ["small", "large", "Largest"], "the list")
    search = another.choice.search
    qtbot.keyClicks(search, "largest")
    with qtbot.waitSignal(another.chosen) as chosen:
        qtbot.keyClick(search, Qt.Key.Key_Return)
    assert chosen.args == [ITEM, "Largest"]
    assert another.choice.isHidden()


async def test_a_name_can_be_typed_where_the_service_does_not_answer(
    qtbot: QtBot, another: AnotherModel, controller: ScriptedController
) -> None:
    controller.offering.trouble = ProviderUnreachable("Nobody.")
    another.open(ITEM, QPoint(10, 10))
    await until(lambda: "does not say" in another.choice.note.text(), "the reason")
    assert shown(another) == ["small"]
    qtbot.keyClicks(another.choice.search, "other/one")
    with qtbot.waitSignal(another.chosen) as chosen:
        qtbot.keyClick(another.choice.search, Qt.Key.Key_Return)
    assert chosen.args == [ITEM, "other/one"]


async def test_it_stays_on_the_screen_and_escape_chooses_nothing(qtbot: QtBot, another: AnotherModel) -> None:
    another.open(ITEM, QPoint(10_000, 10_000))
    await until(lambda: len(shown(another)) == 3, "the list")
    assert another.choice.screen().availableGeometry().contains(another.choice.geometry())
    with qtbot.assertNotEmitted(another.chosen):
        qtbot.keyClick(another.choice.search, Qt.Key.Key_Escape)
    assert another.choice.isHidden()
