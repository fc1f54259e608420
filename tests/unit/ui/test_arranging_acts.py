"""Keeping order in the list, seen and driven through the window."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.conversation import Sharing
from app.domain.ids import ConversationId
from app.domain.listing import Place, PlaceKind
from app.ui.dialogs.confirm_dialog import ConfirmDialog
from app.ui.dialogs.name_dialog import NameDialog
from app.ui.main_window import MainWindow
from app.ui.sidebar.wishes import Chosen, Wish
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until
from tests.unit.ui.conftest import Talk
from tests.unit.ui.sidebar.listed import texts
from tests.unit.ui.test_presenter import listed
from tests.unit.ui.test_presenter import texts as messages

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
async def three(window: MainWindow, controller: ScriptedController) -> MainWindow:
    """The window with three conversations, of which the newest is shown."""
    controller.keep("Middle", ("What?", "That."), age=1000)
    controller.keep("Oldest", ("When?", "Then."), age=2000)
    window._presenter.start()
    await until(lambda: len(listed(window)) == 3, "the list")
    return window


def numbers(window: MainWindow, *titles: str) -> Chosen:
    rows = window._presenter._controller.listing.all()
    return tuple(row.number for title in titles for row in rows if row.conversation.title == title)


async def shows(window: MainWindow, *rows: str) -> None:
    await until(lambda: texts(window.sidebar.model) == [*rows], f"{rows}")


async def test_many_are_archived_and_one_undo_brings_them_back(qtbot: QtBot, three: MainWindow) -> None:
    three.sidebar.wishes.many.emit(Wish.ARCHIVE, numbers(three, "Middle", "Oldest"))
    await shows(three, "Today", "Celadon")
    assert three.sidebar.undo_line.words.text() == "2 archived"
    three.sidebar.archived_button.click()
    await until(lambda: texts(three.sidebar.places.place_model) == ["Today", "Middle", "Oldest"], "the place")
    qtbot.keyClick(three.sidebar.places.rows, Qt.Key.Key_Z, CONTROL)
    await shows(three, "Today", "Celadon", "Middle", "Oldest")
    assert three.sidebar.undo_line.isHidden()
    await until(lambda: texts(three.sidebar.places.place_model) == [], "the empty place")


async def test_what_is_shown_stays_shown_when_it_is_archived(qtbot: QtBot, three: MainWindow) -> None:
    qtbot.keyClick(three, Qt.Key.Key_A, CONTROL | SHIFT)
    await shows(three, "Today", "Middle", "Oldest")
    assert messages(three) == ["What is blue?", "Iron is."]
    assert (three.pane.header.title.text(), three.sidebar.list.numbers) == ("Celadon", ())


async def test_what_is_shown_is_pinned_and_unpinned_by_key(qtbot: QtBot, three: MainWindow) -> None:
    qtbot.keyClick(three, Qt.Key.Key_P, CONTROL | SHIFT)
    await shows(three, "Pinned", "Celadon", "Today", "Middle", "Oldest")
    qtbot.keyClick(three, Qt.Key.Key_P, CONTROL | SHIFT)
    await shows(three, "Today", "Celadon", "Middle", "Oldest")


async def test_pinning_is_taken_back_by_the_line_below_the_list(three: MainWindow) -> None:
    three.sidebar.wishes.many.emit(Wish.PIN, numbers(three, "Middle", "Oldest"))
    await shows(three, "Pinned", "Middle", "Oldest", "Today", "Celadon")
    assert three.sidebar.undo_line.words.text() == "2 pinned"
    three.sidebar.undo_line.deed_button.click()
    await shows(three, "Today", "Celadon", "Middle", "Oldest")
    three.sidebar.wishes.many.emit(Wish.UNPIN, numbers(three, "Middle"))
    await until(lambda: three.sidebar.undo_line.words.text() == "Unpinned", "the offer")


async def test_a_tag_is_taken_back_from_those_alone_that_did_not_bear_it(
    three: MainWindow, controller: ScriptedController
) -> None:
    def bearers() -> set[str]:
        rows = controller.listing.all()
        return {row.conversation.title for row in rows if "kiln" in row.tags}

    three.sidebar.wishes.tag.emit(numbers(three, "Middle"), "kiln", True)
    await until(lambda: bearers() == {"Middle"}, "the tag")
    three.sidebar.wishes.tag.emit(numbers(three, "Middle", "Oldest"), "kiln", True)
    await until(lambda: bearers() == {"Middle", "Oldest"}, "the tag on both")
    await until(three.sidebar.undo_line.isVisible, "the offer")
    assert three.sidebar.undo_line.words.text() == "Tag “kiln” added"
    three.sidebar.undo_line.deed_button.click()
    await until(lambda: bearers() == {"Middle"}, "the tag where it was")
    three.sidebar.wishes.tag.emit(numbers(three, "Middle", "Oldest"), "kiln", False)
    await until(lambda: three.sidebar.undo_line.words.text() == "Tag “kiln” taken off", "the offer")
    three.sidebar.undo_line.deed_button.click()
    await until(lambda: bearers() == {"Middle"}, "the tag back")


async def test_many_are_deleted_and_one_undo_brings_them_back(qtbot: QtBot, three: MainWindow) -> None:
    three.sidebar.wishes.many.emit(Wish.TRASH, numbers(three, "Celadon", "Middle"))
    await shows(three, "Today", "Oldest")
    await until(lambda: messages(three) == ["When?", "Then."], "what stays")
    assert three.sidebar.undo_line.words.text() == "2 moved to the trash"
    qtbot.keyClick(three.sidebar.list, Qt.Key.Key_Z, CONTROL)
    await shows(three, "Today", "Celadon", "Middle", "Oldest")
    await until(lambda: messages(three) == ["What is blue?", "Iron is."], "what was shown")
    assert three.sidebar.undo_line.isHidden()


async def test_what_another_conversation_uses_is_said_beside_the_undo(
    three: MainWindow, controller: ScriptedController
) -> None:
    controller.removing.shared = [Sharing(ConversationId("x"), "Celadon", 2)]
    three.sidebar.wishes.many.emit(Wish.TRASH, numbers(three, "Middle"))
    await until(three.sidebar.undo_line.note.isVisible, "the note")
    assert three.sidebar.undo_line.note.text() == "2 messages stay because “Celadon” uses the same."
    three.sidebar.wishes.many.emit(Wish.ARCHIVE, numbers(three, "Oldest"))
    await until(three.sidebar.undo_line.note.isHidden, "another offer")


async def test_many_leave_the_trash_in_either_way(three: MainWindow, controller: ScriptedController) -> None:
    three.sidebar.wishes.many.emit(Wish.TRASH, numbers(three, "Middle", "Oldest"))
    await until(lambda: len(texts(three.sidebar.trash_model)) == 2, "the trash")
    three.sidebar.wishes.many.emit(Wish.REMOVE, numbers(three, "Middle", "Oldest"))
    await until(lambda: three.findChildren(ConfirmDialog), "the question")
    three.findChildren(ConfirmDialog)[-1].deed_button.click()
    await until(lambda: texts(three.sidebar.trash_model) == [], "the end")
    assert controller._trash == {}


def ask_for_folder(qtbot: QtBot, window: MainWindow, title: str, name: str) -> None:
    window.sidebar.wishes.new_folder.emit(numbers(window, title))
    dialog = window.findChild(NameDialog)
    qtbot.keyClicks(dialog.field, name)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)


async def test_a_folder_is_made_for_what_is_chosen(qtbot: QtBot, three: MainWindow) -> None:
    ask_for_folder(qtbot, three, "Middle", "Kiln")
    await until(lambda: not three.findChildren(NameDialog), "the folder")
    ask_for_folder(qtbot, three, "Oldest", "kiln")
    dialog = three.findChild(NameDialog)
    await until(dialog.trouble.isVisible, "the refusal")
    assert "bears that name" in dialog.trouble.accessibleName()
    dialog.reject()
    await shows(three, "Folders", "Kiln", "Today", "Celadon", "Oldest")
    assert three.sidebar.undo_line.words.text() == "Moved"


async def test_a_folder_is_looked_into_renamed_and_removed(
    three: MainWindow, controller: ScriptedController
) -> None:
    folder = await controller.arranging.add_folder("Kiln")
    three.sidebar.wishes.move.emit(numbers(three, "Middle"), folder.id)
    await shows(three, "Folders", "Kiln", "Today", "Celadon", "Oldest")
    places = three.sidebar.places
    three.sidebar.wishes.place.emit(Place(PlaceKind.FOLDER, folder.id))
    await until(lambda: texts(places.place_model) == ["Today", "Middle"], "the folder")
    three.sidebar.wishes.folder_rename.emit(folder.id, "Oven")
    await until(lambda: places.rows.accessibleName() == "Oven", "the new name")
    three.sidebar.wishes.folder_removal.emit(folder.id)
    await shows(three, "Today", "Celadon", "Middle", "Oldest")
    assert (places.rows is three.sidebar.list, three.sidebar.undo_line.words.text()) == (
        True,
        "Folder removed",
    )


async def test_a_tag_is_put_on_looked_into_and_taken_off(qtbot: QtBot, three: MainWindow) -> None:
    chosen = numbers(three, "Middle", "Oldest")
    three.sidebar.wishes.new_tag.emit(chosen)
    dialog = three.findChildren(NameDialog)[-1]
    qtbot.keyClicks(dialog.field, "Tea")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    await until(three.sidebar.tag_button.isVisible, "the way to tags")
    three.sidebar.wishes.place.emit(Place(PlaceKind.TAG, "Tea"))
    place = three.sidebar.places.place_model
    await until(lambda: texts(place) == ["Today", "Middle", "Oldest"], "the tagged ones")
    three.sidebar.wishes.tag.emit(chosen, "Tea", False)
    await until(three.sidebar.tag_button.isHidden, "no more tags")
    assert three.sidebar.list.isVisible()


async def test_a_reply_that_ends_elsewhere_is_unread_until_it_is_shown(
    three: MainWindow, controller: ScriptedController
) -> None:
    (middle,) = [row for row in controller.listing.all() if row.conversation.title == "Middle"]
    controller.begin_reply(middle.conversation.id)
    controller.end_reply(middle.conversation.id)
    known = three.sidebar.known
    await until(lambda: known.of(middle.conversation.id).is_unread, "the mark")
    three._presenter.open(middle.conversation.id)
    await until(lambda: not known.of(middle.conversation.id).is_unread, "the mark to go")
    controller.begin_reply(middle.conversation.id)
    controller.end_reply(middle.conversation.id)
    await until(lambda: not known.streaming, "the end")
    assert not known.of(middle.conversation.id).is_unread


async def test_marks_are_put_on_and_taken_off_by_hand(three: MainWindow) -> None:
    for wish, is_unread in ((Wish.UNREAD, True), (Wish.READ, False)):
        three.sidebar.wishes.many.emit(wish, numbers(three, "Middle"))
        await until(
            lambda: three.sidebar.known.at(*numbers(three, "Middle")).is_unread is is_unread,  # noqa: B023
            "the mark",
        )


async def test_typed_letters_lead_to_a_title_that_begins_so(qtbot: QtBot, three: MainWindow) -> None:
    three.sidebar.list.setFocus()
    qtbot.keyClicks(three.sidebar.list, "ol")
    await until(lambda: three.pane.header.title.text() == "Oldest", "the conversation")


@pytest.fixture
async def passing(talk: Talk) -> int:
    """The row of a temporary conversation, beside one that is kept."""
    controller, sidebar = talk.chat.controller, talk.window.sidebar
    begun = await controller.temporary.begin()
    controller.send(begun, "What passes?")
    return -await until(lambda: -(sidebar.known.number(begun) or 0), "its row")


@pytest.mark.parametrize("wish", ["pin", "archive", "move", "tag"])
async def test_a_temporary_conversation_is_said_to_have_no_place_among_the_others(
    talk: Talk, passing: int, wish: str
) -> None:
    wishes, line = talk.window.sidebar.wishes, talk.window.sidebar.undo_line
    match wish:
        case "move":
            wishes.move.emit((passing,), None)
        case "tag":
            wishes.tag.emit((passing,), "kiln", True)
        case _:
            wishes.many.emit(Wish(wish), (passing,))
    notice = talk.window.pane.composer.refusal.notice
    await until(lambda: "A temporary conversation cannot be" in notice.accessibleName(), "the words")
    assert line.isHidden()


async def test_several_are_deleted_at_once_and_what_is_temporary_is_asked_about(
    talk: Talk, passing: int
) -> None:
    controller, sidebar = talk.chat.controller, talk.window.sidebar
    begun = await controller.temporary.begin()
    controller.send(begun, "What passes as well?")
    other = -await until(lambda: -(sidebar.known.number(begun) or 0), "its row")
    lasting = sidebar.known.number(talk.conversation)
    sidebar.wishes.many.emit(Wish.TRASH, (passing, lasting, other))
    dialog = await until(lambda: talk.window.findChild(ConfirmDialog), "the question")
    assert dialog.windowTitle() == "Forget these conversations?"
    await until(lambda: len(texts(sidebar.model)) == 1 + 2, "the two below the day's name")
    assert not sidebar.undo_line.isHidden()
    dialog.deed_button.click()
    await until(lambda: texts(sidebar.model) == [], "all to be gone")


async def test_a_temporary_conversation_that_is_dropped_on_the_trash_is_asked_about(
    talk: Talk, passing: int
) -> None:
    talk.window.sidebar.wishes.many.emit(Wish.TRASH, (passing,))
    dialog = await until(lambda: talk.window.findChild(ConfirmDialog), "the question")
    dialog.deed_button.click()
    await until(lambda: talk.window.sidebar.known.at(passing) is None, "it to be gone")
