import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.plain_keeper import PlainKeeper
from app.ui.settings.pages import makers
from app.ui.settings.place import Place
from app.ui.settings.retention_page import RetentionPage
from app.ui.settings.settings_dialog import SettingsDialog
from app.ui.settings.shelf_page import ShelfPage
from app.ui.shortcuts import Shortcuts
from app.ui.theme.theme import Theme
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.pseudo_language import clipped, untranslated
from tests.fixtures.waiting import until
from tests.unit.ui.settings.conftest import Show

# Names that are the same in every language, and what comes from the core.
CONTENT = frozenset(
    {
        "English",
        "Deutsch",
        "gpt-5",
        "low",
        "medium",
        "high",
        "minimal",
        "localhost",
        "https://api.openai.com/v1",
    }
)


async def test_every_place_has_its_page(
    qtbot: QtBot, theme: Theme, controller: ScriptedController, plain: PlainKeeper
) -> None:
    made = makers(theme, controller, plain, Shortcuts({}, plain, plain), SettingsDialog)
    for place in Place:
        page = made[place]()
        qtbot.addWidget(page)
        assert page.accessibleName() == place.words


@pytest.mark.usefixtures("pseudo_language")
@pytest.mark.parametrize("place", [place for place in Place if place is not Place.DIAGNOSTICS])
async def test_every_word_of_every_page_is_translated_and_has_its_room(
    theme: Theme, controller: ScriptedController, plain: PlainKeeper, show: Show, place: Place
) -> None:
    page = show(makers(theme, controller, plain, Shortcuts({}, plain, plain), SettingsDialog)[place]())
    page.resize(2 * page.width(), 900)
    page.setMaximumWidth(1200)
    QApplication.sendPostedEvents()  # the words that came last are laid out
    if isinstance(page, ShelfPage):
        await until(page.introduction.text, "the page")
        page.add_button.click()
    if isinstance(page, RetentionPage):
        await until(page.retention.state.text, "what holds")
    assert untranslated(page, CONTENT) == []
    assert clipped(page) == []


@pytest.mark.usefixtures("pseudo_language")
async def test_a_word_in_english_is_found(theme: Theme, plain: PlainKeeper, show: Show) -> None:
    page = show(
        makers(theme, ScriptedController(0), plain, Shortcuts({}, plain, plain), SettingsDialog)[
            Place.APPEARANCE
        ]()
    )
    page.heading.setText("Looks")
    page.scheme.setFixedWidth(20)
    assert untranslated(page, CONTENT) == ["Looks"]
    assert page.scheme.text() in clipped(page)
