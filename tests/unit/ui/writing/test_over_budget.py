"""What is too long for the model."""

from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.conversation_settings import ConversationSettings
from app.domain.errors import Fault
from app.domain.events import ReplyNotBegun
from app.ui.main_window import MainWindow
from tests.fakes.scripted_controller import ScriptedController
from tests.fixtures.waiting import until

TOO_LONG = Fault("ContextOverBudget", "")


async def test_the_person_may_send_it_anyway(window: MainWindow, controller: ScriptedController) -> None:
    shown, offer = window._presenter._shown, window.pane.composer.offer
    controller.events.publish(ReplyNotBegun(shown, TOO_LONG))
    await until(
        lambda: [button.accessibleName() for button in offer.buttons] == ["Send anyway"], "the choice"
    )
    offer.buttons[0].click()
    await until(lambda: controller.replies.retried == [(shown, True)], "the second try")


async def test_where_all_was_to_be_sent_the_oldest_may_be_left_out(
    window: MainWindow, controller: ScriptedController
) -> None:
    shown, offer = window._presenter._shown, window.pane.composer.offer
    everything = ContextPolicy(PolicyKind.EVERYTHING)
    controller.shaping.kept[shown] = ConversationSettings(model="large", policy=everything)
    controller.events.publish(ReplyNotBegun(shown, TOO_LONG))
    await until(lambda: len(offer.buttons) == 2, "the choice")
    offer.buttons[0].click()
    await until(lambda: controller.replies.retried == [(shown, False)], "the second try")
    kept = controller.shaping.kept[shown]
    assert (kept.model, kept.policy and kept.policy.kind) == ("large", PolicyKind.FIT)
