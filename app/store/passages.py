"""Finding within one conversation: what of its shown branch holds a few letters, stretch by stretch."""

from app.domain.ids import ConversationId
from app.domain.item import MESSAGE, Role
from app.domain.passages import Needle, Passage
from app.store import history
from app.store.driver import Connection

_OTHERWISE = ('"', "\\")  # what a body may write otherwise than its text


def passages_between(
    connection: Connection, conversation: ConversationId, needle: Needle, first: int, last: int
) -> tuple[Passage, ...]:
    """Return the messages from depth `first` to `last` in which it stands, in order."""
    is_plain = not any(sign in needle.letters for sign in _OTHERWISE)
    found = []
    for item in history.shown_between(connection, conversation, first, last):
        if item.kind != MESSAGE:
            continue
        in_markup = item.role is not Role.PERSON
        # To read the text out of the body takes longer than to look at all of it.
        if is_plain and "\\u" not in item.body and not needle.count(item.body, in_markup=in_markup):
            continue
        if count := needle.count(item.text, in_markup=in_markup):
            found.append(Passage(item.id, item.depth, count))
    return tuple(found)
