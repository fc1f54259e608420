"""The palette's conversations follow what is typed."""

import asyncio

from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until
from tests.unit.ui.dialogs.test_palette import offered


async def test_only_what_was_typed_last_is_answered(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    for number in range(300):
        controller.keep(f"Kiln {number}", age=number)
    controller.keep("Glaze", age=900)
    await controller.conversations()
    window.command_palette.open()
    qtbot.keyClicks(window.command_palette.panel.field, "kiln")
    await until(lambda: "Kiln 0" in offered(window), "the newest")
    assert len(offered(window)) == 51
    window.command_palette.panel.field.clear()
    qtbot.keyClicks(window.command_palette.panel.field, "glaze")
    await until(lambda: offered(window)[0] == "Glaze", "the other one")
    await asyncio.sleep(0.02)
    assert offered(window) == ["Glaze", "Search messages for “glaze”"]
