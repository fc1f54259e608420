"""The ways to shorten a history: ours with its settings, and those that others have."""

import json
from collections.abc import Callable, Sequence
from itertools import chain

from app.domain.asking import Asking
from app.domain.branch import Path, Range
from app.domain.candidate import Candidate, weigh
from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.context_survey import Past
from app.domain.context_window import plan
from app.domain.ids import ItemId
from app.domain.item import Item, ItemState, Role, kind_of
from app.domain.ledger import Ledger
from app.domain.tokens import Estimator, Measure
from tests.bench.context.talks import BUDGET, SYSTEM, Body, Turn, tokens

Way = Callable[[Sequence[Turn]], list[list[Body]]]

_SYSTEM_BODY = json.dumps({"type": "message", "role": "system", "content": SYSTEM})


def ours(policy: ContextPolicy, *, forgets: bool = False) -> Way:
    """Plan with the program's own code. One that forgets begins anew each time: a sliding window."""

    def requests(turns: Sequence[Turn]) -> list[list[Body]]:
        items = [_weighed(depth, body) for depth, body in enumerate(chain(*turns), 1)]
        measure = Measure(_BY_CHARACTERS, {(item.item.id, 0): tokens(item.body) for item in items})
        keeps_first = policy.kind is PolicyKind.KEEP_FIRST
        asking = Asking("m", BUDGET, SYSTEM, policy=policy, may_exceed=True)
        made: list[list[Body]] = []
        ledger: Ledger | None = None
        end = 0
        for turn in turns:
            asked = end + 1
            first = 1 if ledger is None else ledger.cut
            given = tuple(items[first - 1 : asked])
            apart = tuple(items[: len(turns[0])]) if keeps_first and first > 1 else ()
            past = Past(Path((Range(1, 1, asked),)), given, first, apart, in_force=ledger)
            planned = plan(past, asking, measure)
            ledger = None if forgets else planned.ledger
            made.append([_SYSTEM_BODY, *planned.bodies])
            end += len(turn)
        return made

    return requests


def oldest_first(turns: Sequence[Turn]) -> list[list[Body]]:
    """Drop the oldest messages one by one, as many clients do: text alone is counted, calls are not."""

    def counted(body: Body) -> int:
        content = json.loads(body).get("content")
        return -(-len(content) // 4) if isinstance(content, str) else 0

    held, made = [_SYSTEM_BODY], []
    for turn in turns:
        held.append(turn[0])
        total = sum(map(counted, held))
        while total > BUDGET and len(held) > 4:
            total -= counted(held.pop(1))
        made.append(list(held))
        held += turn[1:]
    return made


_BY_CHARACTERS = Estimator((0.25,) * 9 + (15.0, 1.0), error=0.0)


def _weighed(depth: int, body: Body) -> Candidate:
    kind = kind_of(body)
    role = Role.MODEL if json.loads(body).get("role") != "user" else Role.PERSON
    return weigh(Item(ItemId(str(depth)), 1, depth, role, ItemState.COMPLETE, body, 1, kind=kind))


WAYS: tuple[tuple[str, Way], ...] = (
    ("oldest message first", oldest_first),
    (
        "newest 30 items",
        ours(ContextPolicy(PolicyKind.NEWEST_ITEMS, 30, shortens_results=False)),
    ),
    ("sliding whole turns", ours(ContextPolicy(low_mark=1.0, shortens_results=False), forgets=True)),
    ("ours to 80 %", ours(ContextPolicy(low_mark=0.8, shortens_results=False))),
    ("ours to 30 %", ours(ContextPolicy(low_mark=0.3, shortens_results=False))),
    ("ours to 50 %, results whole", ours(ContextPolicy(shortens_results=False))),
    ("ours to 50 %, first turn kept", ours(ContextPolicy(PolicyKind.KEEP_FIRST, shortens_results=False))),
    ("ours, as it comes", ours(ContextPolicy())),
)
