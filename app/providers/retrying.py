"""When to ask a busy service once more. Pure: whoever waits shows for how long, and can be stopped.

Only before anything of a reply was shown: afterwards a second answer would stand where the first one did.
"""

from app.domain.errors import AppError, ProviderBusy, RateLimited

_ATTEMPTS = 4
_FIRST_WAIT = 1.0
_LONGEST_ALTOGETHER = 120.0


def wait_before_retry(attempt: int, error: AppError, waited: float = 0.0) -> float | None:
    """Return how many seconds to wait before asking again, or None if that is for a person to decide.

    `attempt` is the number of the one that failed, from 1; `waited` are the seconds spent waiting so far.
    What the service itself says counts, unless it is longer than a person would look at a countdown.
    """
    if not isinstance(error, RateLimited | ProviderBusy) or attempt >= _ATTEMPTS:
        return None
    wait = _FIRST_WAIT * 2 ** (attempt - 1) if error.retry_after is None else error.retry_after
    wait = max(wait, _FIRST_WAIT)
    return wait if waited + wait <= _LONGEST_ALTOGETHER else None
