"""Prompts that are kept to be used in any conversation."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from app.chat.library import Library
from app.chat.removing import Removing
from app.domain.ids import PromptId
from app.domain.library import SavedPrompt
from app.ui.settings.shelf_page import Row, ShelfPage
from app.ui.taking_back import TakingBack
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.field import Field
from app.ui.widgets.text_field import TextField

_TEXT_HEIGHT = 168
_BEGINNING = 60


class PromptsPage(ShelfPage):
    def __init__(self, theme: Theme, library: Library, removing: Removing) -> None:
        super().__init__(
            theme,
            tr("Saved prompts"),
            tr("Texts that you use again and again. In the message field, / finds them."),
            tr("Add a prompt"),
        )
        self._library = library
        self._removing = removing
        self._kept: dict[str, SavedPrompt] = {}
        self.name, self.text = QLineEdit(), TextField(_TEXT_HEIGHT)
        self.name_field = Field(theme, tr("Name"), self.name)
        self.nothing.set_text(tr("There is none yet."))
        self.arrange_form(self.name_field, Field(theme, tr("Text"), self.text))

    async def load(self) -> Sequence[Row]:
        prompts = await self._library.prompts()
        self._kept = {prompt.id: prompt for prompt in prompts}
        return [Row(each.id, each.name, each.text[:_BEGINNING]) for each in prompts]

    def fill(self, key: str | None) -> QWidget:
        kept = self._kept.get(key or "")
        self.name.setText(kept.name if kept else "")
        self.text.setPlainText(kept.text if kept else "")
        self.name_field.explain()
        return self.text if kept else self.name

    def is_sound(self) -> bool:
        if not self.name.text().strip():
            self.name_field.object_to(tr("Write a word or two as its name."))
            return False
        return True

    async def keep(self, key: str | None) -> None:
        id_ = PromptId(key) if key else self._library.new_prompt_id()
        await self._library.keep_prompt(SavedPrompt(id_, self.name.text(), self.text.toPlainText()))

    def remove(self) -> None:
        if self.key:
            self.errands.send(self._remove(self._kept[self.key]))

    async def _remove(self, prompt: SavedPrompt) -> None:
        undo = await self._library.remove_prompt(prompt.id)
        held = TakingBack(self._removing, [undo], self.errands.send)
        await self.show_removed(prompt.name, held.play, held)
