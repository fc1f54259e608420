from app.domain.layout import PANEL_WIDTH
from tests.fixtures.core import Chat


async def test_a_width_is_remembered(chat: Chat) -> None:
    remembering = chat.controller.remembering
    assert await remembering.of(PANEL_WIDTH) == PANEL_WIDTH.default
    await remembering.keep(PANEL_WIDTH, 512)
    assert await remembering.of(PANEL_WIDTH) == 512
