import time

import pytest

from app.domain.errors import ModelUnknown
from app.domain.item import question_body, reply_body
from app.domain.settings import PRACTICE
from app.providers.pieces import ReasoningPiece, Request, TextPiece
from app.providers.practice_provider import PracticeProvider
from app.system.resources import resource

TOUR = resource("practice_tour.md").read_text("utf-8")
AT_ONCE = Request("practice-at-once", (question_body("Hello?"),))


async def said(request: Request = AT_ONCE) -> str:
    return "".join(
        [piece.text async for piece in PracticeProvider().stream(request) if isinstance(piece, TextPiece)]
    )


async def test_it_says_the_same_to_everybody_and_first_of_all_that_it_is_practice() -> None:
    assert await said() == await said(Request("practice-at-once", ())) == TOUR
    assert TOUR.startswith("> **This is practice.** No model wrote these lines")


@pytest.mark.parametrize(
    "shown", ["\n# ", "\n1. ", "\n- ", "|:--", "```python\n", "$e^", "\n$$\n", "\n> ", "~~"]
)
def test_it_shows_what_a_reply_may_look_like(shown: str) -> None:
    assert shown in TOUR


async def test_it_thinks_before_it_speaks() -> None:
    pieces = [type(piece) async for piece in PracticeProvider().stream(AT_ONCE)]
    assert pieces == sorted(pieces, key=[ReasoningPiece, TextPiece].index)
    assert set(pieces) == {ReasoningPiece, TextPiece}


@pytest.mark.parametrize("length", [1, 500, len(TOUR) - 1, len(TOUR)])
async def test_it_goes_on_where_it_was_stopped(length: int) -> None:
    items = (question_body("Hello?"), reply_body(TOUR[:length], whole=False))
    assert await said(Request("practice-at-once", items, continues=True)) == TOUR[length:]
    assert await PracticeProvider().continuation() is None


async def test_words_that_are_not_its_own_are_not_gone_on_with() -> None:
    items = (question_body("Hello?"), reply_body("Something else", whole=False))
    assert await said(Request("practice-at-once", items, continues=True)) == TOUR


async def test_its_speed_is_the_models_name() -> None:
    assert PRACTICE.model in {model.name for model in await PracticeProvider().models()}
    began, words = time.monotonic(), 0
    async for _ in PracticeProvider().stream(Request("practice-fast", ())):
        words += 1
        if words == 20:
            break
    assert time.monotonic() - began >= 20 * 0.003
    with pytest.raises(ModelUnknown, match="practice-slow"):
        await said(Request("gpt-5", ()))
