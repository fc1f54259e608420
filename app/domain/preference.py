"""Preferences: single values that a person may set, each with a name, a type and what holds until then."""

from dataclasses import dataclass
from typing import Generic, TypeVar

V = TypeVar("V", bool, int, float, str)


@dataclass(frozen=True, slots=True)
class Preference(Generic[V]):
    name: str
    default: V

    def accepts(self, value: object) -> bool:
        """Whether `value` is of this preference's own type: True is no number, and 1 is no fraction."""
        return type(value) is type(self.default)
