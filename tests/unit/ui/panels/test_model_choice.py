"""The small window of those who can answer."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.conversation_settings import ConversationSettings
from app.domain.ids import AssistantId
from app.domain.library import Assistant
from app.domain.offered_model import OfferedModel
from app.ui.panels.model_choice import Answerers, AssistantWish, ModelChoice, ModelWish, SettingsWish
from app.ui.theme.theme import Theme

ADA = Assistant(AssistantId("ada"), "Ada", "Be kind.", "large")
MODELS = (OfferedModel("large", context_tokens=400_000), OfferedModel("small"))


@pytest.fixture
def choice(qtbot: QtBot, theme: Theme) -> ModelChoice:
    made = ModelChoice(theme)
    qtbot.addWidget(made)
    return made


def in_force(choice: ModelChoice) -> list[str]:
    rows = (choice.list.choice_at(choice.list.model().index(row, 0)) for row in range(choice.list.count))
    return [row.name for row in rows if row.in_force]


def test_it_shows_models_and_assistants_and_who_answers_now(choice: ModelChoice) -> None:
    choice.offer(Answerers("usual", ConversationSettings(model="small"), MODELS, (ADA,)))
    assert choice.list.names == [
        "Model", "As usual", "large", "small", "Assistant", "Nobody", "Ada", "Settings",
    ]  # fmt: skip
    assert in_force(choice) == ["small", "Nobody"]


def test_a_model_that_the_service_does_not_tell_of_is_there_all_the_same(choice: ModelChoice) -> None:
    choice.offer(Answerers("usual", ConversationSettings(model="own")), "Nobody says.")
    assert "own" in choice.list.names
    assert choice.note.text() == "Nobody says."


@pytest.mark.parametrize(
    ("typed", "wish"),
    [("sma", ModelWish("small")), ("ada", AssistantWish(ADA.id)), ("new/one", ModelWish("new/one"))],
)
def test_a_few_letters_and_enter_choose(qtbot: QtBot, choice: ModelChoice, typed: str, wish: object) -> None:
    choice.offer(Answerers("usual", ConversationSettings(), MODELS, (ADA,)))
    qtbot.keyClicks(choice.search, typed)
    if typed == "ada":
        qtbot.keyClick(choice.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(choice.chosen) as chosen:
        qtbot.keyClick(choice.search, Qt.Key.Key_Return)
    assert chosen.args == [wish]


def test_up_from_the_top_goes_to_the_settings(qtbot: QtBot, choice: ModelChoice) -> None:
    choice.offer(Answerers("usual", ConversationSettings(), MODELS))
    qtbot.keyClick(choice.search, Qt.Key.Key_Up)
    with qtbot.waitSignal(choice.chosen) as chosen:
        qtbot.keyClick(choice.search, Qt.Key.Key_Return)
    assert chosen.args == [SettingsWish()]
