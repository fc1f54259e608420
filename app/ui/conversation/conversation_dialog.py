"""The settings of one conversation: who answers, by what instructions, and how much of it is sent."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.chat.controller import ChatController
from app.domain.conversation_settings import ConversationSettings
from app.domain.errors import AppError
from app.domain.ids import AssistantId, ConversationId
from app.domain.parameters import Parameters
from app.ui.conversation.context_fields import ContextFields
from app.ui.conversation.instructions_field import InstructionsField
from app.ui.dialogs.retention_part import RetentionPart
from app.ui.errands import Errands
from app.ui.settings.parameters_form import ParametersForm
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.button import PLAIN, PRIMARY, Button
from app.ui.widgets.choice import Choice
from app.ui.widgets.display_text import single_line
from app.ui.widgets.field import Field
from app.ui.widgets.flow_text import FlowText
from app.ui.widgets.scroll_area import in_scroll_area
from app.ui.widgets.text_field import TextField
from app.ui.wording import words_for

_WIDTH, _HEIGHT, _MARGIN, _BETWEEN = 480, 700, 24, 20
_NOTE_HEIGHT = 80


class ConversationDialog(QDialog):
    """What is left empty is as for all. How long it is kept holds at once, the rest when it is saved."""

    def __init__(
        self, theme: Theme, controller: ChatController, parent: QWidget, conversation: ConversationId
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._conversation = conversation
        self._errands = Errands(self._failed)
        self._settings = ConversationSettings()
        usual = controller.provider.model if controller.provider else ""
        self.model = QLineEdit()
        self.model.setPlaceholderText(tr("As usual: {model}").format(model=single_line(usual)))
        self.model_field = Field(theme, tr("Model"), self.model)
        self.assistant = Choice(theme, tr("Assistant"), [(None, tr("None"))])
        self.instructions = InstructionsField(theme)
        self.parameters = ParametersForm(theme)
        self.context = ContextFields(theme)
        self.note = TextField(_NOTE_HEIGHT)
        self.retention = RetentionPart(theme, controller.retaining, controller.backing_up, conversation)
        self.trouble = FlowText(theme, tone="bad")
        self.trouble.hide()
        self.save_button = Button(theme, tr("Save"), PRIMARY)
        self.cancel_button = Button(theme, tr("Cancel"), PLAIN)
        self._arrange(theme, parent.window().size())
        self.assistant.chosen.connect(self.assistant.set_value)
        self.model.editingFinished.connect(lambda: self._errands.send(self._tell_of_model()))
        self.save_button.clicked.connect(lambda: self._errands.send(self._save()))
        self.cancel_button.clicked.connect(self.reject)
        self.retention.deleted.connect(self.reject)
        self.finished.connect(self._end)
        self.setWindowTitle(tr("Settings of this conversation"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._errands.send(self._look())

    async def _look(self) -> None:
        settings = self._settings = await self._controller.shaping.of(self._conversation)
        assistants = await self._controller.library.assistants()
        self.model.setText(settings.model or "")
        choices = [(None, tr("None")), *((each.id, single_line(each.name)) for each in assistants)]
        self.assistant.offer(choices, settings.assistant)
        self.instructions.fill(settings.instructions, settings.earlier)
        self.parameters.fill(settings.parameters.to_mapping() if settings.parameters else {})
        self.context.fill(settings.policy, settings.compaction)
        self.note.setPlainText(await self._controller.noting.text(self._conversation))
        self.retention.setVisible(not self._controller.temporary.holds(self._conversation))
        self.retention.look()
        await self._tell_of_model()

    async def _tell_of_model(self) -> None:
        """Say what the model makes of the parameters: what it does not accept is not sent."""
        provider = self._controller.provider
        name = self.model.text().strip() or (provider.model if provider else "")
        if not name or provider is None:
            return
        known = await self._controller.models.known(name, provider.origin)
        kept = known.accepted(Parameters(temperature=1.0, verbosity="low"))
        lacking = [tr("temperature, Top P, seed, stops")] if kept.temperature is None else []
        lacking += [tr("reasoning effort")] if known.facts.efforts == () else []
        lacking += [tr("length of answers")] if kept.verbosity is None else []
        words = tr("{model} does not take: {names}. That is not sent to it.")
        told = words.format(model=single_line(name), names=", ".join(lacking)) if lacking else ""
        self.model_field.explain(told)

    async def _save(self) -> None:
        if not self.parameters.is_sound():
            return
        parameters = Parameters.from_mapping(self.parameters.entered())
        wanted = replace(
            self._settings.instructed(self.instructions.text),
            model=self.model.text().strip() or None,
            assistant=AssistantId(str(self.assistant.value)) if self.assistant.value else None,
            parameters=parameters if parameters.to_mapping() else None,
            policy=self.context.policy,
            compaction=self.context.rule,
        )
        if wanted != self._settings:
            await self._controller.shaping.keep(self._conversation, wanted)
        await self._controller.noting.keep(self._conversation, self.note.toPlainText())
        self.accept()

    def _failed(self, error: AppError) -> None:
        self.trouble.set_text(words_for(error.fault).sentence)
        self.trouble.show()

    def _end(self) -> None:
        self._errands.cancel()
        self.retention.end()

    def _arrange(self, theme: Theme, window: QSize) -> None:
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_BETWEEN)
        hint = tr("For yourself: no model is given it, and it is found by searching.")
        for widget in (
            self.model_field,
            Field(theme, tr("Assistant"), self.assistant),
            self.instructions,
            self.parameters,
            self.context,
            Field(theme, tr("Note"), self.note, hint),
            self.retention,
            self.trouble,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(_MARGIN, 16, _MARGIN, _MARGIN)
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(in_scroll_area(fields))
        around.addLayout(buttons)
        room = window - QSize(_MARGIN, 2 * _MARGIN)
        self.resize(QSize(scaled(_WIDTH) + 2 * _MARGIN + 12, scaled(_HEIGHT)).boundedTo(room))
