"""Short ways to have rows in a list, under names that tests choose."""

from array import array
from collections.abc import Sequence

from app.domain.conversation import Conversation, TitleSource
from app.domain.ids import BranchId, ConversationId
from app.domain.listing import EVERYDAY, Keys, ListedConversation, Opened, Place
from app.ui.sidebar.conversation_model import ConversationModel
from app.ui.sidebar.known_rows import KnownRows
from app.ui.sidebar.uniform_list import UniformList
from tests.unit.ui.conftest import NOW

DAY = 86_400_000_000


def conversation(title: str, age: int = 0) -> Conversation:
    """A conversation of that title, which is its id as well."""
    moment = NOW - age
    return Conversation(ConversationId(title), BranchId("b"), title, TitleSource.QUESTION, moment, moment)


def listed(title: str, age: int = 0, **marks: object) -> ListedConversation:
    """A row of that title. Its number follows from its title."""
    return ListedConversation(conversation(title, age), **({"number": sum(map(ord, title))} | marks))


def keys(rows: Sequence[ListedConversation], place: Place = EVERYDAY) -> Keys:
    rows = sorted(rows, key=lambda row: (place.moment(row), row.number), reverse=True)
    return Keys(array("q", (row.number for row in rows)), array("q", map(place.moment, rows)))


def opened(*rows: ListedConversation, place: Place = EVERYDAY) -> Opened:
    pinned = [row for row in rows if row.is_pinned and place == EVERYDAY]
    others = [row for row in rows if row not in pinned]
    return Opened(keys(pinned, place), keys(others, place), rows)


def filled(
    *rows: ListedConversation, place: Place = EVERYDAY, known: KnownRows | None = None
) -> ConversationModel:
    model = ConversationModel(place, known)
    model.open(opened(*rows, place=place), NOW)
    return model


def texts(model: ConversationModel) -> list[str]:
    """What stands in all rows."""
    return [model.index(row).data() for row in range(model.rowCount())]


def row_of(rows: UniformList, title: str) -> int:
    return texts(rows.model()).index(title)
