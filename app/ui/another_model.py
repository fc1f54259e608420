"""Which model is to answer this once: what the service offers, and any name that is typed."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from app.chat.controller import ChatController
from app.domain.conversation_settings import ConversationSettings
from app.domain.ids import ItemId
from app.ui.errands import Errands
from app.ui.panels.model_choice import Answerers, ModelChoice, ModelWish
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.writing.choosing_model import asking_words, models_offered

_EDGE = 8  # between it and the edge of the screen


class AnotherModel(QObject):
    """Signals:
    chosen: the item to answer again, and the name of the model.
    """

    chosen = Signal(object, str)

    def __init__(self, theme: Theme, controller: ChatController, errands: Errands, over: QWidget) -> None:
        super().__init__(over)
        self._controller = controller
        self._errands = errands
        self._item: ItemId | None = None
        self.choice = ModelChoice(theme, over)
        self.choice.setAccessibleName(tr("Answer with another model"))
        self.choice.chosen.connect(self._take)

    def open(self, item: ItemId, near: QPoint) -> None:
        """Ask, near a place on the screen, which model is to answer `item` again."""
        self._item = item
        provider = self._controller.provider
        known = Answerers(provider.model if provider else "", ConversationSettings(), is_for_once=True)
        self.choice.offer(known, asking_words())
        self.choice.open_at(near)
        self._keep_on_screen()
        self._errands.send(self._offer(item, known))

    async def _offer(self, item: ItemId, known: Answerers) -> None:
        models, note = await models_offered(self._controller)
        if item == self._item:
            self.choice.offer(replace(known, models=models), note)
            self._keep_on_screen()

    def _keep_on_screen(self) -> None:
        self.choice.adjustSize()
        screen = self.choice.screen().availableGeometry().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        right, bottom = (
            screen.right() + 1 - self.choice.width(),
            screen.bottom() + 1 - self.choice.height(),
        )
        x, y = min(self.choice.x(), right), min(self.choice.y(), bottom)
        self.choice.move(max(screen.left(), x), max(screen.top(), y))

    def _take(self, wish: object) -> None:
        item, self._item = self._item, None
        if item and isinstance(wish, ModelWish) and wish.name:
            self.chosen.emit(item, wish.name)
