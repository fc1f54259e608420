"""How the window looks."""

import pytest

from app.domain.plain_settings import Language, Scheme
from app.ui.plain_keeper import PlainKeeper
from app.ui.settings.appearance_page import AppearancePage
from app.ui.theme.theme import Theme
from tests.unit.ui.settings.conftest import Show


@pytest.fixture
def page(theme: Theme, plain: PlainKeeper, show: Show) -> AppearancePage:
    return show(AppearancePage(theme, plain))


def test_it_shows_what_holds(page: AppearancePage) -> None:
    assert page.scheme.accessibleName() == "As the system has it"
    assert page.text_size.accessibleName() == "100 %"
    assert not page.still.isChecked()


def test_what_is_chosen_holds_at_once_and_is_shown(page: AppearancePage, plain: PlainKeeper) -> None:
    page.scheme.chosen.emit(Scheme.DARK)
    page.text_size.chosen.emit(150)
    page.language.chosen.emit(Language.GERMAN)
    page.still.click()
    page.notifies_titles.click()
    settings = plain.settings
    assert (settings.scheme, settings.text_percent, settings.language) == (
        Scheme.DARK,
        150,
        Language.GERMAN,
    )
    assert (settings.reduces_motion, settings.notifies_titles) == (True, True)
    assert (page.scheme.accessibleName(), page.language.accessibleName()) == ("Dark", "Deutsch")


def test_who_is_not_told_anything_is_not_asked_about_titles(page: AppearancePage) -> None:
    page.notifies.click()
    assert not page.notifies_titles.isEnabled()


def test_a_change_by_key_is_shown(page: AppearancePage, plain: PlainKeeper) -> None:
    plain.change(text_percent=125)
    assert page.text_size.accessibleName() == "125 %"
