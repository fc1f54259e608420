from pytestqt.qtbot import QtBot

from app.ui.plain_keeper import PlainKeeper
from app.ui.settings.pages import makers
from app.ui.settings.place import Place
from app.ui.settings.settings_dialog import SettingsDialog
from app.ui.shortcuts import Shortcuts
from app.ui.theme.theme import Theme
from tests.fakes.scripted_controller import ScriptedController


async def test_every_place_has_its_page(
    qtbot: QtBot, theme: Theme, controller: ScriptedController, plain: PlainKeeper
) -> None:
    made = makers(theme, controller, plain, Shortcuts({}, plain, plain), SettingsDialog)
    for place in Place:
        page = made[place]()
        qtbot.addWidget(page)
        assert page.accessibleName() == place.words
