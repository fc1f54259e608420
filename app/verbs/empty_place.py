"""A folder to bring a history into."""

from pathlib import Path

from app.domain.errors import InputError
from app.system.profile import Profile


def empty_place(folder: Path) -> Profile:
    """Return the profile in a folder that has no history yet. Raises InputError where it has one."""
    place = Profile(folder)
    if place.traces():
        raise InputError("There is a history in that folder already; it has been left as it is.")
    return place
