import pytest

from app.domain.addressing import addressed
from app.domain.ids import AssistantId
from app.domain.library import Assistant

ADA, ADA_LOVELACE, EVE = (
    Assistant(AssistantId(name), name, "Be brief.") for name in ("Ada", "Ada Lovelace", "Ève")
)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("@Ada why?", ADA),
        ("@ada, why?", ADA),
        ("@Ada", ADA),
        ("@Ada Lovelace why?", ADA_LOVELACE),
        ("@ÈVE: why?", EVE),
        ("@Adam why?", None),
        ("Why, @Ada?", None),
        ("Ada why?", None),
        ("@", None),
    ],
)
def test_a_name_at_the_beginning_says_who_is_meant(text: str, who: Assistant | None) -> None:
    assert addressed(text, (ADA, ADA_LOVELACE, EVE)) is who
