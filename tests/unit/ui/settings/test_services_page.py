"""Which model services there are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.errors import KeyringLocked, ProviderUnreachable
from app.domain.settings import PRACTICE, ProviderSettings
from app.ui.settings.services_page import ServicesPage
from app.ui.theme.theme import Theme
from tests.fakes.scripted_controller import ScriptedController
from tests.fakes.scripted_settings import ScriptedServiceCare
from tests.fixtures.waiting import until
from tests.unit.ui.settings.conftest import Show

SECRET = "sk-a-secret-key-of-mine"
ELSEWHERE = "https://example.org/v1"


@pytest.fixture
def care(controller: ScriptedController) -> ScriptedServiceCare:
    return controller.service_care


@pytest.fixture
async def page(theme: Theme, care: ScriptedServiceCare, show: Show) -> ServicesPage:
    made = show(ServicesPage(theme, care))
    await until(lambda: made.rows.count() == 1, "the service")
    return made


def texts(page: ServicesPage) -> list[str]:
    return [page.rows.item(row).text() for row in range(page.rows.count())]


def write(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.clear()
    qtbot.keyClicks(field, text)


async def add(qtbot: QtBot, page: ServicesPage, model: str = "small") -> None:
    page.add_button.click()
    write(qtbot, page.fields.address, ELSEWHERE)
    write(qtbot, page.fields.model, model)
    write(qtbot, page.fields.key, SECRET)
    qtbot.keyClick(page.save_button, Qt.Key.Key_Space)
    await until(lambda: page.rows.count() == 2, "the other service")


async def test_the_one_that_is_asked_is_marked(page: ServicesPage) -> None:
    assert texts(page) == ["localhost  ·  gpt-5 · asked now"]


async def test_another_one_is_added_with_its_key_and_asked_when_that_is_wanted(
    qtbot: QtBot, page: ServicesPage, care: ScriptedServiceCare
) -> None:
    await add(qtbot, page)
    assert care.keys == {"https://example.org:443": SECRET}
    assert page.fields.key.text() == ""
    assert care.asked.model == "gpt-5"
    page.rows.itemActivated.emit(page.rows.item(1))
    page.use_button.click()
    await until(lambda: care.asked.model == "small", "the change")
    await until(lambda: "asked now" in texts(page)[1], "the mark")


async def test_a_service_is_changed_and_its_stored_key_stays(
    qtbot: QtBot, page: ServicesPage, care: ScriptedServiceCare
) -> None:
    care.keys[care.asked.origin] = SECRET
    page.rows.itemActivated.emit(page.rows.item(0))
    await until(lambda: "A key is stored" in page.fields.key_field.line.text(), "the hint")
    assert (page.fields.key.text(), page.use_button.isVisible()) == ("", False)
    write(qtbot, page.fields.model, "larger")
    page.save_button.click()
    await until(lambda: care.asked.model == "larger", "the change")
    assert care.keys == {care.asked.origin: SECRET}


async def test_a_connection_is_tried_without_keeping_anything(
    page: ServicesPage, care: ScriptedServiceCare
) -> None:
    page.rows.itemActivated.emit(page.rows.item(0))
    page.fields.model.setText("small")
    page.test_button.click()
    assert page.test_button.accessibleName() == "Asking…"
    assert not page.fields.model.isEnabled()
    assert page.back_button.isEnabled()
    await until(page.proof.isVisible, "the proof")
    assert [settings.model for settings, _ in care.checked] == ["small"]
    assert care.asked.model == "gpt-5"


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (ProviderUnreachable("Nothing answers at the service's address."), "Nothing answers"),
        (KeyringLocked("Locked."), "unlock the keyring"),
    ],
)
async def test_what_keeps_it_from_answering_is_told(
    page: ServicesPage, care: ScriptedServiceCare, trouble: Exception, words: str
) -> None:
    care.trouble = trouble
    page.rows.itemActivated.emit(page.rows.item(0))
    for button in (page.test_button, page.save_button):
        button.click()
        await until(page.trouble.isVisible, "words")
        assert words in page.trouble.text()
        assert button.isEnabled()


async def test_a_removed_one_goes_with_its_key_and_can_be_brought_back_with_it(
    qtbot: QtBot, page: ServicesPage, care: ScriptedServiceCare
) -> None:
    await add(qtbot, page)
    page.rows.itemActivated.emit(page.rows.item(1))
    page.remove_button.click()
    await until(lambda: page.rows.count() == 1, "the end")
    await until(page.undo_line.isVisible, "the offer")
    assert care.keys == {}
    page.undo_line.button.click()
    await until(lambda: page.rows.count() == 2, "the service")
    assert care.keys == {"https://example.org:443": SECRET}


async def test_a_removed_key_is_held_no_longer_than_the_page_is_open(
    qtbot: QtBot, page: ServicesPage, care: ScriptedServiceCare
) -> None:
    await add(qtbot, page)
    page.rows.itemActivated.emit(page.rows.item(1))
    page.remove_button.click()
    await until(page.undo_line.isVisible, "the offer")
    page.end()
    await care.bring_back()
    assert (len(await care.services()), care.keys) == (1, {})


async def test_a_server_on_this_computer_is_found_and_proposed(
    page: ServicesPage, care: ScriptedServiceCare
) -> None:
    page.find_button.click()
    await until(lambda: "No server answers" in page.found_line.text(), "nothing")
    care.here = [ProviderSettings("http://127.0.0.1:11434/v1", "llama3.2", name="Ollama")]
    page.find_button.click()
    await until(lambda: page._found_buttons, "the server")
    page._found_buttons[-1].click()
    assert (page.fields.address.text(), page.fields.model.text()) == (
        "http://127.0.0.1:11434/v1",
        "llama3.2",
    )


async def test_one_can_practise_without_a_service(page: ServicesPage, care: ScriptedServiceCare) -> None:
    for _ in range(2):
        page.practice_button.click()
        await until(lambda: care.asked == PRACTICE, "the practice")
    assert len(await care.services()) == 2
