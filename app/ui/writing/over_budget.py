"""What is too long for the model: a person decides what goes. Nothing is left out in silence."""

from dataclasses import replace

from PySide6.QtCore import QObject

from app.chat.controller import ChatController
from app.domain.context_policy import ContextPolicy, PolicyKind
from app.domain.conversation_settings import ConversationSettings
from app.domain.ids import ConversationId
from app.ui.composer.quiet_offer import Deed, QuietOffer
from app.ui.errands import Errands
from app.ui.translation import tr

_FIT = ContextPolicy()


class OverBudget(QObject):
    """Puts the choice into the quiet line above the composer."""

    def __init__(
        self, controller: ChatController, offer: QuietOffer, errands: Errands, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._offer = offer
        self._errands = errands

    def ask(self, conversation: ConversationId) -> None:
        """Ask what is to be done about the question that waits at the conversation's end."""
        self._errands.send(self._ask(conversation))

    async def _ask(self, conversation: ConversationId) -> None:
        own = await self._controller.shaping.of(conversation)
        anyway = Deed(tr("Send anyway"), lambda: self._errands.send(self._send_all(conversation)))
        if own.policy is None or own.policy.kind is not PolicyKind.EVERYTHING:
            sentence = tr("The newest messages alone are longer than this model reads.")
            self._offer.say(sentence, [anyway], "warn")
            return
        shorter = Deed(
            tr("Leave the oldest out"), lambda: self._errands.send(self._send_newest(conversation, own))
        )
        sentence = tr("All of this conversation is to be sent, and it is longer than this model reads.")
        self._offer.say(sentence, [shorter, anyway], "warn")

    async def _send_all(self, conversation: ConversationId) -> None:
        await self._controller.replies.retry(conversation, may_exceed=True)

    async def _send_newest(self, conversation: ConversationId, own: ConversationSettings) -> None:
        """From now on the conversation is cut like any other."""
        fitting = replace(own.policy or _FIT, kind=PolicyKind.FIT)
        await self._controller.shaping.keep(conversation, replace(own, policy=fitting))
        await self._controller.replies.retry(conversation)
