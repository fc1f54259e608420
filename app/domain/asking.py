"""Everything that shapes one request beside the history that it answers."""

from dataclasses import dataclass, field

from app.domain.context_policy import ContextPolicy
from app.domain.parameters import Parameters

_UNSET = Parameters()
_FIT = ContextPolicy()


@dataclass(frozen=True, slots=True)
class Asking:
    """`budget` is what may be sent, in tokens: the model's window without the room for its answer.

    `author` is the name of the assistant that answers. `may_exceed` says that a person wants it sent though
    it seems too long. `service` is the origin of the one that is asked, if it can read what it sealed itself.
    """

    model: str
    budget: int
    instructions: str | None = field(default=None, repr=False)
    parameters: Parameters = _UNSET
    policy: ContextPolicy = _FIT
    author: str | None = field(default=None, repr=False)
    may_exceed: bool = False
    service: str | None = None
