"""What a service says of its models, in the several ways in which services say it."""

from collections.abc import Iterable, Iterator

from app.domain.offered_model import OfferedModel
from app.domain.settings import ApiKind, Found
from app.providers.json_values import count, mapping, sequence, text

_MOST = 20_000
_LONGEST_NAME = 512
_CONTEXT_NAMES = ("context_length", "max_model_len", "max_context_length", "context_window")
# Servers that run a model themselves and speak Chat Completions first of all; what else they speak, they
# translate into it. By the owner that they write beside their models.
_PREFILLING = frozenset({"llamacpp", "vllm"})
_CHATTING = frozenset({*_PREFILLING, "library", "organization_owner", "sglang"})


def offered_models(answer: object) -> tuple[OfferedModel, ...]:
    """Return the models of a list, by name, each once."""
    models = {model.name: model for model in _models(sequence(mapping(answer).get("data"))[:_MOST])}
    return tuple(sorted(models.values(), key=lambda model: model.name.casefold()))


def told_by(models: Iterable[OfferedModel]) -> Found | None:
    """Return how a service wants to be asked, as far as its models give it away."""
    owners = {model.owner for model in models}
    return Found(ApiKind.CHAT, prefills=bool(owners & _PREFILLING)) if owners & _CHATTING else None


def _models(values: Iterable[object]) -> Iterator[OfferedModel]:
    for value in map(mapping, values):
        name = text(value.get("id"))
        if name and len(name) <= _LONGEST_NAME and name.isprintable():
            told = [count(value.get(key)) for key in _CONTEXT_NAMES]
            told.append(count(mapping(value.get("meta")).get("n_ctx")))
            yield OfferedModel(name, text(value.get("owned_by")), next(filter(None, told), None))
