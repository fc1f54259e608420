from collections.abc import Iterator

import pytest

from app.chat.token_counting import TokenCounting
from app.domain.asking import Asking
from app.domain.candidate import weigh
from app.domain.context_window import plan
from app.domain.tokens import Estimator
from app.domain.usage import Usage
from app.providers.vocabularies import Vocabularies
from app.store.archive import Archive
from tests.unit.domain.histories import past, question

TEXT = "Some words that are counted."
TOKENS = 6


@pytest.fixture
def counting(archive: Archive) -> Iterator[TokenCounting]:
    made = TokenCounting(archive, Vocabularies())
    yield made
    made.close()


async def test_what_is_not_counted_yet_is_estimated(counting: TokenCounting) -> None:
    measure = await counting.measure("m", "o200k_base")
    assert measure.estimator == Estimator()
    assert not measure.counted


async def test_what_is_counted_is_exact_and_certain(counting: TokenCounting) -> None:
    asked = question(1, TEXT)
    assert await counting.count([weigh(asked)], "o200k_base")
    assert not await counting.count([weigh(asked)], "o200k_base")
    measure = await counting.measure("m", "o200k_base")
    assert weigh(asked).cost(measure) == TOKENS + 4
    made = plan(past([asked]), Asking("m", 1000), measure)
    assert made.ledger.uncertainty == 1  # of the request's own frame alone


async def test_another_revision_is_counted_anew(counting: TokenCounting) -> None:
    await counting.count([weigh(question(1, TEXT))], "o200k_base")
    assert await counting.count([weigh(question(1, TEXT * 2, revision=1))], "o200k_base")
    assert len((await counting.measure("m", "o200k_base")).counted) == 2


@pytest.mark.parametrize("vocabulary", [None, "another"])
async def test_without_a_vocabulary_nothing_is_counted(
    counting: TokenCounting, vocabulary: str | None
) -> None:
    assert not await counting.count([weigh(question(1, TEXT))], vocabulary)
    assert not (await counting.measure("m", vocabulary)).counted


async def test_what_a_service_reports_is_learned(counting: TokenCounting) -> None:
    made = plan(past([question(1, TEXT * 50)]), Asking("m", 1000))
    before = await counting.measure("m")
    await counting.learn(made, Usage(made.ledger.estimated_tokens * 3 // 2, 9))
    after = await counting.measure("m")
    assert after.estimator.tokens(made.amounts) > 1.2 * before.estimator.tokens(made.amounts)
    assert (await counting.measure("n")).estimator == Estimator()
