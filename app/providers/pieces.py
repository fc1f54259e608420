"""What is asked of a model service, and the typed pieces in which it answers."""

from dataclasses import dataclass, field

from app.domain.item import Role
from app.domain.usage import Usage


@dataclass(frozen=True, slots=True)
class RequestMessage:
    role: Role
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Request:
    model: str
    messages: tuple[RequestMessage, ...]


@dataclass(frozen=True, slots=True)
class TextPiece:
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class UsagePiece:
    usage: Usage


Piece = TextPiece | UsagePiece
