"""SQL of titles by the thousand, as a search wants them."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.title_match import folded_title
from app.store.driver import Connection

_ALL = "SELECT id, title FROM conversation WHERE trashed_at IS NULL ORDER BY changed_at, id"


@dataclass(frozen=True, slots=True)
class TitleList:
    """The numbers of conversations and their folded titles, in step, the one that changed last at the end."""

    numbers: Sequence[int] = field(default_factory=lambda: array("q"), repr=False)
    titles: list[str] = field(default_factory=list, repr=False)


def all_titles(connection: Connection) -> TitleList:
    """Return the titles of all conversations outside the trash. Of a hundred thousand that takes a moment."""
    numbers, titles = array("q"), []
    for number, title in connection.execute(_ALL):
        numbers.append(number)
        titles.append(folded_title(title))
    return TitleList(numbers, titles)
