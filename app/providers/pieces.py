"""What is asked of a model service, and the typed pieces in which it answers."""

from dataclasses import dataclass, field

from app.domain.parameters import Parameters
from app.domain.usage import Usage

_UNSET = Parameters()


@dataclass(frozen=True, slots=True)
class Request:
    """`items` are bodies of Responses-API items, oldest first, with all that they hold: pictures as data.

    `continues` asks for the rest of the last item, an unfinished reply.
    """

    model: str
    items: tuple[str, ...] = field(repr=False)
    instructions: str | None = field(default=None, repr=False)
    parameters: Parameters = _UNSET
    continues: bool = False


@dataclass(frozen=True, slots=True)
class SealedPast:
    """What a service has made of a conversation to stand in its place: items that it alone can read."""

    items: tuple[str, ...] = field(repr=False)
    usage: Usage | None


@dataclass(frozen=True, slots=True)
class TextPiece:
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReasoningPiece:
    """What a model lets be read of its thinking."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ItemPiece:
    """A whole item of the reply other than its message: some reasoning, a call. Sent back as it came."""

    body: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class UsagePiece:
    usage: Usage


Piece = TextPiece | ReasoningPiece | ItemPiece | UsagePiece
