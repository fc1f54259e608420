"""A page with a list and a form, by the example of saved prompts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import NameTaken
from app.ui.settings.shelf_page import Row, ShelfPage
from app.ui.theme.theme import Theme
from tests.fixtures.waiting import until
from tests.unit.ui.settings.conftest import Show


class Jars(ShelfPage):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Jars", "What is on the shelf.", "Add a jar")
        self.kept = {"1": "Ash", "2": "Bone"}
        self.sound = True
        self.field = QWidget()
        self.arrange_form(self.field)

    async def load(self) -> list[Row]:
        return [Row(key, name, "full") for key, name in self.kept.items()]

    def fill(self, key: str | None) -> QWidget:
        self.field.setAccessibleName(self.kept.get(key or "", "empty"))
        return self.field

    def is_sound(self) -> bool:
        return self.sound

    async def keep(self, key: str | None) -> None:
        if "Clay" in self.kept.values():
            raise NameTaken("There is one.")
        self.kept[key or "3"] = "Clay"

    def remove(self) -> None:
        del self.kept[self.key or ""]


@pytest.fixture
async def jars(theme: Theme, show: Show) -> Jars:
    page = show(Jars(theme))
    await until(lambda: page.rows.count() == 2, "the shelf")
    return page


async def test_a_row_opens_its_form_and_back_leads_to_the_row(qtbot: QtBot, jars: Jars) -> None:
    jars.rows.setFocus()
    qtbot.keyClick(jars.rows, Qt.Key.Key_Down)
    qtbot.keyClick(jars.rows, Qt.Key.Key_Return)
    assert (jars.form.isVisible(), jars.overview.isVisible()) == (True, False)
    assert jars.field.accessibleName() == "Bone"
    jars.back_button.setFocus()
    qtbot.keyClick(jars.back_button, Qt.Key.Key_Space)
    assert jars.rows.hasFocus()
    assert jars.rows.currentItem().text() == "Bone  ·  full"


async def test_something_new_is_kept_and_listed(jars: Jars) -> None:
    jars.add_button.click()
    assert (jars.field.accessibleName(), jars.remove_button.isVisible()) == ("empty", False)
    jars.save_button.click()
    await until(lambda: jars.rows.count() == 3, "the new one")
    assert not jars.form.isVisible()


async def test_what_cannot_be_kept_is_said_and_can_be_mended(jars: Jars) -> None:
    jars.kept["9"] = "Clay"
    jars.add_button.click()
    jars.save_button.click()
    await until(jars.trouble.isVisible, "words")
    assert "Choose a name that is still free" in jars.trouble.text()
    assert jars.save_button.isEnabled()


async def test_what_is_not_sound_is_not_kept(jars: Jars) -> None:
    jars.sound = False
    jars.add_button.click()
    jars.save_button.click()
    assert jars.form.isVisible()
    assert len(jars.kept) == 2


async def test_an_empty_shelf_says_so(jars: Jars) -> None:
    jars.nothing.set_text("Nothing.")
    jars.kept.clear()
    jars.look()
    await until(jars.nothing.isVisible, "the words")
    assert not jars.rows.isVisible()
