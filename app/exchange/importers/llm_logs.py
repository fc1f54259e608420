"""The `logs.db` of the command `llm`: its threads of messages, and the responses of its earlier versions.

Both may be in one file, and what went on from an earlier conversation may be in it twice: then the thread,
which holds all of it, is taken.
"""

from collections.abc import Iterator

from app.domain.parcel import Piece
from app.exchange.importers.databases import databases, has_table_of, left_in_log, opened
from app.exchange.importers.llm_responses import conversations
from app.exchange.importers.llm_store import LlmStore
from app.exchange.importers.llm_threads import threads
from app.exchange.importers.tally import Tally
from app.exchange.importers.tree import pieces_of
from app.exchange.source import Member, Source

ORIGIN = "llm"
_THREADS = frozenset({"id", "tip_message_hash", "forked_from"})
_RESPONSES = frozenset({"id", "model", "prompt", "response", "conversation_id"})


def recognises(source: Source) -> bool:
    """By the table of either kind."""
    return has_table_of(source, _THREADS) or has_table_of(source, _RESPONSES)


def pieces(source: Source) -> Iterator[Piece]:
    for member in databases(source):
        yield from _of_member(source, member)


def _of_member(source: Source, member: Member) -> Iterator[Piece]:
    with opened(source, member) as database:
        tally = Tally()
        store = LlmStore(database, tally)
        yield from left_in_log(source, member)
        earlier = {each.account.id: each for each in conversations(store, ORIGIN)}
        for thread in threads(store, ORIGIN, earlier):
            yield from pieces_of(thread.account, thread.nodes)
            for name, asked in thread.questions.items():
                if asked[: len(earlier[name].questions[name])] == earlier[name].questions[name]:
                    del earlier[name]
        for each in earlier.values():
            yield from pieces_of(each.account, each.nodes)
        yield from tally.told()
