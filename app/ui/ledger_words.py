"""A request's context in the words of the window: who speaks, what is sent, why not, and how much that is."""

from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.item import MESSAGE, REASONING, Role
from app.domain.ledger import Reason
from app.domain.told_context import Form, ToldItem
from app.ui.measures import rounded
from app.ui.translation import tr


def total(count: int, uncertainty: int, budget: int) -> str:
    """Return how full a request is."""
    if not uncertainty:
        return tr("{count} of {budget} tokens").format(count=rounded(count), budget=rounded(budget))
    return tr("About {count} of {budget} tokens, give or take {off}").format(
        count=rounded(count), budget=rounded(budget), off=rounded(uncertainty)
    )


def author(item: ToldItem, model: str) -> str:
    """Return who speaks in an item."""
    if item.kind == REASONING:
        return tr("Thinking")
    match item.role:
        case Role.PERSON:
            return tr("You")
        case Role.TOOL:
            return tr("Tool")
        case Role.SYSTEM | Role.DEVELOPER:
            return tr("Instructions")
        case _:
            return tr("A call") if item.kind not in (None, MESSAGE) else model


def why_sent(item: ToldItem) -> str:
    """Return in what form an item is sent."""
    match item.form:
        case Form.SHORTENED:
            return tr("Sent, shortened")
        case Form.UNFINISHED:
            return tr("Sent as far as it got")
        case Form.SINCE_DELETED:
            return tr("Sent, and deleted since")
        case Form.WHOLE:
            return tr("Sent in any case: pinned") if item.is_pinned else tr("Sent")


def why_not(reason: Reason) -> str:
    """Return why an item is not sent."""
    match reason:
        case Reason.OVER_BUDGET:
            return tr("Not sent: too far back, there is no room")
        case Reason.BEYOND_COUNT:
            return tr("Not sent: further back than is wanted")
        case Reason.SUMMARISED:
            return tr("Not sent: the summary stands for it")
        case Reason.EXCLUDED:
            return tr("Not sent: you left it out")
        case Reason.HIDDEN:
            return tr("Not sent: you deleted it")
        case Reason.NO_TEXT:
            return tr("Not sent: there is no text in it")
        case Reason.NO_CALL:
            return tr("Not sent: a result without its call")
        case Reason.NO_RESULT:
            return tr("Not sent: a call without its result")
        case Reason.NO_FOLLOWER:
            return tr("Not sent: thinking without what came of it")


def policy(kind: PolicyKind) -> str:
    """Return a policy in a few words, as one chooses it."""
    match kind:
        case PolicyKind.FIT:
            return tr("As much as fits")
        case PolicyKind.KEEP_FIRST:
            return tr("First turn, then what fits")
        case PolicyKind.NEWEST_TURNS:
            return tr("Newest turns")
        case PolicyKind.NEWEST_ITEMS:
            return tr("Newest messages")
        case PolicyKind.EVERYTHING:
            return tr("Everything or nothing")


def chosen_policy(chosen: ContextPolicy) -> str:
    """Return the policy in force, with its number where it counts."""
    match chosen.kind:
        case PolicyKind.NEWEST_TURNS:
            return tr("The newest turns: {count}").format(count=chosen.count)
        case PolicyKind.NEWEST_ITEMS:
            return tr("The newest messages: {count}").format(count=chosen.count)
        case kind:
            return policy(kind)
