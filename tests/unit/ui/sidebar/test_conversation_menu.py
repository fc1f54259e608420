"""What the menu offers, and for which rows."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.ids import FolderId
from app.domain.library import Folder, Tag
from app.domain.listing import ARCHIVED, EVERYDAY, TRASH, ListedConversation, Place
from app.ui.sidebar.conversation_menu import ConversationMenu
from app.ui.sidebar.known_rows import KnownRows
from app.ui.sidebar.wishes import Wish, Wishes
from app.ui.theme.theme import Theme
from app.ui.widgets.menu import Menu
from tests.unit.ui.sidebar.listed import listed

KILN = Folder(FolderId("kiln"), "Kiln")


class Offered:
    """A menu that was opened for some rows, and what was wished by it."""

    def __init__(self, theme: Theme, owner: QWidget, place: Place, *rows: ListedConversation) -> None:
        known, self._wishes = KnownRows(), Wishes(owner)
        known.folders, known.tags = [KILN], [Tag("Tea"), Tag("work")]
        self.menu = Menu(theme, "Rows", owner)
        self.told: list[tuple[object, ...]] = []
        self._wishes.many.connect(lambda wish, numbers: self.told.append((wish, *numbers)))
        self._wishes.move.connect(lambda numbers, folder: self.told.append((folder, *numbers)))
        self._wishes.tag.connect(lambda numbers, name, bears: self.told.append((name, bears, *numbers)))
        entries = ConversationMenu(self.menu, lambda: place, known, self._wishes, lambda: None)
        entries.offer_for(tuple(row.number for row in rows), rows)

    def words(self, menu: Menu | None = None) -> list[str]:
        return [each.text() for each in (menu or self.menu).actions() if not each.isSeparator()]

    def under(self, words: str) -> Menu:
        (action,) = [each for each in self.menu.actions() if each.text() == words]
        return action.menu()

    def take(self, words: str, menu: Menu | None = None) -> None:
        (action,) = [each for each in (menu or self.menu).actions() if each.text() == words]
        action.trigger()


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_marks_are_offered_as_what_they_would_become(theme: Theme, owner: QWidget) -> None:
    one = Offered(theme, owner, EVERYDAY, listed("a", number=1, is_pinned=True, is_unread=True))
    assert {"Unpin", "Mark as read"} <= {*one.words()}
    many = Offered(theme, owner, EVERYDAY, listed("a", number=1, is_pinned=True), listed("b", number=2))
    assert {"Pin", "Mark as unread"} <= {*many.words()}
    many.take("Pin")
    many.take("Mark as unread")
    assert many.told == [(Wish.PIN, 1, 2), (Wish.UNREAD, 1, 2)]


def test_a_folder_is_chosen_or_none(theme: Theme, owner: QWidget) -> None:
    loose = Offered(theme, owner, EVERYDAY, listed("a", number=1))
    assert loose.words(loose.under("Move to folder")) == ["Kiln", "New folder…"]
    inside = Offered(theme, owner, EVERYDAY, listed("a", number=1, folder=KILN.id))
    folders = inside.under("Move to folder")
    assert inside.words(folders) == ["Kiln", "No folder", "New folder…"]
    inside.take("No folder", folders)
    inside.take("Kiln", folders)
    assert inside.told == [(None, 1), ("kiln", 1)]


def test_a_tag_that_all_bear_is_taken_off_and_any_other_is_put_on(theme: Theme, owner: QWidget) -> None:
    rows = (listed("a", number=1, tags=("tea", "work")), listed("b", number=2, tags=("Tea",)))
    many = Offered(theme, owner, EVERYDAY, *rows)
    for name in ("Tea", "work"):
        many.take(name, many.under("Tags"))
    assert many.told == [("Tea", False, 1, 2), ("work", True, 1, 2)]


def test_what_is_archived_can_come_back(theme: Theme, owner: QWidget) -> None:
    one = Offered(theme, owner, ARCHIVED, listed("a", number=1, is_archived=True))
    one.take("Unarchive")
    assert one.told == [(Wish.UNARCHIVE, 1)]
    assert "Archive" not in one.words()


def test_in_the_trash_there_are_two_ways_out(theme: Theme, owner: QWidget) -> None:
    one = Offered(theme, owner, TRASH, listed("a", number=1, trashed_at=1))
    assert one.words() == ["Restore", "Delete for ever…"]
    many = Offered(theme, owner, TRASH, listed("a", number=1), listed("b", number=2))
    assert many.words() == ["Restore 2", "Delete 2 for ever…"]
    many.take("Delete 2 for ever…")
    assert many.told == [(Wish.REMOVE, 1, 2)]


def test_what_is_temporary_can_only_be_deleted_one_or_several(theme: Theme, owner: QWidget) -> None:
    several = Offered(theme, owner, EVERYDAY, listed("a", number=-1), listed("b", number=-2))
    assert several.words() == ["Delete 2"]
    several.take("Delete 2")
    assert several.told == [(Wish.TRASH, -1, -2)]
    mixed = Offered(theme, owner, EVERYDAY, listed("a", number=-1), listed("b", number=2))
    assert {"Archive 2", "Delete 2"} <= {*mixed.words()}
