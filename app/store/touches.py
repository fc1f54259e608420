"""SQL of when a person last had a hand in a conversation. Retention counts from then.

A conversation's place in the list goes by what was said in it, and not by this.
"""

from collections.abc import Iterable

from app.domain.branch import Tip
from app.domain.ids import ConversationId
from app.store.driver import Connection

_TOUCH = "UPDATE conversation SET touched_at = max(touched_at, ?) WHERE id = ?"
_TOUCH_NAMED = "UPDATE conversation SET touched_at = max(touched_at, ?) WHERE public_id = ?"
_TOUCH_AT = """
    UPDATE conversation SET touched_at = max(touched_at, ?)
    WHERE id IN (SELECT conversation FROM branch WHERE run = ? AND depth = ?)
"""


def touch(connection: Connection, conversation: int, now: int) -> None:
    """Note that something was done to a conversation, of which this is the number."""
    connection.execute(_TOUCH, (now, conversation))


def touch_named(connection: Connection, conversation: ConversationId, now: int) -> None:
    connection.execute(_TOUCH_NAMED, (now, conversation))


def touch_all(connection: Connection, conversations: Iterable[int], now: int) -> None:
    connection.executemany(_TOUCH, [(now, each) for each in conversations])


def touch_ending_at(connection: Connection, tip: Tip, now: int) -> None:
    """Touch the conversations of which a branch ends there."""
    connection.execute(_TOUCH_AT, (now, tip.run, tip.depth))
