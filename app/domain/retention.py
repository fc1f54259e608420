"""How long conversations are kept in which nothing changes any more, in hours. 0 keeps for ever."""

from dataclasses import dataclass

_DAY = 24
HOURS_TO_CHOOSE = (0, _DAY, 7 * _DAY, 30 * _DAY, 90 * _DAY, 365 * _DAY)


@dataclass(frozen=True, slots=True)
class Retention:
    """What holds in general, and one conversation's own number. None keeps to what holds in general."""

    in_general: int
    own: int | None = None
