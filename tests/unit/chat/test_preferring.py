"""What a person prefers."""

from app.domain.layout import PANEL_WIDTH
from app.domain.preference import Preference
from tests.fixtures.core import Chat

LOUD = Preference("loud", False)


async def test_what_is_preferred_is_kept(chat: Chat) -> None:
    assert await chat.controller.preferring.of(LOUD) is False
    await chat.controller.preferring.keep(LOUD, True)
    assert await chat.controller.preferring.of(LOUD) is True


async def test_a_width_is_remembered(chat: Chat) -> None:
    preferring = chat.controller.preferring
    assert await preferring.of(PANEL_WIDTH) == PANEL_WIDTH.default
    await preferring.keep(PANEL_WIDTH, 512)
    assert await preferring.of(PANEL_WIDTH) == 512
