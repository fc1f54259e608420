"""What a request cost, as the service reports it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Usage:
    input_tokens: int
    output_tokens: int
