"""What is known of a model: how much it reads and writes, what it can do and accept, and what it costs."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, Self

from app.domain.parameters import Parameters
from app.domain.usage import Usage

SAFE_WINDOW = 8_192
_LEAST_ROOM = 256
_ROOM_SHARE = 8  # an answer has an eighth of the window, unless more or less is asked for
_MOST_ROOM = 32_000
_WITHOUT_EFFORT = "none"


class Sampling(StrEnum):
    """When a model lets its choice of words be steered: by temperature, top_p, stop and seed."""

    ALWAYS = "always"
    NEVER = "never"
    WITHOUT_EFFORT = "without effort"


@dataclass(frozen=True, slots=True)
class Price:
    """Dollars for a million tokens. What is read from the service's cache may cost less."""

    input: float
    output: float
    cached: float | None = None

    def cost(self, usage: Usage) -> int:
        """Return what a request has cost, in millionths of a dollar."""
        cached = min(usage.cached_tokens, usage.input_tokens)
        fresh = usage.input_tokens - cached
        at_hand = self.input if self.cached is None else self.cached
        return round(fresh * self.input + cached * at_hand + usage.output_tokens * self.output)


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What is None is not known. `window` is how many tokens the model reads, `output` how many it writes.

    `efforts` are the words for reasoning effort that it knows: none if it does not reason so.
    """

    window: int | None = None
    output: int | None = None
    abilities: frozenset[str] | None = None
    tokenizer: str | None = None
    efforts: tuple[str, ...] | None = None
    sampling: Sampling | None = None
    verbosity: bool | None = None
    price: Price | None = None
    priced: str | None = None

    def over(self, other: Self) -> Self:
        """Return these facts where they are known, and the other's where they are not."""
        known = {field.name: getattr(self, field.name) for field in fields(self)}
        return replace(other, **{name: value for name, value in known.items() if value is not None})

    def to_mapping(self) -> dict[str, Any]:
        """Return only what is known, as it is kept."""
        values: dict[str, Any] = {field.name: getattr(self, field.name) for field in fields(self)}
        if self.abilities is not None:
            values["abilities"] = sorted(self.abilities)
        if self.price is not None:
            price = {"input": self.price.input, "output": self.price.output, "cached": self.price.cached}
            values["price"] = {name: value for name, value in price.items() if value is not None}
        return {name: value for name, value in values.items() if value is not None}

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any]) -> Self:
        """Return what `to_mapping` gave. Names that this version does not know are passed over."""
        known = {field.name for field in fields(cls)}
        kept = {name: value for name, value in values.items() if name in known and value is not None}
        makers: Mapping[str, Callable[[Any], object]] = {
            "abilities": frozenset,
            "efforts": tuple,
            "sampling": Sampling,
            "price": _price,
        }
        made: dict[str, Any] = {
            name: makers[name](value) if name in makers else value for name, value in kept.items()
        }
        return cls(**made)


@dataclass(frozen=True, slots=True)
class KnownModel:
    """A model with what is known of it. `is_guess` says that its window is only assumed."""

    name: str
    facts: ModelFacts
    is_guess: bool

    @property
    def window(self) -> int:
        return self.facts.window or SAFE_WINDOW

    def room(self, parameters: Parameters) -> int:
        """Return how many tokens are kept free for the answer."""
        wanted = parameters.max_output_tokens or min(self.window // _ROOM_SHARE, _MOST_ROOM)
        most = min(self.facts.output or self.window, self.window // 2)
        return max(_LEAST_ROOM, min(wanted, most))

    def budget(self, parameters: Parameters) -> int:
        """Return how many tokens a request may have."""
        return max(self.window - self.room(parameters), _LEAST_ROOM)

    def accepted(self, parameters: Parameters) -> Parameters:
        """Return what of the parameters this model accepts. Where that is not known, all of them are sent."""
        facts, effort = self.facts, parameters.effort
        if facts.efforts is not None and effort not in facts.efforts:
            effort = None
        kept = replace(parameters, effort=effort)
        if facts.sampling is Sampling.NEVER or (
            facts.sampling is Sampling.WITHOUT_EFFORT and effort != _WITHOUT_EFFORT
        ):
            kept = replace(kept, temperature=None, top_p=None, seed=None, stop=())
        if facts.verbosity is False:
            kept = replace(kept, verbosity=None)
        if kept.max_output_tokens and facts.output:
            kept = replace(kept, max_output_tokens=min(kept.max_output_tokens, facts.output))
        return kept


@dataclass(frozen=True, slots=True)
class ModelTable:
    """The facts that come with Sotto, by model."""

    models: Mapping[str, ModelFacts]

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read the table. Of a model that is in it, what is not said is not so."""
        table = json.loads(text)
        unsaid = {"efforts": (), "sampling": Sampling.ALWAYS, "verbosity": False, "priced": table["gathered"]}
        return cls({name: ModelFacts.from_mapping(unsaid | facts) for name, facts in table["models"].items()})

    def facts(self, model: str) -> ModelFacts:
        """Return what is known of a model, also under a dated or a vendor's name."""
        name = model.rpartition("/")[2].partition(":")[0].lower()
        if name in self.models:
            return self.models[name]
        known = max((each for each in self.models if _is_edition(name, each)), key=len, default=None)
        return self.models[known] if known else ModelFacts()

    def known(
        self, model: str, listed: ModelFacts | None = None, chosen: ModelFacts | None = None
    ) -> KnownModel:
        """Join what a person has chosen, what the server lists and what the table says: the first counts."""
        nothing = ModelFacts()
        facts = (chosen or nothing).over((listed or nothing).over(self.facts(model)))
        return KnownModel(model, facts, is_guess=facts.window is None)


def _is_edition(name: str, model: str) -> bool:
    """Whether a name is a model's with a date or "latest" behind it: gpt-5-2025-08-07, but not gpt-5-mini."""
    rest = name.removeprefix(model)
    return rest != name and rest[:1] in ("-", "@") and (rest[1:2].isdigit() or rest[1:] == "latest")


def _price(values: Mapping[str, float]) -> Price:
    return Price(values["input"], values["output"], values.get("cached"))
