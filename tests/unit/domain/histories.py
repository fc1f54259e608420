"""The short ways to make items of a history, and the past that a request is planned from."""

import json

from app.domain.asking import Asking
from app.domain.branch import Path, Range
from app.domain.candidate import weigh
from app.domain.context_survey import Past
from app.domain.context_window import Plan, plan
from app.domain.ids import ItemId
from app.domain.item import Item, ItemState, Role, kind_of, question_body, reply_body
from app.domain.ledger import Ledger
from app.domain.summary import Summary
from app.domain.tokens import Estimator, Measure

FRAME = 4


# A letter is a token, a frame four, and all of that is certain.
PLAIN = Measure(Estimator((1.0, 0.0, 1.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 4.0, 1.0), error=0.0))


def costing(tokens: int) -> str:
    """A text that costs so many tokens with its frame. One of none is blank."""
    return "x" * (tokens - FRAME) if tokens else " "


def item(depth: int, role: Role, body: str, run: int = 1, **more: object) -> Item:
    made = Item(ItemId(f"{run}.{depth}"), run, depth, role, ItemState.COMPLETE, body, 1, kind=kind_of(body))
    return made._replace(**more)


def question(depth: int, text: str = "Why?", **more: object) -> Item:
    return item(depth, Role.PERSON, question_body(text), **more)


def reply(depth: int, text: str = "Because.", **more: object) -> Item:
    return item(depth, Role.MODEL, reply_body(text, whole=True), **more)


def reasoning(depth: int, **more: object) -> Item:
    body = {"type": "reasoning", "id": f"rs_{depth}", "summary": [], "encrypted_content": "x" * 60}
    return item(depth, Role.MODEL, json.dumps(body), **more)


def call(depth: int, name: str, **more: object) -> Item:
    body = {"type": "function_call", "call_id": name, "name": "look", "arguments": "{}"}
    return item(depth, Role.MODEL, json.dumps(body), **more)


def result(depth: int, name: str, output: str = "found", **more: object) -> Item:
    body = {"type": "function_call_output", "call_id": name, "output": output}
    return item(depth, Role.TOOL, json.dumps(body), **more)


def past(items: list[Item], *, reaches: int = 1, length: int | None = None, **more: object) -> Past:
    """A past of one run, of which all from `reaches` on is given."""
    end = items[-1].depth if length is None else length
    given = tuple(weigh(each) for each in items if each.depth >= reaches)
    return Past(Path((Range(1, 1, end),)), given, reaches, **more)  # type: ignore[arg-type]


def planned(
    items: list[Item],
    budget: int = 1000,
    *,
    asking: Asking | None = None,
    in_force: Ledger | None = None,
    reaches: int = 1,
    summary: Summary | None = None,
) -> Plan:
    given = past(items, reaches=reaches, in_force=in_force, summary=summary)
    return plan(given, asking or Asking("m", budget), PLAIN)


def sent(result: Plan) -> list[int]:
    """The depths of what is sent, in its order."""
    spans = (*result.ledger.pinned, *result.ledger.sent)
    return [depth for span in spans for depth in range(span.first, span.last + 1)]
