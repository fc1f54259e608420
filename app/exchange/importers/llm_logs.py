"""The `logs.db` of the command `llm`: its threads of messages, and the responses of its earlier versions.

Both may be in one file, and what went on from an earlier conversation may be in it twice: then the thread,
which holds all of it, is taken.
"""

from collections.abc import Iterator

from app.domain.parcel import Piece
from app.exchange.importers.databases import databases, has_table_of, left_in_log, opened
from app.exchange.importers.llm_responses import conversations
from app.exchange.importers.llm_store import LlmStore, Told
from app.exchange.importers.llm_threads import threads
from app.exchange.importers.once import each_once
from app.exchange.importers.tally import Tally
from app.exchange.importers.tree import Node, pieces_of
from app.exchange.source import Member, Source

ORIGIN = "llm"
_THREADS = frozenset({"id", "tip_message_hash", "forked_from"})
_RESPONSES = frozenset({"id", "model", "prompt", "response", "conversation_id"})


def recognises(source: Source) -> bool:
    """By the table of either kind."""
    return has_table_of(source, _THREADS, _RESPONSES)


def pieces(source: Source) -> Iterator[Piece]:
    return each_once(piece for member in databases(source) for piece in _of_member(source, member))


def _of_member(source: Source, member: Member) -> Iterator[Piece]:
    with opened(source, member) as database:
        tally = Tally()
        store = LlmStore(database, tally)
        yield from left_in_log(database)
        earlier = {each.account.id: each for each in conversations(store, ORIGIN)}
        for thread in threads(store, ORIGIN, earlier):
            yield from pieces_of(thread.account, list(_with_earlier(thread, earlier)))
        for each in earlier.values():
            yield from pieces_of(each.account, each.nodes)
        yield from tally.told()


def _with_earlier(thread: Told, earlier: dict[str, Told]) -> Iterator[Node]:
    """Yield a thread's nodes, and those of the conversation of its name unless it tells all of that again."""
    yield from thread.nodes
    for name, asked in thread.questions.items():
        conversation = earlier.pop(name)
        before = conversation.questions[name]
        if asked[: len(before)] != before:
            yield from conversation.nodes
