"""What the model sees, live beside the conversation."""

import asyncio

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.attachment import PreparedFile, Seal
from app.domain.events import SummaryAdvanced, SummaryEnded
from app.domain.ids import AttachmentId
from app.domain.told_context import NextRequest
from app.ui.main_window import MainWindow
from app.ui.panels.context_panel import ContextPanel
from tests.fakes.scripted_controller import ScriptedController
from tests.fakes.scripted_inspecting import told
from tests.fixtures.waiting import until


async def test_it_is_told_at_the_cut_with_who_would_answer(context_panel: ContextPanel) -> None:
    assert context_panel.body.about.text() == "With your next question, to gpt-5"
    assert context_panel.body.list.row
    assert context_panel.body.list.row.position == 39
    assert context_panel.policy.button.accessibleName() == "As much as fits"


async def test_what_is_being_written_counts(
    window: MainWindow, context_panel: ContextPanel, controller: ScriptedController
) -> None:
    assert context_panel.isVisible()
    controller.inspecting.coming = NextRequest(told(46, 41), 46, True, False, 18)
    window.pane.composer.set_text("And then?")
    await until(lambda: controller.inspecting.drafts[-1] == "And then?", "the draft to be looked at")
    await until(lambda: context_panel.body.model.draft_tokens == 18, "the plan with it")


async def test_the_files_of_the_draft_have_a_line_of_their_own(
    window: MainWindow, context_panel: ContextPanel, controller: ScriptedController
) -> None:
    file = PreparedFile(AttachmentId("f"), 1, Seal(b"", 0), "notes.txt", "text/plain", "words")
    controller.inspecting.coming = NextRequest(told(46, 41), 46, True, False, 0, 1200)
    window.pane.composer.set_files((file,), reading=False)
    model = context_panel.body.model
    await until(lambda: model.files_tokens == 1200, "the plan with them")
    assert controller.inspecting.files == (file,)
    last = model.index(model.rowCount() - 1)
    assert model.data(last, Qt.ItemDataRole.AccessibleTextRole) == (
        "Files of the draft, Comes on top of that, about 1.2\u00a0k tokens"
    )


async def test_pinning_and_leaving_out_can_be_taken_back(
    qtbot: QtBot, window: MainWindow, context_panel: ContextPanel, controller: ScriptedController
) -> None:
    rows, undo_line = context_panel.body.list, window.pane.beside.undo_line
    qtbot.keyClick(rows, Qt.Key.Key_X)
    await until(undo_line.isVisible, "the offer to undo")
    assert undo_line.words.text() == "Left out: it is not sent"
    qtbot.keyClick(rows, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: len(controller.marks.done) == 2, "the undo")
    qtbot.keyClick(rows, Qt.Key.Key_P)
    await until(lambda: len(controller.marks.done) == 3, "the pin")
    assert controller.marks.done == [
        ("exclude", "item-39", True),
        ("exclude", "item-39", False),
        ("pin", "item-39", True),
    ]
    await until(lambda: undo_line.words.text().startswith("Pinned"), "what was done")
    await until(lambda: len(controller.inspecting.drafts) > 3, "a look after each")
    await until(lambda: len(asyncio.all_tasks()) == 1, "nothing to be under way")


async def test_what_does_not_fit_and_what_is_a_guess_are_said(
    window: MainWindow, context_panel: ContextPanel, controller: ScriptedController
) -> None:
    controller.inspecting.coming = NextRequest(told(46, 39, budget=16_000), 46, True, False)
    window.pane.composer.set_text("a")
    await until(lambda: "does not fit" in context_panel.body.notice.accessibleName(), "the warning")
    controller.inspecting.coming = NextRequest(told(46, 39), 46, True, True)
    window.pane.composer.set_text("b")
    await until(lambda: "a guess" in context_panel.body.notice.accessibleName(), "the doubt")


async def test_a_summary_is_seen_to_grow_and_can_be_stopped(
    window: MainWindow, context_panel: ContextPanel, controller: ScriptedController
) -> None:
    shown = window._presenter._shown
    controller.events.publish(SummaryAdvanced(shown, 12, 40))
    await until(lambda: context_panel.summary.words.text() == "Summing up: 12 of 40", "the progress")
    context_panel.summary.stop_button.click()
    assert controller.compacting.stopped == [shown]
    controller.events.publish(SummaryEnded(shown, None))
    await until(context_panel.summary.begin_button.isVisible, "the end of it")
    await until(lambda: len(controller.inspecting.drafts) > 1, "another look")


async def test_before_the_first_question_nothing_is_sent(
    window: MainWindow, context_panel: ContextPanel
) -> None:
    window.sidebar.new_button.click()
    assert context_panel.body.total.text() == "Nothing has been asked yet."
    assert not context_panel.policy.isEnabled()


async def test_a_hundred_thousand_items_are_shown_and_only_a_page_of_them_read(
    window: MainWindow, context_panel: ContextPanel, controller: ScriptedController
) -> None:
    controller.inspecting.coming = NextRequest(told(100_000, 99_900), 100_000, True, False)
    controller.inspecting.asked.clear()
    window.pane.composer.set_text("a")
    await until(lambda: context_panel.body.model.rowCount() > 100_000, "the rows")
    context_panel.body.list.go_to_cut()
    await until(lambda: controller.inspecting.asked, "a page")
    assert sum(map(len, controller.inspecting.asked)) <= 192
