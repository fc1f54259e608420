"""A model as a service offers it. What else is known of models is known elsewhere."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OfferedModel:
    """`context_tokens` is how much it can read, where the service says so."""

    name: str
    owner: str = ""
    context_tokens: int | None = None
