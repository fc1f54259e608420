"""What the end of a conversation asks for, in a window on a core in memory."""

from app.domain.errors import Fault
from app.domain.events import ReplyNotBegun
from app.domain.item import ItemState
from app.ui.main_window import MainWindow
from app.ui.transcript.deeds import Deed
from app.ui.transcript.step_row import StepRow
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until
from tests.unit.ui.test_presenter import shown


def steps(window: MainWindow) -> StepRow:
    return window._presenter.message_acts.unfinished.row


async def test_a_reply_that_failed_for_its_key_leads_to_settings(
    window: MainWindow, controller: ScriptedController
) -> None:
    conversation = shown(window)
    assert steps(window).isHidden()
    controller.begin_reply(conversation)
    controller.end_reply(conversation, ItemState.FAILED, Fault("CredentialsRejected", "No."))
    await until(steps(window).isVisible, "the steps")
    assert steps(window).button_of(Deed.SETTINGS).isVisible()
    assert not steps(window).button_of(Deed.CONTINUE).isVisible()


async def test_the_steps_go_when_the_next_question_comes(
    window: MainWindow, controller: ScriptedController
) -> None:
    conversation = shown(window)
    controller.begin_reply(conversation)
    controller.end_reply(conversation, ItemState.INTERRUPTED)
    await until(steps(window).isVisible, "the steps")
    controller.send(conversation, "And now?")
    await until(lambda: not steps(window).button_of(Deed.CONTINUE).isVisible(), "the steps to go")


async def test_a_question_without_an_answer_may_get_one(
    window: MainWindow, controller: ScriptedController
) -> None:
    conversation = shown(window)
    controller.send(conversation, "Everything?")
    await until(steps(window).isVisible, "the steps")
    assert steps(window).button_of(Deed.ANSWER).isVisible()
    controller.begin_reply(conversation)
    await until(steps(window).isHidden, "the steps to go")


async def test_what_is_too_long_for_the_model_is_asked_about_elsewhere(
    window: MainWindow, controller: ScriptedController
) -> None:
    conversation = shown(window)
    controller.send(conversation, "Everything?")
    await until(steps(window).isVisible, "the steps")
    controller.events.publish(ReplyNotBegun(conversation, Fault("ContextOverBudget", "Too long.")))
    await until(steps(window).isHidden, "the steps to go")
