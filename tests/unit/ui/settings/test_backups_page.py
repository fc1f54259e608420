"""Backups, and the check of the archive."""

from app.chat.checking import Checkup
from app.ui.settings.backups_page import BackupsPage
from app.ui.theme.theme import Theme
from tests.fakes.scripted_checking import DAMAGE
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until
from tests.unit.ui.settings.conftest import Show


async def test_it_tells_of_backups_and_leads_from_damage_to_what_may_help(
    theme: Theme, controller: ScriptedController, show: Show
) -> None:
    told: list[object] = []
    page = show(
        BackupsPage(
            theme, controller.backing_up, controller.checking, lambda: told.append("mend"), told.append
        )
    )
    await until(lambda: "There is none yet" in page.backups.state.text(), "the state")
    controller.checking.checkup = Checkup((DAMAGE,), ())
    page.check.check_button.click()
    await until(page.check.mend_button.isVisible, "what may help")
    page.check.mend_button.click()
    await until(lambda: len(told) == 2, "both")
    assert set(told) == {page.check, "mend"}
