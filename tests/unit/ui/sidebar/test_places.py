"""The list, and the places that can be looked into instead."""

import pytest
from pytestqt.qtbot import QtBot

from app.domain.ids import ConversationId, FolderId
from app.domain.library import Folder, Tag
from app.domain.listing import ARCHIVED, EVERYDAY, TRASH, Place, PlaceKind
from app.ui.sidebar.known_rows import KnownRows
from app.ui.sidebar.places import Places
from app.ui.sidebar.wishes import Wish, Wishes
from app.ui.theme.theme import Theme
from tests.unit.ui.conftest import NOW
from tests.unit.ui.sidebar.listed import listed, opened

KILN, TEA = Place(PlaceKind.FOLDER, "kiln"), Place(PlaceKind.TAG, "Tea")


@pytest.fixture
def places(qtbot: QtBot, theme: Theme) -> Places:
    known, wishes = KnownRows(), Wishes()
    known.folders, known.tags = [Folder(FolderId("kiln"), "Kiln")], [Tag("Tea", 1)]
    made = Places(theme, known, wishes)
    wishes.setParent(made)
    qtbot.addWidget(made)
    made.show()
    made.model.open(opened(listed("a"), listed("p", is_pinned=True)), NOW)
    return made


def wished(places: Places) -> list[tuple[object, ...]]:
    told: list[tuple[object, ...]] = []
    places.rows.wishes.many.connect(lambda wish, numbers: told.append((wish, *numbers)))
    return told


@pytest.mark.parametrize(("place", "name"), [(KILN, "Kiln"), (TEA, "Tea"), (ARCHIVED, "Archived")])
def test_a_place_is_read_when_it_is_wanted(qtbot: QtBot, places: Places, place: Place, name: str) -> None:
    with qtbot.waitSignal(places.wanted) as wanted, qtbot.waitSignal(places.changed):
        places.show_place(place)
    assert (wanted.args, places.place) == ([places.place_model], place)
    assert (places.rows.accessibleName(), places.place_page.back_button.text()) == (name, name)
    places.place_page.back_button.click()
    assert (places.place, places.list.isVisible()) == (EVERYDAY, True)


def test_words_say_that_a_place_is_empty_once_that_is_known(places: Places) -> None:
    places.show_place(ARCHIVED)
    assert places.rows.accessibleDescription() == ""
    places.place_model.open(opened(place=ARCHIVED), NOW)
    assert places.rows.accessibleDescription().startswith("Nothing is archived.")
    places.trash_model.open(opened(place=TRASH), NOW)
    assert "30 days" in places.trash.accessibleDescription()


def test_emptying_is_offered_while_there_is_something_in_the_trash(places: Places) -> None:
    places.show_place(TRASH)
    row = listed("t", trashed_at=NOW)
    places.trash_model.open(opened(row, place=TRASH), NOW)
    assert places.trash_page.deed_button.isVisible()
    places.trash_model.drop(row.number)
    assert not places.trash_page.deed_button.isVisible()


def test_what_is_shown_is_marked_wherever_it_stands(places: Places) -> None:
    places.show_place(TEA)
    places.place_model.open(opened(listed("a", tags=("Tea",)), place=TEA), NOW)
    places.select(ConversationId("a"))
    assert [rows.numbers for rows in (places.list, places.place_list)] == [(ord("a"),)] * 2


def test_a_new_name_shows_and_what_is_no_more_is_left(places: Places) -> None:
    places.show_place(KILN)
    places._known.folders = [Folder(FolderId("kiln"), "Oven")]
    places.reconsider()
    assert places.rows.accessibleName() == "Oven"
    places._known.folders = []
    places.reconsider()
    assert places.place == EVERYDAY


def test_keys_archive_and_pin_what_is_chosen_or_take_that_back(places: Places) -> None:
    told = wished(places)
    places.select(ConversationId("a"))
    places.archive()
    places.pin()
    places.select(ConversationId("p"))
    places.pin()
    places.show_place(ARCHIVED)
    places.place_model.open(opened(listed("x", is_archived=True), place=ARCHIVED), NOW)
    places.select(ConversationId("x"))
    places.archive()
    places.show_place(TRASH)
    places.archive()
    places.pin()
    a, p, x = map(ord, "apx")
    assert told == [(Wish.ARCHIVE, a), (Wish.PIN, a), (Wish.UNPIN, p), (Wish.UNARCHIVE, x)]
