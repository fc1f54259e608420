"""Joins the header's model to the core: who can answer is shown, and what is chosen is kept."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Signal

from app.chat.controller import ChatController
from app.domain.conversation_settings import ConversationSettings
from app.domain.errors import AppError
from app.domain.ids import ConversationId
from app.domain.offered_model import OfferedModel
from app.ui.errands import Errands
from app.ui.panels.header import Header
from app.ui.panels.model_choice import Answerers, AssistantWish, ModelChoice, ModelWish, SettingsWish
from app.ui.theme.theme import Theme
from app.ui.translation import tr

_AS_USUAL = ConversationSettings()


class ChoosingModel(QObject):
    """What is chosen before a conversation begins waits here, and goes with its first question.

    Signals:
        changed: somebody else answers from now on.
        settings_wanted: the model services are to be looked after.
    """

    changed = Signal()
    settings_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        controller: ChatController,
        header: Header,
        errands: Errands,
        begun: Callable[[], ConversationId | None],
        parent: QObject,
    ) -> None:
        """`begun` tells of the conversation that is shown, or None where it is yet to begin."""
        super().__init__(parent)
        self._controller = controller
        self._header = header
        self._errands = errands
        self._begun = begun
        self.at_the_beginning = _AS_USUAL
        self.choice = ModelChoice(theme, header)
        header.model_wanted.connect(self._open)
        self.choice.chosen.connect(self._take)

    @property
    def own(self) -> ConversationSettings | None:
        """What the first question is to bring along, if anything was chosen."""
        return None if self.at_the_beginning == _AS_USUAL else self.at_the_beginning

    def forget(self) -> None:
        """What was chosen for a conversation yet to begin is kept by now, or wanted no more."""
        self.at_the_beginning = _AS_USUAL

    def _open(self) -> None:
        button = self._header.model_button
        self.choice.open_at(button.mapToGlobal(QPoint(0, button.height())))
        self._errands.send(self._offer())

    async def _offer(self) -> None:
        """Show at once what is known here, and then what the service says of its models."""
        conversation, provider = self._begun(), self._controller.provider
        own = await self._controller.shaping.of(conversation) if conversation else self.at_the_beginning
        assistants = tuple(await self._controller.library.assistants())
        known = Answerers(provider.model if provider else "", own, assistants=assistants)
        self.choice.offer(known, asking_words())
        models, note = await models_offered(self._controller)
        if conversation == self._begun():
            self.choice.offer(replace(known, models=models), note)

    def _take(self, wish: ModelWish | AssistantWish | SettingsWish) -> None:
        match wish:
            case SettingsWish():
                self.settings_wanted.emit()
            case ModelWish(name):
                self._errands.send(self._keep(lambda own: replace(own, model=name)))
            case AssistantWish(assistant):
                self._errands.send(self._keep(lambda own: replace(own, assistant=assistant)))

    async def _keep(self, change: Callable[[ConversationSettings], ConversationSettings]) -> None:
        conversation = self._begun()
        if conversation is None:
            self.at_the_beginning = change(self.at_the_beginning)
        else:
            shaping = self._controller.shaping
            await shaping.keep(conversation, change(await shaping.of(conversation)))
        self.changed.emit()


def asking_words() -> str:
    return tr("Asking which models there are")


async def models_offered(controller: ChatController) -> tuple[tuple[OfferedModel, ...], str]:
    """Return what the service offers, and else a sentence that says what can be done without."""
    try:
        return await controller.offering.models(), ""
    except AppError:
        return (), tr("The service does not say which models it has. Any name can be written above.")
