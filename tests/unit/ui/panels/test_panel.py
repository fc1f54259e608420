"""What all panels have in common."""

import asyncio

from pytestqt.qtbot import QtBot

from app.domain.errors import OnlyBranch
from app.ui.panels.panel import Panel
from tests.fixtures.waiting import until


async def test_what_could_not_be_done_is_told_in_words(qtbot: QtBot) -> None:
    panel = Panel()
    qtbot.addWidget(panel)
    told: list[str] = []
    panel.complained.connect(told.append)

    async def fail() -> None:
        raise OnlyBranch("It is the only branch.")

    panel.send(fail())
    await until(lambda: told, "the words")
    assert "cannot be without a branch" in told[0]
    assert panel.first is panel


async def test_once_it_has_ended_it_asks_for_nothing_any_more(qtbot: QtBot) -> None:
    panel = Panel()
    qtbot.addWidget(panel)
    done: list[str] = []

    async def work() -> None:
        done.append("work")

    panel.end()
    panel.send(work())
    await asyncio.sleep(0.02)
    assert done == []
