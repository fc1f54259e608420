from datetime import date

import pytest

from app.chat.aside import ask_aside
from app.domain.errors import CredentialsRejected, ReplyInterrupted
from app.domain.ids import ConversationId
from app.domain.item import question_body
from app.domain.model_facts import ModelFacts, Price
from app.domain.statistics import Spent
from app.domain.usage import Usage
from app.providers.pieces import Request
from app.store.statistics import Span
from tests.fakes.scripted_server import MODEL, Ending, Script, ScriptedServer
from tests.fixtures.core import Chat

NOWHERE = ConversationId("nowhere")
QUESTION = Request(MODEL, (question_body("Why?"),), "Be brief.")


async def asked(chat: Chat, script: Script, most: int = 100) -> str:
    async with ScriptedServer(script) as server:
        chat.ask(server)
        return await ask_aside(chat.controller._parts, NOWHERE, QUESTION, most_characters=most)


async def spent(chat: Chat) -> Spent:
    span = Span(date(2000, 1, 1), date(9000, 1, 1))
    return (await chat.controller.spending.spent(span)).total


async def test_the_answer_comes_back_and_its_cost_is_kept(chat: Chat) -> None:
    assert await asked(chat, Script()) == "Hello there."
    assert await spent(chat) == Spent(1, 7, 3)


async def test_its_price_is_kept_where_it_is_known(chat: Chat) -> None:
    price = Price(input=1.0, output=2.0)
    await chat.controller._parts.models.choose(MODEL, ModelFacts(price=price))
    await asked(chat, Script())
    assert await spent(chat) == Spent(1, 7, 3, cost=price.cost(Usage(7, 3)))


async def test_an_answer_that_breaks_off_is_paid_for_by_estimate(chat: Chat) -> None:
    with pytest.raises(ReplyInterrupted):
        await asked(chat, Script(ending=Ending.CUT))
    assert (await spent(chat)).estimated_input_tokens > 0


async def test_an_answer_much_longer_than_wanted_is_not_waited_for(chat: Chat) -> None:
    with pytest.raises(ReplyInterrupted):
        await asked(chat, Script(pieces=("word " * 50,) * 50), most=1_000)


async def test_a_request_that_was_refused_has_cost_nothing(chat: Chat) -> None:
    with pytest.raises(CredentialsRejected):
        await asked(chat, Script.error(401))
    assert await spent(chat) == Spent()
