"""Asks which model service is to answer, and keeps its key where nobody reads it."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.chat.controller import ChatController
from app.domain.errors import AddressMalformed, AppError
from app.domain.settings import (
    OPENAI_ADDRESS,
    PRACTICE,
    ProviderSettings,
    origin_of,
)
from app.ui.errands import Errands
from app.ui.theme.fonts import font
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import INTERFACE, MEDIUM, SMALL, Tone
from app.ui.widgets.button import PLAIN, PRIMARY, Button
from app.ui.widgets.flow_text import FlowText
from app.ui.wording import words_for

_FIELD_WIDTH, _MARGIN = 432, 24
_FEWEST_TOKENS, _MOST_TOKENS = 500, 4_000_000
_ADDRESS_HINT = (
    f"OpenAI: {OPENAI_ADDRESS}\nOn this computer, such as Ollama or llama.cpp: http://localhost:11434/v1"
)
_MODEL_HINT = "The name by which the service knows the model, such as gpt-5."
_KEY_HINT = "Kept in the system's keyring, never in a file. Services on this computer often need none."
_KEY_STORED_HINT = "A key is stored for this address. Leave this empty to keep it."
_CONTEXT_HINT = "How much of a conversation is sent with each question, in tokens, at most."
_CONTEXT_USUAL = "As much as the model reads"
_SAVE, _TEST, _PRACTISE = "Save", "Test connection", "Practise without a service"
_PRACTICE_HINT = "What is built in answers then, and nobody is asked."
_PROVED = "The service answers, and it has this model."
_UNKNOWN = ProviderSettings(OPENAI_ADDRESS, "")
_MODEL_MISSING = "Enter the name of the model that is to answer."
_CONTEXT_TOO_SMALL = f"Enter a number of tokens of at least {_FEWEST_TOKENS}."


class Field(QWidget):
    """A label, the input it names, and a line that explains it or says what is wrong with it."""

    def __init__(self, theme: Theme, name: str, widget: QWidget, hint: str) -> None:
        super().__init__()
        self.input = widget
        self._hint = hint
        label = QLabel(name)
        label.setFont(font(INTERFACE, MEDIUM))
        label.setBuddy(widget)
        self.line = FlowText(theme, SMALL, "quiet")
        self.line.use_width(_FIELD_WIDTH)
        widget.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.setFixedWidth(_FIELD_WIDTH)
        column.addWidget(label)
        column.addWidget(widget)
        column.addWidget(self.line)
        self.explain(hint)

    def explain(self, hint: str | None = None) -> None:
        self._hint = hint or self._hint
        self._say(self._hint, "quiet")

    def object_to(self, sentence: str) -> None:
        """Say what is wrong, and go there."""
        self._say(sentence, "bad")
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, sentence: str, tone: Tone) -> None:
        self.line.set_tone(tone)
        self.line.set_text(sentence)
        self.input.setAccessibleDescription(sentence)


class SettingsDialog(QDialog):
    """Saves through the controller. A stored key is never shown; an empty field keeps it."""

    def __init__(self, theme: Theme, controller: ChatController, parent: QWidget) -> None:
        super().__init__(parent)
        self._controller = controller
        self._errands = Errands(self._could_not_save)
        self._provider = controller.provider or _UNKNOWN
        provider = self._provider
        self.address = QLineEdit(provider.base_url)
        self.address.setPlaceholderText(OPENAI_ADDRESS)
        self.model = QLineEdit(provider.model)
        self.model.setPlaceholderText("gpt-5")
        self.key = QLineEdit()
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.context = QLineEdit(str(provider.context_tokens or ""))
        self.context.setPlaceholderText(_CONTEXT_USUAL)
        self.context.setValidator(QIntValidator(0, _MOST_TOKENS, self))
        self.address_field = Field(theme, "Address", self.address, _ADDRESS_HINT)
        self.model_field = Field(theme, "Model", self.model, _MODEL_HINT)
        self.key_field = Field(theme, "Key", self.key, _KEY_HINT)
        self.context_field = Field(theme, "Context", self.context, _CONTEXT_HINT)
        self.trouble = FlowText(theme, INTERFACE, "bad")
        self.save_button = Button(theme, _SAVE, PRIMARY)
        self.cancel_button = Button(theme, "Cancel", PLAIN)
        self.test_button = Button(theme, _TEST, PLAIN)
        self.practice_button = Button(theme, _PRACTISE, PLAIN)
        self.practice_button.setAccessibleDescription(
            "A service that is built in and asks nobody answers then."
        )
        self.proof = FlowText(theme, INTERFACE, "quiet")
        self._arrange()
        self.save_button.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self.reject)
        self.test_button.clicked.connect(self._test)
        self.practice_button.clicked.connect(self._practise)
        self.address.editingFinished.connect(self._look_for_key)
        self.finished.connect(self._errands.cancel)
        self.setWindowTitle("Settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look_for_key()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(20)
        for field in self._fields():
            column.addWidget(field)
        attempts = QHBoxLayout()
        attempts.setSpacing(8)
        attempts.addWidget(self.test_button)
        attempts.addWidget(self.practice_button)
        attempts.addStretch(1)
        column.addLayout(attempts)
        for told in (self.proof, self.trouble):
            told.use_width(_FIELD_WIDTH)
            told.hide()
            column.addWidget(told)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)
        self.save_button.setDefault(True)

    def _fields(self) -> tuple[Field, ...]:
        return self.address_field, self.model_field, self.key_field, self.context_field

    def _entered(self) -> ProviderSettings:
        address = self.address.text().strip() or OPENAI_ADDRESS
        known = self._provider if address == self._provider.base_url else _UNKNOWN
        return replace(
            known,
            base_url=address,
            model=self.model.text().strip(),
            context_tokens=int(self.context.text()) if self.context.text() else None,
        )

    def _look_for_key(self) -> None:
        """A key belongs to an address: say whether there is one for what is entered."""
        self._errands.send(self._tell_of_key(self._entered()))

    async def _tell_of_key(self, provider: ProviderSettings) -> None:
        try:
            stored = await self._controller.has_api_key(provider)
        except AppError:
            stored = False  # the keyring's trouble is told when it is needed
        self.key_field.explain(_KEY_STORED_HINT if stored else _KEY_HINT)

    def _save(self) -> None:
        provider = self._sound()
        if provider:
            self._set_busy(self.save_button, "Saving…")
            self._errands.send(self._store(provider, self.key.text().strip() or None))

    def _test(self) -> None:
        provider = self._sound()
        if provider:
            self._set_busy(self.test_button, "Asking…")
            self._errands.send(self._try(provider, self.key.text().strip() or None))

    def _practise(self) -> None:
        self._set_busy(self.practice_button, "Saving…")
        self._errands.send(self._store(PRACTICE, None))

    def _sound(self) -> ProviderSettings | None:
        """Return what was entered, or say what is wrong with it."""
        for field in self._fields():
            field.explain()
        self.trouble.hide()
        self.proof.hide()
        provider = self._entered()
        try:
            origin_of(provider.base_url)
        except AddressMalformed as error:
            self.address_field.object_to(words_for(error.fault).sentence)
            return None
        if not provider.model:
            self.model_field.object_to(_MODEL_MISSING)
            return None
        if provider.context_tokens is not None and provider.context_tokens < _FEWEST_TOKENS:
            self.context_field.object_to(_CONTEXT_TOO_SMALL)
            return None
        return provider

    async def _try(self, provider: ProviderSettings, key: str | None) -> None:
        """Ask the service whether it is there, takes the key and has the model. Nothing is kept."""
        await self._controller.services.check(provider, key)
        self._set_free()
        self.proof.set_text(_PROVED)
        self.proof.show()

    async def _store(self, provider: ProviderSettings, key: str | None) -> None:
        await self._controller.set_provider(provider, key)
        self.key.clear()
        self.accept()

    def _could_not_save(self, error: AppError) -> None:
        self._set_free()
        self.trouble.set_text(words_for(error.fault).sentence)
        self.trouble.show()

    def _set_busy(self, pressed: Button, words: str) -> None:
        """Cancel stays within reach: a keyring or a service may take a long time."""
        for widget in self._changing():
            widget.setEnabled(False)
        pressed.set_words(words)

    def _set_free(self) -> None:
        for widget in self._changing():
            widget.setEnabled(True)
        self.save_button.set_words(_SAVE)
        self.test_button.set_words(_TEST)
        self.practice_button.set_words(_PRACTISE)

    def _changing(self) -> tuple[QWidget, ...]:
        return *self._fields(), self.save_button, self.test_button, self.practice_button
