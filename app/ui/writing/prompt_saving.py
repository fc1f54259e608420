"""Saves what is written in the field as a prompt, under a name that is asked for above it."""

from PySide6.QtCore import QObject

from app.chat.controller import ChatController
from app.domain.errors import InputError
from app.ui.composer.composer import Composer
from app.ui.composer.quiet_offer import Deed
from app.ui.errands import Errands
from app.ui.taking_back import TakingBack
from app.ui.translation import tr
from app.ui.wording import words_for


class PromptSaving(QObject):
    def __init__(
        self, controller: ChatController, composer: Composer, errands: Errands, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._composer = composer
        self._errands = errands
        self._text = ""
        self._held: TakingBack | None = None
        composer.naming.named.connect(lambda name: errands.send(self._save(name)))
        composer.naming.left.connect(composer.field.setFocus)

    def ask(self) -> None:
        """Ask for a name for what is selected, or else for all that is written."""
        cursor = self._composer.field.textCursor()
        selected = cursor.selection().toPlainText() if cursor.hasSelection() else ""
        self._text = selected or self._composer.text
        self._composer.offer.withdraw()
        self._composer.naming.ask(tr("Name of the prompt"))

    async def _save(self, name: str) -> None:
        try:
            undo = await self._controller.library.save_prompt(name, self._text)
        except InputError as error:
            self._composer.offer.say(words_for(error.fault).sentence, tone="warn")
            return
        self._composer.naming.leave()
        if self._held:
            self._held.let_go()
        self._held = TakingBack(self._controller.removing, [undo], self._errands.send)
        self._composer.offer.say(tr("Saved. A slash brings it back."), [Deed(tr("Undo"), self._held)])
