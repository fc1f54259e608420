import pytest

from app.domain.conversation import Sharing
from app.domain.ids import ConversationId
from app.ui.sharing_words import staying

ONE = Sharing(ConversationId("x"), "Cela\ndon", 12)
LESS = Sharing(ConversationId("y"), "Blue", 1)


@pytest.mark.parametrize(
    ("shared", "told"),
    [
        ([], ""),
        ([ONE], "12 messages stay because “Cela don” uses the same."),
        ([LESS], "1 message stays because “Blue” uses the same."),
        ([LESS, ONE], "12 messages stay because “Cela don” and 1 more uses the same."),
    ],
)
def test_what_stays_is_told_with_who_uses_it(shared: list[Sharing], told: str) -> None:
    assert staying(shared) == told
