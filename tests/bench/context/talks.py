"""Made-up conversations of 400 turns, one of talk and one with tools, and what requests along them cost.

A token is four characters of JSON here, whoever plans. What a request shares with what went before it, and
what is at least 1 024 tokens long, is read from the service's cache at a tenth of the price.
"""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass

TURNS = 400
BUDGET = 20_000
CACHED_PRICE = 0.1
SMALLEST_CACHED, CACHE_STEP = 1_024, 128
SYSTEM = "s" * 2_000

Body = str
Turn = list[Body]


@dataclass(frozen=True, slots=True)
class Bill:
    """`hit` is the share of tokens that were read from the cache; `cost` is in tokens at the full price."""

    hit: float
    cost: float
    mean: float
    invalid: float
    over: float


def talk(*, with_tools: bool, turns: int) -> list[Turn]:
    dice = random.Random(1)  # noqa: S311 (the same talk in every run)
    return [_turn(dice, number, with_tools=with_tools) for number in range(turns)]


def tokens(body: Body) -> int:
    return max(1, len(body) // 4)


def bill(requests: Sequence[Sequence[Body]], replies: Sequence[Sequence[Body]]) -> Bill:
    """What it costs to send these, one after the other, each answered by its reply."""
    before: list[Body] = []
    read = hits = invalid = over = 0
    for request, reply in zip(requests, replies, strict=True):
        size = sum(map(tokens, request))
        shared = _shared(before, request)
        read += size
        hits += shared
        invalid += not _is_valid(request)
        over += size > BUDGET * 1.05
        before = [*request, *reply]
    cost = read - hits + CACHED_PRICE * hits
    count = len(requests)
    return Bill(100 * hits / read, cost, read / count, 100 * invalid / count, 100 * over / count)


def _shared(before: Sequence[Body], request: Sequence[Body]) -> int:
    shared = 0
    for one, other in zip(before, request, strict=False):
        if one != other:
            break
        shared += tokens(one)
    return shared // CACHE_STEP * CACHE_STEP if shared >= SMALLEST_CACHED else 0


def _is_valid(request: Sequence[Body]) -> bool:
    """Whether no call stands without its result, nor a result without its call."""
    waiting: set[str] = set()
    for body in request:
        item = json.loads(body)
        if item["type"] == "function_call":
            waiting.add(item["call_id"])
        elif item["type"] == "function_call_output":
            if item["call_id"] not in waiting:
                return False
            waiting.remove(item["call_id"])
    return not waiting


def _turn(dice: random.Random, number: int, *, with_tools: bool) -> Turn:
    turn = [_message("user", f"u{number} " + "x" * dice.randint(40, 1200))]
    if with_tools and dice.random() < 0.6:
        for call in range(dice.randint(1, 4)):
            name = f"c{number}_{call}"
            turn += [
                _json({"type": "reasoning", "id": f"rs{name}", "summary": []}),
                _json({"type": "function_call", "call_id": name, "name": "f", "arguments": "{}"}),
                _json(
                    {
                        "type": "function_call_output",
                        "call_id": name,
                        "output": "o" * dice.randint(200, 16000),
                    }
                ),
            ]
    turn.append(_message("assistant", f"a{number} " + "y" * dice.randint(200, 4000)))
    return turn


def _message(role: str, text: str) -> Body:
    return _json({"type": "message", "role": role, "content": text})


def _json(value: object) -> Body:
    return json.dumps(value, separators=(",", ":"))
