"""What is known of the models that can be asked: by our table, by the server, by the person."""

import json

from app.domain.json_text import json_text
from app.domain.model_facts import KnownModel, ModelFacts, ModelTable
from app.store import kept_values
from app.store.archive import Archive
from app.system.resources import resource

_CHOSEN = "facts chosen for {}"


class KnownModels:
    """The table is read with the first question about a model: until then nobody needs it."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._table: ModelTable | None = None

    async def known(self, model: str, listed: ModelFacts | None = None) -> KnownModel:
        """Return what is known of a model. `listed` is what its server says of it."""
        if self._table is None:
            self._table = ModelTable.from_json(resource("models.json").read_text("utf-8"))
        kept = await self._archive.read(kept_values.read_value, _CHOSEN.format(model))
        chosen = ModelFacts.from_mapping(json.loads(kept)) if kept else None
        return self._table.known(model, listed, chosen)

    async def choose(self, model: str, facts: ModelFacts | None) -> None:
        """Let a person's own facts stand before all others. None forgets them."""
        text = None if facts is None else json_text(facts.to_mapping())
        await self._archive.write(kept_values.write_value, _CHOSEN.format(model), text)
