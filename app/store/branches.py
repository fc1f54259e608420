"""SQL of branches: making, naming, showing and listing them.

A branch is one row: a pointer to the item that it ends with, written at the run that owns the item. Making
one never copies anything.
"""

from collections.abc import Iterator

from app.domain.branch import Branch, Tip
from app.domain.errors import BugError, ConversationGone, NameTaken
from app.domain.ids import BranchId, ConversationId, ItemId
from app.store import paths, touches
from app.store.driver import Connection
from app.store.paths import Place

_CONVERSATION = "SELECT id, shown_branch FROM conversation WHERE public_id = ?"
_ADD = "INSERT INTO branch (public_id, conversation, run, depth, created_at) VALUES (?, ?, ?, ?, ?)"
_NUMBERS = "SELECT id, conversation FROM branch WHERE public_id = ?"
_PUBLIC = "SELECT public_id FROM branch WHERE id = ?"
_SHOW = "UPDATE conversation SET shown_branch = ? WHERE id = ?"
_IS_NAMED = "SELECT 1 FROM branch WHERE conversation = ? AND name = ? AND id <> ?"
_NAME = "UPDATE branch SET name = ? WHERE id = ?"
_NO_MAIN = "UPDATE branch SET is_main = 0 WHERE conversation = ? AND is_main = 1"
_MAIN = "UPDATE branch SET is_main = 1 WHERE id = ?"
_QUESTION = "SELECT max(depth) FROM item WHERE run = ? AND depth BETWEEN ? AND ? AND role = 'user'"
_LIST = """
    SELECT id, public_id, name, run, depth, is_main, created_at FROM branch WHERE conversation = ? ORDER BY id
"""

_IS_ALONE = """
    SELECT NOT EXISTS (SELECT 1 FROM branch WHERE run = :run AND depth >= :depth AND id <> :shown)
       AND NOT EXISTS (SELECT 1 FROM run WHERE parent = :run AND depth >= :depth)
       AND NOT EXISTS (SELECT 1 FROM item WHERE run = :run AND depth > :depth)
       AND NOT EXISTS (SELECT 1 FROM revision WHERE item = :item)
"""


def fork_at(
    connection: Connection, conversation: ConversationId, item: ItemId, to: BranchId, now: int
) -> None:
    """Add a branch that ends with `item`."""
    number, place = reached(connection, conversation, item)
    _add(connection, to, number, place.tip, now)


def fork_before(
    connection: Connection, conversation: ConversationId, item: ItemId, to: BranchId, now: int
) -> None:
    """Add a branch that ends just before `item`: what it grows by are further versions of the item."""
    number, place = reached(connection, conversation, item)
    _add(connection, to, number, paths.place_before(connection, place), now)


def fork_at_question(
    connection: Connection, conversation: ConversationId, item: ItemId, to: BranchId, now: int
) -> None:
    """Add a branch that ends with the question which `item` answers, whatever the reply holds before it."""
    number, place = reached(connection, conversation, item)
    _add(connection, to, number, _question_before(connection, place), now)


def fork_end(connection: Connection, branch: BranchId, to: BranchId, now: int) -> None:
    """Add a branch that ends where `branch` does, and from now on grows for itself."""
    _, conversation = numbers_of(connection, branch)
    _add(connection, to, conversation, paths.tip_of(connection, branch), now)


def show_branch(connection: Connection, branch: BranchId, now: int) -> None:
    """Let the branch's conversation show it from now on."""
    number, conversation = numbers_of(connection, branch)
    connection.execute(_SHOW, (number, conversation))
    touches.touch(connection, conversation, now)


def show_version(connection: Connection, conversation: ConversationId, item: ItemId, now: int) -> BranchId:
    """Show the newest of the conversation's branches that hold `item`."""
    number, place = reached(connection, conversation, item)
    newest = max(paths.branches_through(connection, number, place))
    connection.execute(_SHOW, (newest, number))
    touches.touch(connection, number, now)
    return public_id(connection, newest)


def name_branch(connection: Connection, branch: BranchId, name: str | None, now: int) -> None:
    """Name a branch, or take its name away. Raises NameTaken: within a conversation names are unique."""
    number, conversation = numbers_of(connection, branch)
    if connection.execute(_IS_NAMED, (conversation, name, number)).fetchone():
        raise NameTaken("Another branch bears that name.")
    connection.execute(_NAME, (name, number))
    touches.touch(connection, conversation, now)


def make_main(connection: Connection, branch: BranchId, now: int) -> None:
    """Make a branch its conversation's main line, of which there is one."""
    number, conversation = numbers_of(connection, branch)
    connection.execute(_NO_MAIN, (conversation,))
    connection.execute(_MAIN, (number,))
    touches.touch(connection, conversation, now)


def list_branches(connection: Connection, conversation: ConversationId) -> list[Branch]:
    """Return a conversation's branches in the order of their making. Each run is walked through once."""
    number, shown = conversation_of(connection, conversation)
    reached_so_far: dict[int, int] = {}
    return [
        Branch(
            BranchId(public),
            conversation,
            name,
            Tip(run, depth),
            _join(connection, Tip(run, depth), reached_so_far),
            bool(is_main),
            branch == shown,
            created,
        )
        for branch, public, name, run, depth, is_main, created in connection.execute(_LIST, (number,))
    ]


def is_alone(connection: Connection, conversation: ConversationId, item: ItemId) -> bool:
    """Tell whether only the shown branch holds `item`, with nothing behind it, and nobody has edited it."""
    _, shown = conversation_of(connection, conversation)
    place = paths.place_of(connection, item)
    values = {"run": place.run, "depth": place.depth, "item": place.item, "shown": shown}
    return bool(connection.execute(_IS_ALONE, values).fetchone()[0])


def reached(connection: Connection, conversation: ConversationId, item: ItemId) -> tuple[int, Place]:
    """Return a conversation's number and the place of an item that one of its branches holds."""
    number, _ = conversation_of(connection, conversation)
    place = paths.place_of(connection, item)
    if next(paths.branches_through(connection, number, place), None) is None:
        raise BugError("The conversation does not hold this item.")
    return number, place


def conversation_of(connection: Connection, conversation: ConversationId) -> tuple[int, int]:
    """Return a conversation's number, and that of the branch it shows."""
    return _numbers(connection.execute(_CONVERSATION, (conversation,)))


def numbers_of(connection: Connection, branch: BranchId) -> tuple[int, int]:
    """Return a branch's number and its conversation's."""
    return _numbers(connection.execute(_NUMBERS, (branch,)))


def public_id(connection: Connection, branch: int) -> BranchId:
    return BranchId(connection.execute(_PUBLIC, (branch,)).fetchone()[0])


def _add(connection: Connection, branch: BranchId, conversation: int, tip: Tip, now: int) -> None:
    connection.execute(_ADD, (branch, conversation, tip.run, tip.depth, now))
    touches.touch(connection, conversation, now)


def _question_before(connection: Connection, place: Place) -> Tip:
    for part in paths.walk_back(connection, paths.place_before(connection, place)):
        depth = connection.execute(_QUESTION, (part.run, part.first, part.last)).fetchone()[0]
        if depth is not None:
            return Tip(part.run, depth)
    raise BugError("No question stands before this item.")


def _join(connection: Connection, tip: Tip, reached_so_far: dict[int, int]) -> int:
    """Walk back from a tip to where earlier branches have been, and note how far this one goes itself."""
    for part in paths.walk_back(connection, tip):
        before = reached_so_far.get(part.run, 0)
        reached_so_far[part.run] = max(before, part.last)
        if before:
            return min(before, part.last)
    return 0


def _numbers(rows: Iterator[tuple[int, int]]) -> tuple[int, int]:
    for row in rows:
        return row
    raise ConversationGone("There is no such conversation or branch.")
