"""What is written in a row of the sidebar, and what is said of it to those who do not see it."""

from app.domain.library import Folder
from app.domain.listing import ListedConversation, Place, PlaceKind
from app.ui.sidebar.known_rows import KnownRows
from app.ui.sidebar.stretches import More
from app.ui.translation import tr
from app.ui.when import short_moment, spoken_moment
from app.ui.widgets.display_text import single_line


def untitled() -> str:
    """Return what stands for a title that is not there yet."""
    return tr("New conversation")


def title(row: ListedConversation) -> str:
    return single_line(row.conversation.title) or untitled()


def moment(row: ListedConversation, place: Place, now: int) -> str:
    """Return the quiet time at the end of the row."""
    if row.conversation.is_temporary:
        return tr("Temporary")
    return short_moment(place.moment(row), now)


def spoken(row: ListedConversation, place: Place, now: int, known: KnownRows) -> str:
    """Return the title and every mark in words: "Trip to Kraków, yesterday, unread, 2 branches"."""
    when = spoken_moment(place.moment(row), now)
    marks = (
        (tr("temporary"), row.conversation.is_temporary),
        (tr("in the trash since {moment}").format(moment=when), place.kind is PlaceKind.TRASH),
        (when, place.kind is not PlaceKind.TRASH),
        (tr("being answered"), known.is_streaming(row)),
        (tr("unread"), row.is_unread),
        (tr("pinned"), row.is_pinned),
        (tr("{count} branches").format(count=row.branches), row.branches > 1),
    )
    return ", ".join((title(row), *(words for words, borne in marks if borne)))


def other(row: str | Folder | More) -> str:
    """Return what is written in a row that is no conversation."""
    match row:
        case Folder(name=name):
            return single_line(name)
        case More(hidden):
            return tr("{count} more folders").format(count=hidden)
        case heading:
            return heading


def spoken_other(row: str | Folder | More) -> str:
    match row:
        case Folder(name=name, conversations=1):
            return tr("{name}, folder, 1 conversation").format(name=single_line(name))
        case Folder(name=name, conversations=count):
            return tr("{name}, folder, {count} conversations").format(name=single_line(name), count=count)
        case More():
            return other(row)
        case heading:
            return tr("{heading}, heading").format(heading=heading)
