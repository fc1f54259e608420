"""Everything is copied, also what nobody has read yet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.domain.ids import ConversationId
from app.ui.main_window import MainWindow
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until

CONTROL = Qt.KeyboardModifier.ControlModifier
COUNT = 1_000
TEXTS = [f"Message **{number}**" for number in range(COUNT)]
TURNS = list(zip(TEXTS[::2], TEXTS[1::2], strict=True))


@pytest.fixture
async def long(window: MainWindow, controller: ScriptedController) -> ConversationId:
    """A conversation of which only the end has been read."""
    made = controller.keep("Long", *TURNS, age=1000)
    window._presenter.open(made)
    view = window.pane.transcript
    await until(lambda: view.history.length == COUNT, "the end of it")
    assert not view.history.knows(1)
    return made


def copy_all(qtbot: QtBot, window: MainWindow) -> None:
    view = window.pane.transcript
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_A, CONTROL)
    QGuiApplication.clipboard().setText("before")
    qtbot.keyClick(view, Qt.Key.Key_C, CONTROL)


@pytest.mark.usefixtures("long")
async def test_everything_is_copied_in_its_order_as_markdown_and_as_rich_text(
    qtbot: QtBot, window: MainWindow
) -> None:
    copy_all(qtbot, window)
    clipboard = QGuiApplication.clipboard()
    await until(lambda: clipboard.text() == "\n\n".join(TEXTS), "the whole conversation")
    assert "font-weight:700" in clipboard.mimeData().html()
    assert window.pane.copy_line.isHidden()


@pytest.mark.usefixtures("long")
async def test_what_is_stopped_leaves_the_clipboard_as_it_was(qtbot: QtBot, window: MainWindow) -> None:
    copy_all(qtbot, window)
    window._presenter.copying._tell(300, COUNT)
    line = window.pane.copy_line
    assert line.line.words.text() == "Copying: 300 of 1\u202f000 messages"
    under_way = window._presenter.copying._under_way
    line.taken.emit()
    await until(under_way.done, "the end of it")
    assert (QGuiApplication.clipboard().text(), line.isHidden()) == ("before", True)


async def test_of_the_first_and_the_last_message_only_what_is_selected(
    qtbot: QtBot, window: MainWindow, controller: ScriptedController
) -> None:
    window._presenter.open(controller.keep("Middle", *TURNS[:25], age=1000))
    view = window.pane.transcript
    await until(lambda: view.history.length == 50, "it")
    copy_all(qtbot, window)
    selection = view.sight.selection
    view.long_copy_wanted.emit(selection.to(selection.last._replace(block=0, position=7)))
    clipboard = QGuiApplication.clipboard()
    await until(lambda: clipboard.text() == "\n\n".join([*TEXTS[:49], "Message"]), "the part")
