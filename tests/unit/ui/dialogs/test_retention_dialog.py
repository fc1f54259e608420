from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.ids import ConversationId
from app.ui.dialogs.retention_dialog import RetentionDialog
from app.ui.theme.theme import Theme
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until

ONE = ConversationId("one")


@pytest.fixture
async def dialog(
    theme: Theme, controller: ScriptedController, window: QWidget
) -> AsyncIterator[RetentionDialog]:
    controller.retaining.own[ONE] = 720
    made = RetentionDialog(theme, controller, window, ONE)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.open()
    await until(made.part.state.text, "how things stand")
    yield made
    made.reject()


async def test_it_tells_how_long_one_conversation_is_kept(dialog: RetentionDialog) -> None:
    assert dialog.part.choice.text() == "After 30 days"
    dialog.done_button.click()
    assert not dialog.isVisible()


async def test_it_closes_when_the_conversation_has_gone(dialog: RetentionDialog) -> None:
    dialog.part.deleted.emit(1)
    assert not dialog.isVisible()
