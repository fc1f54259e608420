"""What the requests of a time have cost, added up in several ways."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from app.domain.ids import ConversationId


@dataclass(frozen=True, slots=True)
class Spent:
    """A sum. What services reported and what we estimated are told apart.

    Cost is in millionths of a dollar, of those requests whose price is known; None if no price is.
    """

    requests: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    estimated_input_tokens: int = 0
    estimated_output_tokens: int = 0
    cost: int | None = None

    def __add__(self, other: Self) -> "Spent":
        return Spent(
            self.requests + other.requests,
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
            self.estimated_input_tokens + other.estimated_input_tokens,
            self.estimated_output_tokens + other.estimated_output_tokens,
            other.cost if self.cost is None else self.cost + (other.cost or 0),
        )


@dataclass(frozen=True, slots=True)
class Statistics:
    """Days and hours are as the person's clock showed them. None stands for conversations that are gone."""

    total: Spent
    by_model: Mapping[str, Spent]
    by_day: Mapping[date, Spent]
    by_hour: Mapping[int, Spent]
    by_conversation: Mapping[ConversationId | None, Spent]
