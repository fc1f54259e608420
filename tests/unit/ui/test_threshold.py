import asyncio

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.errors import AppError, DiskFull, Fault
from app.domain.ways import Answer, Way
from app.ui.theme.theme import Theme
from app.ui.threshold import Progress, Threshold
from app.ui.wording import _WORDS, LOCKED
from tests.fixtures.pseudo_language import clipped, untranslated


class _Fault(AppError):
    """An error of any kind, whose own sentence says nothing."""

    def __init__(self, kind: str) -> None:
        super().__init__("…")
        self._kind = kind

    @property
    def fault(self) -> Fault:
        return Fault(self._kind, "…")


@pytest.fixture
def threshold(qtbot: QtBot, theme: Theme) -> Threshold:
    made = Threshold(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_tells_of_a_problem_or_asks_for_a_key(threshold: Threshold) -> None:
    threshold.show_problem(DiskFull("Full."))
    threshold.ask(LOCKED, (Way.PASSPHRASE,))
    assert (threshold.problem.isVisible(), threshold.unlock.isVisible()) == (False, True)
    threshold.show_problem(DiskFull("Full."))
    assert (threshold.problem.isVisible(), threshold.unlock.isVisible()) == (True, False)


def test_it_hands_on_what_the_person_says(qtbot: QtBot, threshold: Threshold) -> None:
    threshold.show_problem(DiskFull("Full."))
    with qtbot.waitSignal(threshold.retry_wanted):
        threshold.problem.retry_button.click()
    threshold.ask(LOCKED, (Way.KEYRING,))
    with qtbot.waitSignal(threshold.answered):
        threshold.unlock.unlock_button.click()
    with qtbot.waitSignal(threshold.quit_wanted):
        threshold.unlock.quit_button.click()


def test_it_shows_how_far_slow_work_has_come(threshold: Threshold) -> None:
    page = threshold.show_progress("Changing the key", "It takes a while.")
    assert page.isVisible()
    assert threshold.show_progress("Changing the key", "Again.") is page


async def test_slow_work_is_watched_to_its_end(threshold: Threshold) -> None:
    async def work(tell: Progress) -> str:
        tell(3, 12)
        await asyncio.sleep(0)
        return "done"

    assert await threshold.watch("Rescuing", "It takes a while.", work) == "done"
    assert threshold.progress.bar.value() == 3


async def test_slow_work_can_be_given_up(threshold: Threshold) -> None:
    async def work(_tell: Progress) -> str:
        threshold.progress.cancel_button.click()
        await asyncio.Event().wait()
        return "never"

    assert await threshold.watch("Rescuing", "It takes a while.", work) is None


async def test_who_waits_can_be_given_up_as_well(threshold: Threshold) -> None:
    begun = asyncio.Event()

    async def work(_tell: Progress) -> None:
        begun.set()
        await asyncio.Event().wait()

    watching = asyncio.create_task(threshold.watch("Rescuing", "It takes a while.", work))
    await begun.wait()
    watching.cancel()
    await asyncio.wait({watching})
    assert watching.cancelled()


async def test_a_key_asked_for_on_the_way_opens_nothing_else(qtbot: QtBot, threshold: Threshold) -> None:
    for button, expected in (("unlock_button", Answer(Way.KEYRING)), ("quit_button", None)):
        asking = asyncio.create_task(threshold.ask_on_the_way(LOCKED, (Way.KEYRING,)))
        await asyncio.sleep(0)
        with qtbot.assertNotEmitted(threshold.answered), qtbot.assertNotEmitted(threshold.quit_wanted):
            getattr(threshold.asking, button).click()
        assert await asking == expected


@pytest.mark.usefixtures("pseudo_language")
@pytest.mark.parametrize("kind", sorted(_WORDS))
def test_every_word_of_every_failure_is_translated_and_has_its_room(
    qtbot: QtBot, theme: Theme, kind: str
) -> None:
    threshold = Threshold(theme)
    qtbot.addWidget(threshold)
    threshold.resize(1400, 900)
    threshold.show()
    threshold.show_problem(_Fault(kind))
    assert untranslated(threshold, frozenset()) == []
    assert clipped(threshold) == []


@pytest.mark.usefixtures("pseudo_language")
@pytest.mark.parametrize("way", Way)
def test_every_word_at_the_door_is_translated_and_has_its_room(qtbot: QtBot, theme: Theme, way: Way) -> None:
    threshold = Threshold(theme)
    qtbot.addWidget(threshold)
    threshold.resize(1400, 900)
    threshold.show()
    threshold.ask(LOCKED, (way,), restores=True)
    QApplication.sendPostedEvents()  # a button with other words is laid out before the next frame
    assert untranslated(threshold, frozenset()) == []
    assert clipped(threshold) == []
