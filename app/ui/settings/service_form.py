"""The form of a model service: its address, model and key and, below, how it is reached in detail."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QDoubleValidator, QIntValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import AddressMalformed, ConnectionMalformed
from app.domain.settings import OPENAI_ADDRESS, USUAL_PATIENCE, Patience, ProviderSettings, require_sound
from app.ui.theme.theme import Theme
from app.ui.translation import tr
from app.ui.widgets.button import LINK, Button
from app.ui.widgets.field import Field
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.flow_text import FlowText
from app.ui.widgets.text_field import TextField
from app.ui.wording import words_for

_FEWEST_TOKENS, _MOST_TOKENS = 500, 4_000_000
_DAY = 86_400.0
_HEADERS_HEIGHT = 72
_UNKNOWN = ProviderSettings(OPENAI_ADDRESS, "")


class ServiceForm(QWidget):
    """Signals:
    address_entered: there may be another key for what is entered now.
    """

    address_entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._settings = _UNKNOWN
        self.address, self.model, self.key, self.name = (QLineEdit() for _ in range(4))
        self.limit, self.proxy, self.ca_file = (QLineEdit() for _ in range(3))
        self.first, self.idle, self.total = (QLineEdit() for _ in range(3))
        self.headers = TextField(_HEADERS_HEIGHT)
        self.headers.setMaximumHeight(self.headers.minimumHeight())
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.address.setPlaceholderText(OPENAI_ADDRESS)
        self.model.setPlaceholderText("gpt-5")
        self.limit.setPlaceholderText(tr("As much as the model reads"))
        self.limit.setValidator(QIntValidator(0, _MOST_TOKENS, self))
        for field in (self.first, self.idle, self.total):
            field.setValidator(QDoubleValidator(0.1, _DAY, 1, self))
        self.address_field = Field(theme, tr("Address"), self.address, _address_hint())
        self.model_field = Field(
            theme,
            tr("Model"),
            self.model,
            tr("The name by which the service knows the model, such as gpt-5."),
        )
        self.key_field = Field(theme, tr("Key"), self.key, _key_hint())
        self.limit_field = Field(
            theme, tr("At most"), self.limit, tr("How many tokens are sent with each question, at most.")
        )
        self.name_field = Field(
            theme, tr("Name"), self.name, tr("Yours alone. Without one its server's is taken.")
        )
        self.headers_field = Field(
            theme,
            tr("Headers"),
            self.headers,
            tr("One a line, such as X-Team: celadon. They go with the address."),
        )
        self.proxy_field = Field(
            theme,
            tr("Proxy"),
            self.proxy,
            tr("Such as http://localhost:3128. Without one the service is reached directly."),
        )
        self.ca_field = Field(
            theme,
            tr("Certificates"),
            self.ca_file,
            tr("A file of certificates to trust besides the system's."),
        )
        self.patience_fields = (
            Field(theme, tr("Seconds until the first word"), self.first),
            Field(theme, tr("Seconds between words"), self.idle),
            Field(theme, tr("Seconds for the whole reply"), self.total),
        )
        self.more_button = Button(theme, tr("More"), LINK, icon="chevron-down", icon_after=True)
        self.trouble = FlowText(theme, tone="bad")
        self.more = QWidget()
        self._arrange()
        self.more_button.clicked.connect(lambda: self._show_more(wanted=self.more.isHidden()))
        self.address.editingFinished.connect(self.address_entered)

    def fill(self, settings: ProviderSettings | None) -> None:
        """Show a service, or what is usual. A key is never shown."""
        self._settings = shown = settings or _UNKNOWN
        self.address.setText(shown.base_url if settings else "")
        self.model.setText(shown.model)
        self.name.setText(shown.name)
        self.limit.setText(str(shown.context_tokens or ""))
        self.headers.setPlainText("\n".join(f"{name}: {text}" for name, text in shown.headers))
        self.proxy.setText(shown.proxy or "")
        self.ca_file.setText(shown.ca_file or "")
        for field, seconds in zip((self.first, self.idle, self.total), _seconds(shown.patience), strict=True):
            field.setText(f"{seconds:g}")
        self.key.clear()
        self._be_silent()
        details = replace(shown, base_url="", model="", name="", found=None, api=_UNKNOWN.api)
        self._show_more(wanted=details != replace(_UNKNOWN, base_url=""))

    def entered(self) -> ProviderSettings:
        """Return what was entered, as far as it can be understood."""
        address = self.address.text().strip() or OPENAI_ADDRESS
        known = self._settings if address == self._settings.base_url else _UNKNOWN
        return replace(
            known,
            base_url=address,
            model=self.model.text().strip(),
            name=" ".join(self.name.text().split()),
            context_tokens=int(self.limit.text()) if self.limit.text() else None,
            headers=_headers(self.headers.toPlainText()),
            proxy=self.proxy.text().strip() or None,
            ca_file=self.ca_file.text().strip() or None,
            patience=self._patience(),
        )

    def key_entered(self) -> str | None:
        return self.key.text().strip() or None

    def tell_of_key(self, *, stored: bool) -> None:
        kept = tr("A key is stored for this address. Leave this empty to keep it.")
        self.key_field.explain(kept if stored else _key_hint())

    def is_sound(self) -> bool:
        """Say whether a service can be reached by this, and in its place why not."""
        self._be_silent()
        settings = self.entered()
        try:
            require_sound(settings)
        except AddressMalformed as error:
            self.address_field.object_to(words_for(error.fault).sentence)
            return False
        except ConnectionMalformed as error:
            self._show_more(wanted=True)
            self.trouble.set_text(words_for(error.fault).sentence)
            self.trouble.show()
            return False
        if not settings.model:
            self.model_field.object_to(tr("Enter the name of the model that is to answer."))
            return False
        if settings.context_tokens is not None and settings.context_tokens < _FEWEST_TOKENS:
            self._show_more(wanted=True)
            told = tr("Enter a number of tokens of at least {fewest}.").format(fewest=_FEWEST_TOKENS)
            self.limit_field.object_to(told)
            return False
        return True

    def _patience(self) -> Patience:
        first, idle, total = (
            _number(field.text(), usual)
            for field, usual in zip(
                (self.first, self.idle, self.total), _seconds(USUAL_PATIENCE), strict=True
            )
        )
        return replace(self._settings.patience, first=first, idle=idle, total=total)

    def _show_more(self, *, wanted: bool) -> None:
        self.more.setVisible(wanted)
        self.more_button.set_icon(
            "chevron-up" if wanted else "chevron-down", tr("Less") if wanted else tr("More")
        )

    def _be_silent(self) -> None:
        for field in self.findChildren(Field):
            field.explain()
        self.trouble.hide()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for field in (self.address_field, self.model_field, self.key_field):
            column.addWidget(field)
        column.addWidget(FlowRow((self.more_button,)))
        column.addWidget(self.more)
        column.addWidget(self.trouble)
        below = QVBoxLayout(self.more)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(16)
        for field in (
            self.name_field,
            self.limit_field,
            self.headers_field,
            self.proxy_field,
            self.ca_field,
            *self.patience_fields,
        ):
            below.addWidget(field)


def _seconds(patience: Patience) -> tuple[float, float, float]:
    return patience.first, patience.idle, patience.total


def _number(text: str, usual: float) -> float:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return usual


def _headers(text: str) -> tuple[tuple[str, str], ...]:
    pairs = (line.partition(":") for line in text.splitlines() if line.strip())
    return tuple((name.strip(), value.strip()) for name, _, value in pairs)


def _address_hint() -> str:
    here = tr("On this computer, such as Ollama or llama.cpp: http://localhost:11434/v1")
    return f"OpenAI: {OPENAI_ADDRESS}\n{here}"


def _key_hint() -> str:
    return tr("Kept in the system's keyring, never in a file. Services on this computer often need none.")
