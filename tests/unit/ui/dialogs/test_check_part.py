import asyncio

import pytest
from pytestqt.qtbot import QtBot

from app.chat.checking import Checkup
from app.domain.errors import DiskFull
from app.ui.dialogs.check_part import CheckPart
from app.ui.theme.theme import Theme
from tests.fakes.scripted_checking import DAMAGE, GOOD, NOTICE, ScriptedChecking
from tests.fixtures.waiting import until


@pytest.fixture
def checking() -> ScriptedChecking:
    return ScriptedChecking()


@pytest.fixture
async def part(qtbot: QtBot, theme: Theme, checking: ScriptedChecking) -> CheckPart:
    made = CheckPart(theme, checking)
    qtbot.addWidget(made)
    made.show_seconds(None)
    made.show()
    return made


async def checked(part: CheckPart) -> str:
    part.check_button.click()
    await until(part.well.isVisible, "the findings")
    return part.wrong.text()


async def test_how_long_it_takes_is_said_if_that_is_long(part: CheckPart) -> None:
    assert "takes" not in part.state.text()
    part.show_seconds(128.0)
    assert part.state.text().endswith("It takes about 2 minutes; you can go on meanwhile.")


async def test_that_all_is_well_is_said(part: CheckPart) -> None:
    assert await checked(part) == ""
    assert part.well.text() == "Everything is as it should be."
    assert not part.mend_button.isVisible()


async def test_what_is_worth_knowing_is_said_beside_what_is_well(
    part: CheckPart, checking: ScriptedChecking
) -> None:
    checking.checkup = Checkup((GOOD,), (NOTICE,))
    assert await checked(part) == NOTICE.sentence
    assert part.well.text() == "Everything else is as it should be."
    assert not part.mend_button.isVisible()


async def test_damage_is_said_with_what_may_help(
    qtbot: QtBot, part: CheckPart, checking: ScriptedChecking
) -> None:
    checking.checkup = Checkup((DAMAGE,), (NOTICE,))
    assert await checked(part) == f"{DAMAGE.sentence}\n{NOTICE.sentence}"
    with qtbot.waitSignal(part.mending_wanted):
        part.mend_button.click()


async def test_progress_is_shown_and_it_can_be_given_up(part: CheckPart, checking: ScriptedChecking) -> None:
    checking.slow = asyncio.Event()
    part.check_button.click()
    await until(lambda: (part.bar.value(), part.bar.maximum()) == (2, 9), "the progress")
    assert not part.check_button.isVisible()
    part.cancel_button.click()
    assert not part.cancel_button.isEnabled()
    await until(part.check_button.isVisible, "the end")
    assert checking.given_up == 1
    assert not part.well.isVisible()


async def test_what_goes_wrong_is_told(part: CheckPart, checking: ScriptedChecking) -> None:
    checking.trouble = DiskFull("Full.")
    part.check_button.click()
    await until(part.trouble.isVisible, "the complaint")
    assert part.check_button.isVisible()


async def test_the_focus_goes_with_it(part: CheckPart, checking: ScriptedChecking) -> None:
    part.activateWindow()
    await until(part.isActiveWindow, "the window to be active")
    checking.checkup = Checkup((DAMAGE,), ())
    checking.slow = asyncio.Event()
    part.check_button.setFocus()
    part.check_button.click()
    await until(part.cancel_button.hasFocus, "the focus on the way out")
    checking.slow.set()
    await until(part.mend_button.hasFocus, "the focus on what may help")
