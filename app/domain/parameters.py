"""How a model is asked to answer. What is None is left to the service."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Parameters:
    """`effort` and `verbosity` are words that the service knows, such as "low" and "high"."""

    temperature: float | None = None
    top_p: float | None = None
    max_output_tokens: int | None = None
    effort: str | None = None
    verbosity: str | None = None
    seed: int | None = None
    stop: tuple[str, ...] = ()

    def to_mapping(self) -> dict[str, Any]:
        """Return only what is set, as it is kept."""
        return {name: value for name, value in asdict(self).items() if value not in (None, ())}

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any]) -> Self:
        """Return what `to_mapping` gave. Names that this version does not know are passed over."""
        known = {field.name for field in fields(cls)}
        kept = {name: value for name, value in values.items() if name in known}
        return cls(**kept | {"stop": tuple(kept.get("stop", ()))})

    def over(self, other: Self) -> Self:
        """Return these where they are set, and the other's where they are not."""
        return type(self).from_mapping(other.to_mapping() | self.to_mapping())
