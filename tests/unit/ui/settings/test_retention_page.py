"""After how long conversations go by themselves."""

from app.ui.settings.retention_page import RetentionPage
from app.ui.theme.theme import Theme
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until
from tests.unit.ui.settings.conftest import Show


async def test_it_shows_what_holds_for_all(theme: Theme, controller: ScriptedController, show: Show) -> None:
    controller.retaining.in_general = 30 * 24
    page = show(RetentionPage(theme, controller.retaining, controller.backing_up))
    await until(lambda: page.retention.choice.text() == "After 30 days", "the number")
