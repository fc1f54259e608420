"""What opens the history and what locks it."""

import pytest

from app.ui.plain_keeper import PlainKeeper
from app.ui.settings.security_page import SecurityPage
from app.ui.theme.theme import Theme
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until
from tests.unit.ui.settings.conftest import Show


@pytest.fixture
def wishes() -> list[str]:
    return []


@pytest.fixture
async def page(
    theme: Theme, controller: ScriptedController, plain: PlainKeeper, show: Show, wishes: list[str]
) -> SecurityPage:
    made = show(SecurityPage(theme, controller.key_care, plain, lambda: wishes.append("change")))
    await until(made.passphrase.state.text, "what the core knows")
    return made


async def test_it_tells_what_opens_the_history(page: SecurityPage) -> None:
    assert page.recovery.state.text().startswith("There is none yet.")
    assert page.passphrase.state.text().startswith("There is none.")


async def test_nothing_secret_stays_behind(page: SecurityPage) -> None:
    page.recovery.make_button.click()
    await until(page.recovery.shown_key.text, "the recovery key")
    page.passphrase.set_button.click()
    page.passphrase.first.setText("open sesame")
    page.end()
    assert (page.recovery.shown_key.text(), page.passphrase.first.text()) == ("", "")


async def test_when_it_locks_and_what_it_clears_can_be_chosen(page: SecurityPage, plain: PlainKeeper) -> None:
    page.lock.chosen.emit(5)
    page.clipboard.chosen.emit(0)
    assert (plain.settings.lock_minutes, plain.settings.clipboard_seconds) == (5, 0)
    assert (page.lock.accessibleName(), page.clipboard.accessibleName()) == ("After 5 minutes", "Never")


async def test_the_key_can_be_changed(page: SecurityPage, wishes: list[str]) -> None:
    page.key_change.change_button.click()
    assert wishes == ["change"]
