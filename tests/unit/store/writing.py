"""The short ways to put conversations, items and branches into an archive, under names that tests choose."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from app.domain.branch import Path, Tip
from app.domain.conversation import Conversation, TitleSource
from app.domain.ids import BranchId, ConversationId, ItemId, RequestId
from app.domain.item import Item, ItemState, Role, question_body, reply_body
from app.domain.ledger import Ledger, Span
from app.domain.question import Question
from app.store import conversations, history, items, paths, turns
from app.store.archive import Archive
from app.store.driver import Connection
from app.store.paths import End
from app.store.turns import ReplyPlace
from app.system.profile import Profile

ONE = ConversationId("one")
LEDGER = Ledger("m", 1, (Span(1, 1, 1),), (), 7, 100)

_FORK = """
    INSERT INTO branch (public_id, conversation, name, run, depth, created_at)
    SELECT ?, id, ?, ?, ?, 1 FROM conversation WHERE public_id = ?
"""
_NUMBERS = "SELECT conversation, id FROM branch WHERE public_id = ?"
_SHOW = """
    UPDATE conversation SET shown_branch = (SELECT id FROM branch WHERE public_id = ?) WHERE public_id = ?
"""


def end_of(connection: Connection, branch: BranchId) -> End:
    """Where a branch ends that may not be the shown one."""
    tip = paths.tip_of(connection, branch)
    conversation, number = connection.execute(_NUMBERS, (branch,)).fetchone()
    return End(conversation, number, tip, paths.is_taken_behind(connection, tip), is_in_trash=False)


class Writing:
    """A conversation's first branch bears its name."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def conversation(self, name: str, changed_at: int = 1) -> ConversationId:
        created = Conversation(
            ConversationId(name), BranchId(name), f"Title of {name}", TitleSource.QUESTION, 1, changed_at
        )
        conversations.add_conversation(self.connection, created)
        return created.id

    def question(self, branch: str, name: str, now: int = 1) -> Item:
        return self._add(branch, name, Role.PERSON, ItemState.COMPLETE, question_body(name), now)

    def reply(self, branch: str, name: str, state: ItemState = ItemState.STREAMING, now: int = 1) -> Item:
        return self._add(branch, name, Role.MODEL, state, reply_body("", whole=False), now)

    def fork(self, conversation: str, name: str, tip: Tip) -> BranchId:
        """Add a branch that ends at `tip`."""
        self.connection.execute(_FORK, (name, name, tip.run, tip.depth, conversation))
        return BranchId(name)

    def show(self, conversation: str, branch: str) -> None:
        self.connection.execute(_SHOW, (branch, conversation))

    def path(self, branch: str) -> Path:
        return paths.path_to(self.connection, paths.tip_of(self.connection, BranchId(branch)))

    def names(self, branch: str) -> list[str]:
        """The names of all items on the way to the branch's tip."""
        path = self.path(branch)
        return [str(item.id) for item in items.items_between(self.connection, path, 1, path.length)]

    def _add(self, branch: str, name: str, role: Role, state: ItemState, body: str, now: int) -> Item:
        return items.add_item(
            self.connection,
            end_of(self.connection, BranchId(branch)),
            item_id=ItemId(name),
            role=role,
            state=state,
            body=body,
            now=now,
            model=None if role is Role.PERSON else "m",
        )


async def begin(archive: Archive, name: ConversationId = ONE, text: str = "Hi", now: int = 1) -> Item:
    created = Conversation(name, BranchId(name), text, TitleSource.QUESTION, now, now)
    return await archive.write(turns.begin_conversation, created, ItemId(f"{name} question"), Question(text))


async def begin_reply(archive: Archive, name: ConversationId = ONE) -> Item:
    place = ReplyPlace(ItemId(f"{name} reply"), RequestId(f"{name} request"), "m", LEDGER)
    return await archive.write(turns.begin_reply, name, place, reply_body("", whole=False), 2)


async def texts(archive: Archive, name: ConversationId) -> list[str]:
    """What a person would read in the conversation's newest part."""
    return [item.text for item in (await archive.read(history.page, name, None, 100)).items]


@asynccontextmanager
async def reopened(
    profile: Profile, key: str, *, is_new: bool = False, now: int = 50
) -> AsyncIterator[Archive]:
    """A profile's archive, opened for a while."""
    archive = Archive()
    try:
        await archive.open(profile.archive, key, is_new=is_new, now=now)
        yield archive
    finally:
        await archive.close()
