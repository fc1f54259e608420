import pytest

from app.domain.settings import ApiKind, Found
from app.providers.continuing import INSTRUCTION, continuation


@pytest.mark.parametrize(
    ("spoken", "words"),
    [
        (Found(ApiKind.CHAT, prefills=True), None),
        (Found(ApiKind.CHAT), INSTRUCTION),
        (Found(ApiKind.RESPONSES), INSTRUCTION),
        (Found(ApiKind.RESPONSES, prefills=True), INSTRUCTION),
    ],
)
def test_the_rest_is_asked_for_in_words_unless_it_can_be_prefilled(spoken: Found, words: str | None) -> None:
    assert continuation(spoken) == words
