"""What a request cost, as the service reports it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Usage:
    """`cached_tokens` are those of the input that the service had at hand, and charges less for."""

    input_tokens: int
    output_tokens: int
    cached_tokens: int = 0
