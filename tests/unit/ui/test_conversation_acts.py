"""Renaming, branching, deleting and bringing back, seen and driven through the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.errors import DiskFull
from app.domain.ids import ConversationId
from app.ui.main_window import MainWindow
from app.ui.sidebar.wishes import Wish
from app.ui.theme.theme import Theme
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until
from tests.unit.ui.conftest import NOW
from tests.unit.ui.test_presenter import ask, chosen, listed, shown, texts

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
async def three(window: MainWindow, controller: ScriptedController) -> MainWindow:
    """The window with three conversations, of which the newest is shown."""
    controller.keep("Middle", ("What?", "That."), age=1000)
    controller.keep("Oldest", ("When?", "Then."), age=2000)
    window._presenter.start()
    await until(lambda: len(listed(window)) == 3, "the list")
    assert listed(window) == ["Celadon", "Middle", "Oldest"]
    return window


def in_trash(window: MainWindow) -> list[str]:
    model = window.sidebar.trash_model
    return [model.index(row).data() for row in range(model.rowCount())]


async def delete(qtbot: QtBot, window: MainWindow) -> None:
    """Delete the shown conversation by key."""
    before = listed(window)
    window.sidebar.list.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(window.sidebar.list, Qt.Key.Key_Delete)
    await until(lambda: len(listed(window)) == len(before) - 1, "the deletion")


async def rename(qtbot: QtBot, window: MainWindow, title: str) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F2)
    editor = window.sidebar.list.findChild(QLineEdit)
    qtbot.keyClicks(editor, title)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    await until(window.sidebar.list.hasFocus, "the end of editing")


async def test_a_new_title_shows_in_the_list_and_above_the_messages(qtbot: QtBot, three: MainWindow) -> None:
    await rename(qtbot, three, "Glaze")
    await until(lambda: three.pane.header.title.text() == "Glaze", "the header")
    assert (listed(three), chosen(three)) == (["Glaze", "Middle", "Oldest"], ["Glaze"])


async def test_a_title_that_could_not_be_stored_changes_nothing_and_is_told(
    qtbot: QtBot, three: MainWindow, controller: ScriptedController
) -> None:
    controller.trouble = DiskFull("Full.")
    await rename(qtbot, three, "Glaze")
    await until(three.pane.composer.refusal.isVisible, "the words")
    assert listed(three)[0] == "Celadon"


async def test_a_branch_is_opened_at_the_top_and_can_be_gone_on_with(qtbot: QtBot, three: MainWindow) -> None:
    source = _id(three, "Middle")
    three._presenter.open(source)
    await until(lambda: texts(three) == ["What?", "That."], "the conversation")
    qtbot.keyClick(three, Qt.Key.Key_B, CONTROL | SHIFT)
    await until(lambda: len(listed(three)) == 4, "the branch")
    await until(lambda: chosen(three) == ["Middle"] and shown(three) != source, "it to be chosen")
    assert listed(three) == ["Middle", "Celadon", "Middle", "Oldest"]
    assert texts(three) == ["What?", "That."]
    assert three.pane.composer.field.hasFocus()
    ask(qtbot, three, "And then?")
    await until(lambda: texts(three)[-1] == "And then?", "the question")


async def test_after_a_deletion_the_next_conversation_is_open_and_undo_is_offered(
    qtbot: QtBot, three: MainWindow
) -> None:
    await delete(qtbot, three)
    await until(lambda: texts(three) == ["What?", "That."], "the next conversation")
    assert (listed(three), chosen(three), in_trash(three)) == (["Middle", "Oldest"], ["Middle"], ["Celadon"])
    assert three.sidebar.undo_line.isVisible()
    assert three.sidebar.list.hasFocus()


async def test_after_the_last_deletion_there_is_the_empty_page(qtbot: QtBot, window: MainWindow) -> None:
    await delete(qtbot, window)
    assert (texts(window), listed(window)) == ([], [])
    assert window.pane.header.title.text() == "New conversation"
    assert window.pane.composer.field.hasFocus()


async def test_deleting_what_is_not_shown_leaves_what_is(qtbot: QtBot, three: MainWindow) -> None:
    three.sidebar.wishes.many.emit(Wish.TRASH, _numbers(three, "Middle"))
    await until(lambda: in_trash(three) == ["Middle"], "the deletion")
    assert (texts(three), chosen(three)) == (["What is blue?", "Iron is."], ["Celadon"])
    qtbot.mouseClick(three.sidebar.undo_line.deed_button, LEFT)
    await until(lambda: listed(three) == ["Celadon", "Middle", "Oldest"], "its return")
    assert chosen(three) == ["Celadon"]


@pytest.mark.parametrize("way", ["button", "key in the list", "key in the composer"])
async def test_a_deletion_is_undone(qtbot: QtBot, three: MainWindow, way: str) -> None:
    await delete(qtbot, three)
    if way == "button":
        qtbot.mouseClick(three.sidebar.undo_line.deed_button, LEFT)
    else:
        place = three.sidebar.list if "list" in way else three.pane.composer.field
        place.setFocus()
        qtbot.keyClick(place, Qt.Key.Key_Z, CONTROL)
    await until(lambda: listed(three) == ["Celadon", "Middle", "Oldest"], "its return")
    await until(lambda: texts(three) == ["What is blue?", "Iron is."], "its messages")
    assert (chosen(three), in_trash(three)) == (["Celadon"], [])
    assert three.sidebar.undo_line.isHidden()


async def test_while_something_was_typed_the_key_undoes_the_typing_first(
    qtbot: QtBot, three: MainWindow
) -> None:
    await delete(qtbot, three)
    field = three.pane.composer.field
    field.setFocus()
    qtbot.keyClicks(field, "word")
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert (three.pane.composer.text, in_trash(three)) == ("", ["Celadon"])
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    await until(lambda: in_trash(three) == [], "its return")


async def test_another_deletion_takes_the_place_of_the_first(qtbot: QtBot, three: MainWindow) -> None:
    await delete(qtbot, three)
    await delete(qtbot, three)
    qtbot.keyClick(three.sidebar.list, Qt.Key.Key_Z, CONTROL)
    await until(lambda: listed(three) == ["Middle", "Oldest"], "the second's return")
    assert in_trash(three) == ["Celadon"]
    qtbot.keyClick(three.sidebar.list, Qt.Key.Key_Z, CONTROL)
    assert three.sidebar.undo_line.isHidden()


async def test_the_offer_can_be_dismissed(qtbot: QtBot, three: MainWindow) -> None:
    await delete(qtbot, three)
    qtbot.mouseClick(three.sidebar.undo_line.close_button, LEFT)
    assert three.sidebar.undo_line.isHidden()
    qtbot.keyClick(three.sidebar.list, Qt.Key.Key_Z, CONTROL)
    assert in_trash(three) == ["Celadon"]


async def test_what_is_restored_from_the_trash_is_no_longer_offered(qtbot: QtBot, three: MainWindow) -> None:
    await delete(qtbot, three)
    qtbot.mouseClick(three.sidebar.trash_button, LEFT)
    qtbot.keyClick(three.sidebar.trash, Qt.Key.Key_Return)
    await until(lambda: listed(three) == ["Celadon", "Middle", "Oldest"], "its return")
    assert three.sidebar.undo_line.isHidden()
    assert chosen(three) == ["Middle"]


async def test_what_has_gone_for_ever_is_offered_back_no_more(
    three: MainWindow, controller: ScriptedController
) -> None:
    those = [_id(three, "Middle"), _id(three, "Oldest")]
    await three._presenter.acts.delete(those, _numbers(three, "Middle", "Oldest"))
    line = three.sidebar.undo_line
    await until(lambda: line.words.text() == "2 moved to the trash", "the offer")
    await controller.removing.delete_for_ever(those[0])
    await until(lambda: line.words.text() == "Moved to the trash", "the offer of the other")
    await controller.removing.delete_for_ever(those[1])
    await until(line.isHidden, "the end of the offer")


async def test_what_else_is_offered_stays_when_something_has_left_the_trash(
    three: MainWindow, controller: ScriptedController
) -> None:
    middle = _id(three, "Middle")
    await three._presenter.acts.delete([middle], _numbers(three, "Middle"))
    three.sidebar.wishes.many.emit(Wish.PIN, _numbers(three, "Oldest"))
    line = three.sidebar.undo_line
    await until(lambda: line.words.text() == "Pinned", "the other offer")
    assert len(controller.removing.held) == 1
    await controller.arranging.restore([middle])
    await until(lambda: "Middle" in listed(three), "its return")
    assert line.isVisible()
    line.dismissed.emit()
    assert controller.removing.held == set()


async def test_what_was_typed_in_a_deleted_conversation_comes_back_with_it(
    qtbot: QtBot, three: MainWindow
) -> None:
    qtbot.keyClicks(three.pane.composer.field, "half a thought")
    await delete(qtbot, three)
    assert three.pane.composer.text == ""
    qtbot.keyClick(three.sidebar.list, Qt.Key.Key_Z, CONTROL)
    await until(lambda: three.pane.composer.text == "half a thought", "the draft")


async def test_a_deletion_that_could_not_be_stored_changes_nothing_and_is_told(
    qtbot: QtBot, three: MainWindow, controller: ScriptedController
) -> None:
    controller.trouble = DiskFull("Full.")
    qtbot.keyClick(three.sidebar.list, Qt.Key.Key_Delete)
    await until(three.pane.composer.refusal.isVisible, "the words")
    assert listed(three) == ["Celadon", "Middle", "Oldest"]
    assert three.sidebar.undo_line.isHidden()


async def test_news_of_a_deletion_from_elsewhere_is_offered_to_be_undone_too(
    three: MainWindow, controller: ScriptedController
) -> None:
    await controller.trash(_id(three, "Oldest"))
    await until(three.sidebar.undo_line.isVisible, "the offer")
    await until(lambda: in_trash(three) == ["Oldest"], "it in the trash")


async def test_the_trash_of_before_is_there_at_the_start(
    qtbot: QtBot, controller: ScriptedController, theme: Theme
) -> None:
    gone = controller.keep("Gone", ("a", "b"))
    await controller.trash(gone)
    window = MainWindow(theme, lambda: NOW)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.attach(controller)
    await until(lambda: in_trash(window) == ["Gone"], "the trash")
    assert window.sidebar.undo_line.isHidden()
    window.close()


async def test_in_a_narrow_window_a_deletion_stays_beside_its_offer(qtbot: QtBot, three: MainWindow) -> None:
    three.resize(480, 720)
    qtbot.keyClick(three, Qt.Key.Key_1, CONTROL)
    await delete(qtbot, three)
    assert three.sidebar.undo_line.isVisible()
    assert three.sidebar.list.isVisible()


async def test_while_a_reply_comes_a_branch_is_refused_in_words(
    qtbot: QtBot, three: MainWindow, controller: ScriptedController
) -> None:
    controller.begin_reply(shown(three))
    qtbot.keyClick(three, Qt.Key.Key_B, CONTROL | SHIFT)
    await until(three.pane.composer.refusal.isVisible, "the words")
    assert "Stop the reply" in three.pane.composer.refusal.notice.accessibleName()
    assert listed(three) == ["Celadon", "Middle", "Oldest"]


def _numbers(window: MainWindow, *titles: str) -> tuple[int, ...]:
    return tuple(window.sidebar.known.number(_id(window, title)) for title in titles)


def _id(window: MainWindow, title: str) -> ConversationId:
    model = window.sidebar.model
    (index,) = model.match(model.index(0), Qt.ItemDataRole.DisplayRole, title)
    return model.conversation(index).id


async def begin_temporary(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL | SHIFT)
    await until(window.pane.temporary.isVisible, "the line that says so")


async def test_a_temporary_conversation_is_begun_by_key_and_says_what_it_is(
    qtbot: QtBot, three: MainWindow, controller: ScriptedController
) -> None:
    await begin_temporary(qtbot, three)
    assert (texts(three), chosen(three)) == ([], [])
    assert three.pane.header.title.text() == "Temporary conversation"
    assert three.pane.composer.field.hasFocus()
    ask(qtbot, three, "A quiet boat")
    await until(lambda: texts(three) == ["A quiet boat"], "the question")
    await until(lambda: three.pane.composer.text == "", "an empty composer")
    assert (listed(three)[0], chosen(three)) == ("A quiet boat", ["A quiet boat"])
    assert three.pane.temporary.isVisible()
    assert controller.temporary.holds(ConversationId(shown(three)))


async def test_what_was_typed_for_one_waits_while_another_is_shown(qtbot: QtBot, three: MainWindow) -> None:
    await begin_temporary(qtbot, three)
    qtbot.keyClicks(three.pane.composer.field, "half a quest")
    three._presenter.open(_id(three, "Middle"))
    await until(lambda: texts(three) == ["What?", "That."], "the conversation")
    assert (three.pane.temporary.isVisible(), three.pane.composer.text) == (False, "")
    await begin_temporary(qtbot, three)
    assert three.pane.composer.text == "half a quest"
    qtbot.keyClick(three, Qt.Key.Key_N, CONTROL)
    assert (three.pane.temporary.isVisible(), three.pane.composer.text) == (False, "")


async def test_a_question_that_could_not_be_kept_leaves_it_temporary(
    qtbot: QtBot, three: MainWindow, controller: ScriptedController
) -> None:
    await begin_temporary(qtbot, three)
    controller.disk = DiskFull("Full.").fault
    ask(qtbot, three, "A quiet boat")
    await until(three.pane.composer.refusal.isVisible, "the words")
    controller.disk = None
    ask(qtbot, three, "")
    await until(lambda: texts(three) == ["A quiet boat"], "the question")
    assert controller.temporary.holds(ConversationId(shown(three)))
