"""What one reply was given, request by request."""

import pytest

from app.ui.main_window import MainWindow
from app.ui.panels.given_panel import GivenPanel
from tests.fakes.scripted_controller import ScriptedController
from tests.fakes.scripted_inspecting import told
from tests.fixtures.waiting import until


@pytest.fixture
async def panel(window: MainWindow, controller: ScriptedController) -> GivenPanel:
    controller.inspecting.given = (told(20, 1), told(22, 9, used=61_000))
    window.pane.beside.given_wanted.emit("item-9")
    made = window.pane.beside.panel
    assert isinstance(made, GivenPanel)
    await until(made.body.model.rowCount, "what it was given")
    return made


async def test_the_last_request_is_shown_first_and_the_others_can_be_looked_at(
    window: MainWindow, panel: GivenPanel
) -> None:
    assert window.pane.beside.title.text() == "What this reply was given"
    assert (panel.place.text(), panel.body.about.text()) == ("Request 2 of 2", "gpt-5 · As much as fits")
    panel.earlier_button.click()
    assert (panel.place.text(), panel.earlier_button.isEnabled()) == ("Request 1 of 2", False)
    panel.later_button.click()
    assert panel.body.total.text().startswith("About 61\N{NO-BREAK SPACE}k")


async def test_nothing_can_be_changed_about_it(panel: GivenPanel) -> None:
    assert not panel.body.pin_button.isVisible()
    assert panel.body.list.may_change is False


async def test_it_goes_with_its_conversation(window: MainWindow, panel: GivenPanel) -> None:
    assert panel.isVisible()
    window.sidebar.new_button.click()
    assert window.pane.beside.panel is None


async def test_of_what_was_not_answered_from_here_nothing_is_known(
    window: MainWindow, controller: ScriptedController
) -> None:
    controller.inspecting.given = ()
    window.pane.beside.given_wanted.emit("item-9")
    panel = window.pane.beside.panel
    assert isinstance(panel, GivenPanel)
    assert panel.body.total.text().startswith("It is not known")
