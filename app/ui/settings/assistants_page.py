"""Assistants: instructions under a name, with the model and the parameters that go with them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from app.chat.library import Library
from app.chat.removing import Removing
from app.domain.ids import AssistantId
from app.domain.library import Assistant
from app.ui.settings.parameters_form import ParametersForm
from app.ui.settings.shelf_page import Row, ShelfPage
from app.ui.taking_back import TakingBack
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.field import Field
from app.ui.widgets.text_field import TextField

_TEXT_HEIGHT = 140


class AssistantsPage(ShelfPage):
    def __init__(self, theme: Theme, library: Library, removing: Removing) -> None:
        super().__init__(
            theme,
            tr("Assistants"),
            tr("Instructions that go with a conversation. In the message field, @ speaks to one of them."),
            tr("Add an assistant"),
        )
        self._library = library
        self._removing = removing
        self._kept: dict[str, Assistant] = {}
        self.name, self.model = QLineEdit(), QLineEdit()
        self.instructions = TextField(_TEXT_HEIGHT)
        self.parameters = ParametersForm(theme)
        self.name_field = Field(theme, tr("Name"), self.name)
        self.model.setPlaceholderText(tr("As usual"))
        self.nothing.set_text(tr("There is none yet."))
        self.arrange_form(
            self.name_field,
            Field(theme, tr("Instructions"), self.instructions),
            Field(theme, tr("Model"), self.model),
            self.parameters,
        )

    async def load(self) -> Sequence[Row]:
        assistants = await self._library.assistants()
        self._kept = {assistant.id: assistant for assistant in assistants}
        return [Row(each.id, each.name, each.model or "") for each in assistants]

    def fill(self, key: str | None) -> QWidget:
        kept = self._kept.get(key or "")
        self.name.setText(kept.name if kept else "")
        self.model.setText((kept and kept.model) or "")
        self.instructions.setPlainText(kept.instructions if kept else "")
        self.parameters.fill(kept.parameters if kept else {})
        self.name_field.explain()
        return self.instructions if kept else self.name

    def is_sound(self) -> bool:
        if not self.name.text().strip():
            self.name_field.object_to(tr("Write a word or two as its name."))
            return False
        return self.parameters.is_sound()

    async def keep(self, key: str | None) -> None:
        id_ = AssistantId(key) if key else self._library.new_assistant_id()
        await self._library.keep_assistant(
            Assistant(
                id_,
                self.name.text(),
                self.instructions.toPlainText(),
                self.model.text().strip() or None,
                self.parameters.entered(),
            )
        )

    def remove(self) -> None:
        if self.key:
            self.errands.send(self._remove(self._kept[self.key]))

    async def _remove(self, assistant: Assistant) -> None:
        undo = await self._library.remove_assistant(assistant.id)
        held = TakingBack(self._removing, [undo], self.errands.send)
        await self.show_removed(assistant.name, held.play, held)
