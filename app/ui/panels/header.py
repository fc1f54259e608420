"""The line above a conversation: its title, who answers in it, and how much of it is sent."""

from PySide6.QtCore import QMetaMethod, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.chat.looking_ahead import Foreseen
from app.domain.settings import ProviderSettings
from app.ui.panels.context_meter import ContextMeter
from app.ui.theme.scale import scaled
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import HEADER_HEIGHT, SEMIBOLD
from app.ui.translation import tr
from app.ui.widgets.button import CHIP, TOOL, Button
from app.ui.widgets.cut_label import CutLabel
from app.ui.widgets.display_text import single_line

_BUTTONS_FIT = 320  # from this width on there is room for all buttons
_WORDS_FIT = 640  # from this width on there is room for words beside the bar


class Header(QWidget):
    """The buttons at its end are there for as long as somebody hears what they ask for.

    Signals:
        sidebar_wanted: the folded sidebar is to be shown.
        settings_wanted: a model service is to be set up.
        model_wanted: another model is to be chosen for this conversation.
        context_wanted: what the model sees is to be shown.
        map_wanted: the conversation's branches are to be shown.
        export_wanted: the conversation is to be written into a file.
    """

    sidebar_wanted = Signal()
    settings_wanted = Signal()
    model_wanted = Signal()
    context_wanted = Signal()
    map_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._has_model = False
        self._heard: list[Button] = []
        self.setFixedHeight(scaled(HEADER_HEIGHT))
        self.sidebar_button = Button(theme, tr("Show conversations"), TOOL, icon="panel-left", icon_only=True)
        self.sidebar_button.hide()
        self.title = CutLabel(weight=SEMIBOLD)
        self.model_button = Button(
            theme, tr("Set up a model service"), CHIP, icon="chevron-down", icon_after=True
        )
        self.meter = ContextMeter(theme)
        self.map_button = Button(theme, tr("Branches"), TOOL, icon="git-branch", icon_only=True)
        self.export_button = Button(theme, tr("Export"), TOOL, icon="download", icon_only=True)
        self._arrange()
        self.sidebar_button.clicked.connect(self.sidebar_wanted)
        self.model_button.clicked.connect(self._model_pressed)
        self.meter.clicked.connect(self.context_wanted)
        self.map_button.clicked.connect(self.map_wanted)
        self.export_button.clicked.connect(self.export_wanted)
        self.set_title("")

    def set_title(self, title: str, *, is_temporary: bool = False) -> None:
        """Show the title or, where there is none yet, what is about to begin."""
        new = tr("Temporary conversation") if is_temporary else tr("New conversation")
        self.title.setText(single_line(title) or new)

    def set_provider(self, provider: ProviderSettings | None) -> None:
        self._has_model = provider is not None
        self.model_button.set_words(single_line(provider.model) if provider else tr("Set up a model service"))
        self.model_button.setAccessibleDescription(
            tr("Chooses who answers in this conversation") if provider else tr("Opens the settings")
        )

    def show_foreseen(self, foreseen: Foreseen | None) -> None:
        """Show who would answer what is being written, and how full the context would be."""
        self.meter.show_outlook(foreseen.outlook if foreseen else None)
        if foreseen:
            model = single_line(foreseen.model)
            self.model_button.set_words(
                f"{single_line(foreseen.author)} · {model}" if foreseen.author else model
            )

    def connectNotify(self, signal: QMetaMethod) -> None:
        """Show the button for what somebody has come to hear. Where nobody does, it would be a dead end."""
        super().connectNotify(signal)
        match signal.name().toStdString():
            case "context_wanted":
                self.meter.set_pressable(pressable=True)
            case "map_wanted":
                self._heard.append(self.map_button)
            case "export_wanted":
                self._heard.append(self.export_button)
        self._show_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.meter.set_narrow(narrow=event.size().width() < scaled(_WORDS_FIT))
        self._show_buttons()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _show_buttons(self) -> None:
        """Where there is hardly any room, what there are keys for gives way to the title."""
        fits = self.width() >= scaled(_BUTTONS_FIT)
        for button in (self.map_button, self.export_button):
            button.setVisible(button in self._heard and fits)

    def _model_pressed(self) -> None:
        if self._has_model:
            self.model_wanted.emit()
        else:
            self.settings_wanted.emit()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self.sidebar_button)
        row.addWidget(self.title)
        row.addWidget(self.model_button)
        row.addStretch(1)
        row.addWidget(self.meter)
        ends = QHBoxLayout()
        ends.setSpacing(0)
        for button in (self.map_button, self.export_button):
            button.hide()
            ends.addWidget(button)
        row.addLayout(ends)
