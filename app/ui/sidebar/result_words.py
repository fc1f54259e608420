"""What is said of a message that was found: who wrote it, when, and where it lies."""

from app.domain.item import Role
from app.domain.search import ItemHit, NoteHit
from app.ui.sidebar.result_rows import Found
from app.ui.translation import tr
from app.ui.when import short_moment
from app.ui.widgets.display_text import single_line


def who_and_when(hit: Found, now: int) -> str:
    """Return, for instance, "You · Thu"."""
    if isinstance(hit, NoteHit):
        return f"{tr('Note')} · {short_moment(hit.changed_at, now)}"
    return f"{_who(hit)} · {short_moment(hit.created_at, now)}"


def branch_of(hit: Found) -> str:
    """Return the name of the branch it lies on, where that is not the one that is shown."""
    if isinstance(hit, NoteHit) or hit.is_shown:
        return ""
    return single_line(hit.branch or "") or tr("another branch")


def small_print(hit: ItemHit) -> str:
    """Return what else there is to say: its branch, and how many more conversations have it."""
    parts = [branch_of(hit), _shared(hit.shared_with)]
    return ", ".join(part for part in parts if part)


def more_words(count: int) -> str:
    return tr("and {count} more").format(count=f"{count:,}".replace(",", "\u202f"))


def _who(hit: ItemHit) -> str:
    match hit.role:
        case Role.PERSON:
            return single_line(hit.author or "") or tr("You")
        case Role.MODEL:
            return single_line(hit.author or hit.model or "") or tr("Model")
        case Role.TOOL:
            return tr("Tool")
        case Role.SYSTEM | Role.DEVELOPER:
            return tr("Instructions")


def _shared(count: int) -> str:
    if not count:
        return ""
    if count == 1:
        return tr("also in another conversation")
    return tr("also in {count} more conversations").format(count=count)
