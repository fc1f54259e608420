"""How long items are for a model: counted exactly where its vocabulary is here, and learned of elsewhere."""

from collections.abc import Iterable
from types import MappingProxyType

from app.domain.candidate import Candidate
from app.domain.context_window import Plan
from app.domain.ids import ItemId
from app.domain.tokens import A_FRAME, Estimator, Measure
from app.domain.usage import Usage
from app.providers.vocabularies import Vocabularies
from app.store import token_rates
from app.store.archive import Archive

_MOST = 50_000  # counts that are remembered, of all conversations together
_PORTION = 64  # items that are counted at once

_Key = tuple[ItemId, int]


class TokenCounting:
    """Lives on the loop. Nobody waits for a count: what is not counted yet is estimated."""

    def __init__(self, archive: Archive, vocabularies: Vocabularies) -> None:
        self._archive = archive
        self._vocabularies = vocabularies
        self._counted: dict[str, dict[_Key, int]] = {}
        self._rates: dict[str, Estimator] = {}

    async def measure(self, model: str, vocabulary: str | None = None) -> Measure:
        """Return how to weigh items for a model, as far as is known by now."""
        if model not in self._rates:
            self._rates[model] = await self._archive.read(token_rates.estimator_for, model)
        return Measure(self._rates[model], MappingProxyType(self._counted.get(vocabulary or "", {})))

    async def count(self, candidates: Iterable[Candidate], vocabulary: str | None) -> bool:
        """Count what has not been counted yet, newest first. False if there was nothing to count."""
        if vocabulary is None or not self._vocabularies.knows(vocabulary):
            return False
        known = self._counted.setdefault(vocabulary, {})
        missing = [each for each in candidates if _key(each) not in known][::-1]
        for at in range(0, len(missing), _PORTION):
            await self._count(missing[at : at + _PORTION], vocabulary, known)
        return bool(missing)

    async def learn(self, plan: Plan, usage: Usage) -> None:
        """Learn from what a service has reported of a request, unless it held what only that can read."""
        model = plan.ledger.model
        if plan.ledger.summary and plan.ledger.summary.is_sealed:
            return
        await self._archive.write(token_rates.learn, model, plan.amounts, usage.input_tokens)
        self._rates.pop(model, None)

    def close(self) -> None:
        self._vocabularies.close()

    async def _count(self, candidates: list[Candidate], vocabulary: str, known: dict[_Key, int]) -> None:
        counts = await self._vocabularies.count(vocabulary, [each.item.text for each in candidates])
        frame = Estimator().tokens(A_FRAME)
        for candidate, count in zip(candidates, counts, strict=True):
            known[_key(candidate)] = count + frame + candidate.amounts[-1]
        while len(known) > _MOST:
            del known[next(iter(known))]


def _key(candidate: Candidate) -> _Key:
    return candidate.item.id, candidate.item.revision
