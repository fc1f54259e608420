"""The small print of a message: who, when, at what cost, and what became of it."""

from app.domain.item import Item, ItemState, Role
from app.domain.usage import Usage
from app.ui.translation import tr
from app.ui.when import clock_time
from app.ui.widgets.display_text import single_line

_THIN_SPACE = "\u202f"


def author(item: Item) -> str:
    """Return who speaks in an item, in one line."""
    match item.role:
        case Role.PERSON:
            return tr("You")
        case Role.SYSTEM | Role.DEVELOPER:
            return tr("Instructions")
        case Role.TOOL:
            return tr("Tool")
        case Role.MODEL:
            return single_line(item.author or item.model or "") or tr("Model")


def small_print(item: Item, usage: Usage | None, progress: str = "") -> str:
    """Return it as one line."""
    parts = [author(item), clock_time(item.created_at)]
    if usage:
        count = f"{usage.output_tokens:,}".replace(",", _THIN_SPACE)
        parts.append(tr("{count} tokens").format(count=count))
    if item.state is ItemState.STOPPED:
        parts.append(tr("Stopped"))
    if progress:
        parts.append(progress)
    return " · ".join(parts)
