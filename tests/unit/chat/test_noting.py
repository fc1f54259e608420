from tests.fixtures.core import Chat
from tests.unit.store.writing import ONE, begin


async def test_a_note_is_kept_changed_and_taken_away(chat: Chat) -> None:
    await begin(chat.archive)
    noting = chat.controller.noting
    assert await noting.text(ONE) == ""
    for text in ("For Anna", "For Anna and Ben", "For Anna and Ben", ""):
        await noting.keep(ONE, text)
        assert await noting.text(ONE) == text
    await noting.keep(ONE, "  ")
    assert await noting.text(ONE) == ""
