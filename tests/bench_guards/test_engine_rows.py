"""What the bench of the engine takes for a cost, and that it measures what it was told to."""

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path

import openai
import pytest

from app.chat import reply_journal
from app.domain.settings import ApiKind
from tests.bench.archive.measuring import Conditions
from tests.bench.engine.committing import a_second, commit_rows
from tests.bench.engine.ground import LANGUAGES, Bare, Ground, NotAsAsked, serving, standing_in
from tests.bench.engine.service import TOKEN, Asked
from tests.bench.engine.stopping import stop_rows
from tests.bench.engine.streaming import cpu_by_turns, on_top
from tests.fakes.scripted_server import Script, ScriptedServer


@pytest.fixture(scope="module", autouse=True)
def sdk_has_its_types() -> None:
    """The SDK makes them with the first reply in each language, and that takes half a second."""

    async def read_one_of_each() -> None:
        async with serving() as (_, url), openai.AsyncOpenAI(api_key="sk-test", base_url=url) as client:
            for api in LANGUAGES:
                await Bare(client).reply(api, Asked(1))

    asyncio.run(read_one_of_each())


@pytest.fixture
async def ground(tmp_path: Path) -> AsyncIterator[Ground]:
    async with standing_in(tmp_path, Conditions(scale=0.1, is_idle=True)) as standing:
        yield standing


def test_what_both_bear_is_not_on_top() -> None:
    assert on_top([105, 207, 309], [101, 206, 303]) == 4
    assert on_top([1, 1, 1], [3, 3, 3]) == -2


def test_commits_are_counted_from_the_first_to_the_last() -> None:
    assert a_second([10.0, 10.25, 10.5]) == 4
    assert a_second([10.0, 10.1, 10.2]) == pytest.approx(10)


async def test_work_costs_and_waiting_does_not() -> None:
    async def wait() -> None:
        await asyncio.sleep(0.03)

    async def work() -> None:
        for _ in range(3):
            until = time.process_time() + 0.01
            while time.process_time() < until:
                pass
            await asyncio.sleep(0)

    waiting, working = await cpu_by_turns((wait, work), tokens=10, rounds=2)
    assert (len(waiting), len(working)) == (2, 2)
    assert min(working) >= 3_000
    assert max(waiting) < 1_500


@pytest.mark.parametrize("asked", [Asked(20_000), Asked(5, 200), Asked(5, is_held=True)])
def test_a_models_name_tells_how_it_answers(asked: Asked) -> None:
    assert Asked.of(asked.model) == asked


@pytest.mark.parametrize("api", LANGUAGES)
async def test_all_who_are_compared_get_the_same_tokens(ground: Ground, api: ApiKind) -> None:
    asked = Asked(7)
    await ground.engine.ask(api, asked)
    await ground.engine.reply(await ground.engine.reply())
    for tokens in (ground.bare.tokens(api, asked), ground.bare.plain(api, asked)):
        assert [token async for token in tokens] == [TOKEN] * 7


async def test_a_question_is_put_in_the_language_that_is_measured(ground: Ground) -> None:
    async with ScriptedServer(Script((TOKEN,) * 3), speaks_responses=True) as server:
        engine = ground.engine
        engine.base_url = server.base_url
        for api in LANGUAGES:
            await engine.ask(api, Asked(3))
            await engine.reply()
        assert [each.path for each in server.questions] == ["/v1/chat/completions", "/v1/responses"]
        await engine.ask(ApiKind.CHAT, Asked(4))
        with pytest.raises(NotAsAsked):
            await engine.reply()


async def test_commits_keep_their_pace_and_the_service_sees_a_stop(ground: Ground) -> None:
    _, commits = await commit_rows(ground)
    assert 3 < commits.value <= 4
    _, _, worst = await stop_rows(ground)
    assert 0 < worst.value < 200


async def test_a_hasty_journal_is_seen(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reply_journal, "_PACE_SECONDS", 0.05)
    _, commits = await commit_rows(ground)
    assert commits.ratio is not None
    assert commits.ratio > 2
