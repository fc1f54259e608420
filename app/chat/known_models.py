"""What is known of the models that can be asked: by our table, by the server, by the person."""

import json
from collections.abc import Iterable, Mapping

from app.domain.json_text import json_text
from app.domain.model_facts import KnownModel, ModelFacts, ModelTable
from app.domain.offered_model import OfferedModel
from app.store import kept_values
from app.store.archive import Archive
from app.system.resources import resource

_CHOSEN = "facts chosen for {}"
_LEARNED = "facts learned of {}"
_LISTED = "windows listed by {}"


class KnownModels:
    """The table is read with the first question about a model: until then nobody needs it."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._table: ModelTable | None = None
        self._listed: dict[str, Mapping[str, int]] = {}

    async def known(self, model: str, origin: str) -> KnownModel:
        """Return what is known of a model of the service at `origin`.

        What a person chose comes first, then the server's word, what a refusal has taught, and the table.
        """
        if self._table is None:
            self._table = ModelTable.from_json(resource("models.json").read_text("utf-8"))
        chosen, learned = await self._kept(_CHOSEN, model), await self._kept(_LEARNED, model)
        listed = ModelFacts(window=(await self._windows(origin)).get(model))
        return self._table.known(model, listed.over(learned), chosen)

    async def note_listed(self, origin: str, models: Iterable[OfferedModel]) -> None:
        """Remember how much each model can read, where its service says so."""
        windows = {model.name: model.context_tokens for model in models if model.context_tokens}
        if windows != await self._windows(origin):
            await self._archive.write(kept_values.write_value, _LISTED.format(origin), json_text(windows))
            self._listed[origin] = windows

    async def choose(self, model: str, facts: ModelFacts | None) -> None:
        """Let a person's own facts stand before all others. None forgets them, and what was learned."""
        await self._keep(_CHOSEN, model, facts)
        if facts is None:
            await self._keep(_LEARNED, model, None)

    async def chosen(self) -> dict[str, ModelFacts]:
        """Return what a person chose themselves, by model."""
        kept = await self._archive.read(kept_values.read_values, _CHOSEN.format(""))
        return {name: ModelFacts.from_mapping(json.loads(text)) for name, text in kept.items()}

    async def learn_window(self, model: str, window: int) -> None:
        """Remember how much a model can be taken to read since it has refused more."""
        await self._keep(_LEARNED, model, ModelFacts(window=window))

    async def _windows(self, origin: str) -> Mapping[str, int]:
        if origin not in self._listed:
            kept = await self._archive.read(kept_values.read_value, _LISTED.format(origin))
            self._listed[origin] = json.loads(kept) if kept else {}
        return self._listed[origin]

    async def _kept(self, name: str, model: str) -> ModelFacts:
        kept = await self._archive.read(kept_values.read_value, name.format(model))
        return ModelFacts.from_mapping(json.loads(kept)) if kept else ModelFacts()

    async def _keep(self, name: str, model: str, facts: ModelFacts | None) -> None:
        text = None if facts is None else json_text(facts.to_mapping())
        await self._archive.write(kept_values.write_value, name.format(model), text)
