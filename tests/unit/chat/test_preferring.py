"""What a person prefers."""

from app.domain.preference import Preference
from tests.fixtures.core import Chat

LOUD = Preference("loud", False)


async def test_what_is_preferred_is_kept(chat: Chat) -> None:
    assert await chat.controller.preferring.of(LOUD) is False
    await chat.controller.preferring.keep(LOUD, True)
    assert await chat.controller.preferring.of(LOUD) is True
