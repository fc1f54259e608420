"""Exports that something has happened to: broken off, or with anything in the place of anything."""

import copy
import random
from collections.abc import Iterator
from typing import Any

_STEP = 256


def broken_off(content: bytes) -> Iterator[bytes]:
    """The same bytes, ending at every 256th."""
    for end in range(0, len(content), _STEP):
        yield content[:end]


def spoilt(value: object, seed: int) -> object:
    """The same value with something else in up to four places, or nothing there, or the same twice."""
    chance = random.Random(seed)  # noqa: S311
    whole = copy.deepcopy(value)
    for _ in range(chance.randint(1, 4)):
        places = list(_places(whole))
        if not places:
            return whole
        holder, key = chance.choice(places)
        match chance.randint(0, 3):
            case 0:
                del holder[key]
            case 1 if isinstance(holder, list):
                holder.append(copy.deepcopy(holder[key]))
            case _:
                holder[key] = copy.deepcopy(chance.choice(_rubbish(whole, chance)))
    return whole


def _places(value: object) -> Iterator[tuple[Any, Any]]:
    waiting = [value]
    while waiting:
        each = waiting.pop()
        keys = each.keys() if isinstance(each, dict) else range(len(each)) if isinstance(each, list) else ()
        for key in keys:
            yield each, key
            waiting.append(each[key])


def _rubbish(value: object, chance: random.Random) -> list[Any]:
    """Values of each kind, and one from elsewhere in the same export: a name that belongs to another."""
    holder, key = chance.choice(list(_places(value)) or [([0], 0)])
    return [
        *(None, True, False, 0, -1, 1e300, 10**18, "", "x" * 300, "a\0b\ud800", "https://example.org/\n"),
        *([], [[]], [None, 1, "a", {}], {}, {"": {}}, {"id": []}, holder[key]),
    ]
