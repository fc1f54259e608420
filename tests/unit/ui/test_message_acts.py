"""What a person does with single messages, seen and driven through a window on a real core."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.domain.events import BranchesChanged, ReplyEnded, ReplyNotBegun, ViewChanged
from app.domain.item import ItemState
from app.ui.transcript.deeds import Deed
from tests.fakes.scripted_server import Ending, Script, ScriptedServer
from tests.fixtures.waiting import until
from tests.unit.ui.conftest import Talk

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


async def again(talk: Talk) -> None:
    """Have the reply made once more, and wait for its end."""
    ended = len(talk.chat.told.of(ReplyEnded))
    talk.acts.do(Deed.AGAIN, talk.item(1).id)
    await talk.chat.told.until(ReplyEnded, ended + 1)
    await until(lambda: talk.view.versions_of(talk.item(-1).id), "its versions")
    await talk.rests()


async def test_a_message_is_copied_as_it_was_written(talk: Talk) -> None:
    talk.acts.do(Deed.COPY, talk.item(1).id)
    assert QGuiApplication.clipboard().text() == "Hello there."


async def test_a_deleted_message_comes_back_by_key(qtbot: QtBot, talk: Talk) -> None:
    talk.acts.do(Deed.DELETE, talk.item(1).id)
    await talk.shows("Why?")
    line = talk.window.pane.act_line
    await until(line.isVisible, "the line")
    assert line.line.words.text() == "Message deleted"
    qtbot.keyClick(talk.window, Qt.Key.Key_Z, CONTROL)
    await talk.shows("Why?", "Hello there.")
    assert line.isHidden()


async def test_what_may_stay_is_offered_back_no_more(qtbot: QtBot, talk: Talk) -> None:
    talk.acts.do(Deed.DELETE, talk.item(1).id)
    await until(talk.window.pane.act_line.isVisible, "the line")
    await talk.shows("Why?")
    qtbot.mouseClick(talk.window.pane.act_line.line.close_button, LEFT)
    assert talk.window.pane.act_line.isHidden()
    talk.window._presenter.undos.take()
    assert talk.texts == ["Why?"]


@pytest.mark.parametrize("way", ["dismissed", "left", "another deed"])
async def test_the_core_holds_what_is_deleted_only_while_it_is_offered_back(talk: Talk, way: str) -> None:
    removing = talk.chat.controller.removing
    talk.acts.do(Deed.DELETE, talk.item(1).id)
    await until(lambda: removing.offered, "the offer")
    await talk.shows("Why?")
    [deleted] = removing.offered
    match way:
        case "dismissed":
            talk.window.pane.act_line.dismissed.emit()
        case "left":
            talk.window._presenter.begin()
        case _:
            talk.acts.do(Deed.BRANCH, talk.item(0).id)
    await until(lambda: deleted not in removing.offered, "it to be let go of")


async def test_what_cannot_be_taken_back_during_a_reply_is_offered_on(talk: Talk) -> None:
    talk.acts.do(Deed.DELETE, talk.item(1).id)
    await talk.shows("Why?")
    await until(talk.window.pane.act_line.isVisible, "the line")
    talk.chat.controller.send(talk.conversation, "And?")
    talk.window._presenter.undos.take()
    await until(talk.window.pane.composer.refusal.isVisible, "the words")
    await talk.chat.told.until(ReplyEnded, 2)
    await talk.rests()
    assert talk.window.pane.act_line.isVisible()
    talk.window._presenter.undos.take()
    await talk.shows("Why?", "Hello there.", "And?", "Hello there.")


async def test_a_message_that_is_deleted_twice_in_haste_comes_back(talk: Talk) -> None:
    item = talk.item(1).id
    for _ in range(2):
        talk.acts.do(Deed.DELETE, item)
    await talk.shows("Why?")
    await talk.chat.told.until(ViewChanged, 2)
    await until(talk.window.pane.act_line.isVisible, "the line")
    talk.window._presenter.undos.take()
    await talk.shows("Why?", "Hello there.")


@pytest.mark.parametrize(
    ("deed", "back", "mark"),
    [(Deed.PIN, Deed.UNPIN, "is_pinned"), (Deed.LEAVE_OUT, Deed.TAKE_IN, "is_excluded")],
)
async def test_a_mark_is_set_and_taken_away(talk: Talk, deed: Deed, back: Deed, mark: str) -> None:
    talk.acts.do(deed, talk.item(1).id)
    await until(lambda: len(talk.texts) == 2 and getattr(talk.item(1), mark), "the mark")
    talk.acts.do(back, talk.item(1).id)
    await until(lambda: len(talk.texts) == 2 and not getattr(talk.item(1), mark), "it to go")


async def test_versions_are_gone_through_by_key(qtbot: QtBot, talk: Talk) -> None:
    first = talk.item(1).id
    await again(talk)
    second = talk.item(1).id
    assert talk.view.versions_of(second).items == (first, second)
    qtbot.keyClick(talk.window, Qt.Key.Key_Left, ALT)
    await until(lambda: len(talk.texts) == 2 and talk.item(1).id == first, "the first version")
    qtbot.keyClick(talk.window, Qt.Key.Key_Left, ALT)  # there is none before it
    qtbot.keyClick(talk.window, Qt.Key.Key_Right, ALT)
    await until(lambda: len(talk.texts) == 2 and talk.item(1).id == second, "the second version")


async def test_versions_are_gone_through_by_click(qtbot: QtBot, talk: Talk) -> None:
    first = talk.item(1).id
    await again(talk)
    talk.view.focus_message(talk.item(1).id)
    steps = talk.acts.bar.steps
    await until(steps.isVisible, "the buttons")
    assert steps.accessibleName() == "Version 2 of 2"
    assert (steps.step(-1).isEnabled(), steps.step(1).isEnabled()) == (True, False)
    qtbot.mouseClick(steps.step(-1), LEFT)
    await until(lambda: len(talk.texts) == 2 and talk.item(1).id == first, "the first version")


async def test_another_model_answers_once(talk: Talk, server: ScriptedServer) -> None:
    talk.acts.models.chosen.emit(talk.item(1).id, "another-model")
    ended = await talk.chat.told.until(ReplyEnded, 2)
    assert ended.item.model == server.requests[-1].body["model"] == "another-model"
    await talk.rests()


async def test_a_branch_goes_on_from_a_message_and_can_be_taken_back(talk: Talk) -> None:
    talk.acts.do(Deed.BRANCH, talk.item(0).id)
    await talk.shows("Why?")
    await until(talk.window.pane.composer.field.hasFocus, "the field")
    talk.window._presenter.undos.take()
    await talk.shows("Why?", "Hello there.")
    await talk.chat.told.until(BranchesChanged, 3)
    assert talk.window.pane.act_line.isHidden()
    assert len(await talk.chat.controller.branches.all(talk.conversation)) == 1


async def test_a_conversation_of_its_own_begins_with_what_led_to_the_message(talk: Talk) -> None:
    talk.acts.do(Deed.BRANCH_OUT, talk.item(0).id)
    await talk.shows("Why?")
    listed = await talk.chat.controller.conversations()
    assert len(listed) == 2
    kept = await talk.chat.controller.history(talk.conversation)
    assert len(kept.items) == 2


async def test_an_unfinished_reply_is_gone_on_with_by_its_button(qtbot: QtBot, talk: Talk) -> None:
    async with ScriptedServer(Script(ending=Ending.CUT), Script(pieces=(" And", " on."))) as server:
        talk.chat.ask(server)
        talk.chat.controller.send(talk.conversation, "Then?")
        await talk.chat.told.until(ReplyEnded, 2)
        row = talk.acts.unfinished.row
        await until(row.isVisible, "the next steps")
        await talk.rests()
        qtbot.mouseClick(row.button_of(Deed.CONTINUE), LEFT)
        ended = await talk.chat.told.until(ReplyEnded, 3)
        assert ended.item.state is ItemState.COMPLETE
        await talk.rests()
        await until(row.isHidden, "the steps to go")
    assert talk.texts[-1] == "Hello there. And on."


async def test_what_cannot_be_done_now_is_told(talk: Talk) -> None:
    talk.chat.provider.use_for_this_run(None, None)
    talk.acts.do(Deed.AGAIN, talk.item(1).id)
    await until(talk.window.pane.composer.refusal.isVisible, "the reason")
    assert not talk.chat.told.of(ReplyNotBegun)
    assert talk.texts == ["Why?", "Hello there."]


async def test_settings_are_opened_from_a_failed_reply(talk: Talk, qtbot: QtBot) -> None:
    talk.acts.settings_wanted.disconnect()  # else the dialog would open
    with qtbot.waitSignal(talk.acts.settings_wanted):
        talk.acts.do(Deed.SETTINGS, talk.item(1).id)


async def test_who_pins_by_key_can_unpin_at_once(qtbot: QtBot, talk: Talk) -> None:
    talk.view.focus_message(talk.item(1).id)
    bar = talk.acts.bar.bar
    await until(bar.isVisible, "the buttons")
    qtbot.keyClick(talk.view, Qt.Key.Key_Return)
    bar.button_of(Deed.PIN).setFocus()
    qtbot.keyClick(bar.button_of(Deed.PIN), Qt.Key.Key_Return)
    await until(lambda: len(talk.texts) == 2 and talk.item(1).is_pinned, "the mark")
    assert bar.button_of(Deed.UNPIN).hasFocus()
