"""A request's context in lines that a person reads: what is sent, what is not, and why."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.conversation import Conversation
from app.domain.ids import ItemId
from app.domain.item import MESSAGE
from app.domain.ledger import Reason
from app.domain.told_context import Form, NextRequest, ToldContext, ToldItem, ToldSummary
from app.verbs.output import single_line
from app.verbs.show import AUTHORS

_LONGEST = 60
_GONE = "(deleted since)"
_REASONS = MappingProxyType(
    {
        Reason.OVER_BUDGET: "too far back: cut off to make room",
        Reason.BEYOND_COUNT: "further back than what is wanted",
        Reason.SUMMARISED: "the summary stands for it",
        Reason.EXCLUDED: "you have excluded it",
        Reason.HIDDEN: "you have deleted it",
        Reason.NO_TEXT: "there is no text in it",
        Reason.NO_CALL: "a result without its call",
        Reason.NO_RESULT: "a call without its result",
        Reason.NO_FOLLOWER: "reasoning without what came of it",
    }
)
_FORMS = MappingProxyType(
    {Form.SHORTENED: "shortened", Form.UNFINISHED: "unfinished, so its text alone is sent"}
)


def lines_of_next(about: Conversation, coming: NextRequest) -> list[str]:
    told = coming.context
    lines = [*_heading(about), *_facts(told)]
    if coming.is_guess:
        lines.append("How much this model reads is not known: the budget is a guess.")
    if told.is_over:
        lines.append("It does not fit: exclude something, or let less of the conversation be sent.")
    elif coming.awaits_question:
        lines.append("Your next question comes on top of that.")
    return [*lines, "", "Would be sent:", *_sent(told), *_left_out(told, "Would not be sent:")]


def lines_of_reply(about: Conversation, reply: ItemId, requests: Sequence[ToldContext]) -> list[str]:
    lines = [*_heading(about), f"Reply {reply}"]
    for number, told in enumerate(requests, 1):
        if len(requests) > 1:
            lines += ["", f"Request {number} of {len(requests)}"]
        lines += [*_facts(told), "", "Sent:", *_sent(told), *_left_out(told, "Not sent:")]
        if told.ledger.continuation:
            lines += ["", f"Asked to go on: {_short(told.ledger.continuation)}"]
    return lines


def _heading(about: Conversation) -> Iterator[str]:
    yield single_line(about.title)
    yield f"Conversation {about.id}"


def _facts(told: ToldContext) -> Iterator[str]:
    ledger = told.ledger
    yield f"Model: {ledger.model}{f', as {single_line(ledger.author)}' if ledger.author else ''}"
    off = f", give or take {ledger.uncertainty}" if ledger.uncertainty else ""
    yield f"Tokens: about {ledger.estimated_tokens} of {ledger.budget}{off}"
    yield f"Policy: {_policy(ledger.policy)}"
    if told.has_instructions:
        yield f"Instructions: {_short(told.instructions)}"
    if parameters := ledger.parameters.to_mapping():
        yield "Parameters: " + ", ".join(f"{name} {value}" for name, value in parameters.items())


def _policy(policy: ContextPolicy) -> str:
    match policy.kind:
        case PolicyKind.FIT:
            return "as much as fits, the newest first"
        case PolicyKind.KEEP_FIRST:
            return "the first turn, and as much as fits of the newest"
        case PolicyKind.NEWEST_TURNS:
            return f"turns, the newest {policy.count}"
        case PolicyKind.NEWEST_ITEMS:
            return f"items, the newest {policy.count}"
        case PolicyKind.EVERYTHING:
            return "everything, or no request at all"


def _sent(told: ToldContext) -> Iterator[str]:
    yield from map(_item, told.pinned)
    if told.summary:
        yield _row(f"1-{told.summary.position}", _summary(told.summary))
    yield from map(_item, told.items)
    if not (told.pinned or told.summary or told.items):
        yield _row("", "nothing")


def _summary(summary: ToldSummary) -> str:
    return "Summary: sealed by the service" if summary.is_sealed else f"Summary: {_short(summary.text)}"


def _item(item: ToldItem) -> str:
    if item.form is Form.SINCE_DELETED:
        return _row(str(item.position), _GONE)
    author = AUTHORS[item.role] if item.role else ""
    kind = f", {item.kind.replace('_', ' ')}" if item.kind and item.kind != MESSAGE else ""
    marks = [
        *(["pinned"] if item.is_pinned else []),
        *(["with files"] if item.has_files else []),
        *(["edited"] if item.revision else []),
        *([_FORMS[item.form]] if item.form in _FORMS else []),
    ]
    beside = f" [{', '.join(marks)}]" if marks else ""
    return _row(str(item.position), f"{author}{kind}: {_short(item.text)}{beside}")


def _left_out(told: ToldContext, heading: str) -> Iterator[str]:
    if told.left_out:
        yield from ("", heading)
    for gap in told.left_out:
        place = str(gap.first) if gap.first == gap.last else f"{gap.first}-{gap.last}"
        yield _row(place, _REASONS[gap.reason])


def _row(place: str, text: str) -> str:
    return f"{place:>9}  {text}"


def _short(text: str | None) -> str:
    if text is None:
        return _GONE
    line = single_line(text)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
