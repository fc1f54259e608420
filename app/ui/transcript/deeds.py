"""What a person can do with a message: which of it is offered for one, and in which words."""

from enum import StrEnum

from app.chat.replying import can_go_on
from app.domain.errors import Fault
from app.domain.item import MESSAGE, Item, ItemState, Role
from app.ui.translation import tr


class Deed(StrEnum):
    COPY = "copy"
    EDIT = "edit"
    CONTINUE = "continue"
    RETRY = "retry"
    ANSWER = "answer"
    AGAIN = "again"
    AGAIN_WITH = "again with"
    BRANCH = "branch"
    BRANCH_OUT = "branch out"
    PIN = "pin"
    UNPIN = "unpin"
    LEAVE_OUT = "leave out"
    TAKE_IN = "take in"
    DELETE = "delete"
    GIVEN = "given"
    SETTINGS = "settings"


Groups = tuple[tuple[Deed, ...], ...]

IN_BAR = (Deed.CONTINUE, Deed.COPY, Deed.EDIT, Deed.BRANCH, Deed.AGAIN, Deed.PIN, Deed.UNPIN)
_WITH_SETTINGS = frozenset({"CredentialsRejected", "ProviderUnreachable", "ModelUnknown", "ContextTooLong"})
_FAILED = frozenset({ItemState.FAILED, ItemState.INTERRUPTED})


def deeds_for(item: Item, *, is_last: bool, is_resting: bool) -> Groups:
    """Return what can be done with an item now, in groups that belong together.

    `is_resting` says that no reply is growing in its conversation.
    """
    if item.state is ItemState.STREAMING:
        return ((Deed.COPY,),)
    if item.kind != MESSAGE:
        return ((Deed.COPY,), (Deed.DELETE,)) if is_resting else ((Deed.COPY,),)
    marks = (
        Deed.UNPIN if item.is_pinned else Deed.PIN,
        Deed.TAKE_IN if item.is_excluded else Deed.LEAVE_OUT,
    )
    if not is_resting:
        return (Deed.COPY,), marks
    answers: tuple[Deed, ...] = ()
    if item.role is Role.MODEL:
        goes_on = (Deed.CONTINUE,) if is_last and can_go_on(item) else ()
        answers = (*goes_on, Deed.AGAIN, Deed.AGAIN_WITH)
    elif is_last:
        answers = (Deed.ANSWER,)
    given = (Deed.GIVEN,) if item.role is Role.MODEL else ()
    branches = (Deed.BRANCH, Deed.BRANCH_OUT)
    groups = (Deed.COPY, Deed.EDIT), answers, branches, (*marks, *given), (Deed.DELETE,)
    return tuple(group for group in groups if group)


def bar_deeds(item: Item, groups: Groups) -> tuple[Deed, ...]:
    """Return what of it has a button of its own, the most wanted first. A reply is seldom edited.

    What a message that broke off offers as its next step is not offered a second time.
    """
    offered = {deed for group in groups for deed in group}
    if item.role is Role.MODEL:
        offered.discard(Deed.EDIT)
    if item.state in _FAILED:
        offered.discard(Deed.CONTINUE)
    return tuple(deed for deed in IN_BAR if deed in offered)


def next_steps(item: Item, fault: Fault | None = None) -> tuple[Deed, ...]:
    """Return what leads on from the last message, where it did not come to its end or has no answer.

    `fault` says why a question has no answer, if that is known.
    """
    if item.role is not Role.MODEL:
        is_asked_about = fault is not None and fault.kind == "ContextOverBudget"  # elsewhere: it is too long
        return () if is_asked_about else (Deed.ANSWER,)
    if item.state not in _FAILED:
        return ()
    goes_on = (Deed.CONTINUE,) if can_go_on(item) else ()
    settings = (Deed.SETTINGS,) if item.fault and item.fault.kind in _WITH_SETTINGS else ()
    return (*goes_on, Deed.RETRY, *settings)


def short_words(deed: Deed) -> str:
    """Return the words of a button in the bar."""
    match deed:
        case Deed.EDIT:
            return tr("Edit")
        case Deed.BRANCH:
            return tr("Branch")
        case Deed.AGAIN:
            return tr("Again")
        case _:
            return words(deed)


def words(deed: Deed) -> str:
    """Return the words of a menu's entry, or of a button that stands alone."""
    told = {
        Deed.COPY: tr("Copy"),
        Deed.EDIT: tr("Edit message"),
        Deed.CONTINUE: tr("Continue"),
        Deed.RETRY: tr("Try again"),
        Deed.ANSWER: tr("Answer this question"),
        Deed.AGAIN: tr("Answer again"),
        Deed.AGAIN_WITH: tr("Answer with another model…"),
        Deed.BRANCH: tr("Branch from here"),
        Deed.BRANCH_OUT: tr("New conversation from here"),
        Deed.PIN: tr("Pin"),
        Deed.UNPIN: tr("Unpin"),
        Deed.LEAVE_OUT: tr("Leave out of the context"),
        Deed.TAKE_IN: tr("Take back into the context"),
        Deed.DELETE: tr("Delete"),
        Deed.GIVEN: tr("What this reply was given"),
        Deed.SETTINGS: tr("Open Settings"),
    }
    return told[deed]


def icon(deed: Deed) -> str:
    """Return the sign before a menu's entry; some have none."""
    signs = {
        Deed.COPY: "copy",
        Deed.EDIT: "pencil",
        Deed.CONTINUE: "play",
        Deed.RETRY: "refresh-cw",
        Deed.AGAIN: "refresh-cw",
        Deed.BRANCH: "git-branch",
        Deed.BRANCH_OUT: "message-square-plus",
        Deed.PIN: "pin",
        Deed.UNPIN: "pin-off",
        Deed.LEAVE_OUT: "eye-off",
        Deed.TAKE_IN: "eye",
        Deed.DELETE: "trash-2",
    }
    return signs.get(deed, "")
